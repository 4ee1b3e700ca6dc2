import type { EntryPage, GivenSource } from './entry.fields.ts'
import type { EntryKind } from './kind.ts'
import { licenceOf } from './licence.ts'

export type JsonLd = Readonly<Record<string, unknown>>

/** What each kind is in the vocabulary of schema.org, and whether that is a work with a licence of its own. */
const types: Readonly<Record<EntryKind, { readonly type: string; readonly work?: true }>> = {
  PRACTICE: { type: 'Article', work: true },
  CITY: { type: 'City' },
  COUNTRY: { type: 'Country' },
  ORGANISATION: { type: 'Organization' },
  NETWORK: { type: 'Organization' },
  FRAMEWORK: { type: 'CreativeWork' },
  COMPONENT: { type: 'DefinedTerm' },
  PROJECT: { type: 'Project' },
  VISIT: { type: 'Event' },
  EVENT: { type: 'Event' },
  RESOURCE: { type: 'CreativeWork' },
  CONSULTATIVE_BODY: { type: 'GovernmentOrganization' },
}

/**
 * An entry as a schema.org object, for `pageMeta`. The licence is that of our words: of the record where the record is
 * the work (a practice), else of the page that speaks about the organisation, event or publication.
 * @param more properties of the kind; empty ones are left out
 */
export function entryJsonLd(entry: EntryPage, more: JsonLd = {}): JsonLd {
  const { type, work } = types[entry.kind]
  const record = {
    inLanguage: entry.title.language,
    license: licenceOf(entry.licence).url,
    dateModified: entry.updatedAt,
    citation: entry.sources.map(sourceJsonLd),
  }
  const page = { '@type': 'WebPage', '@id': entry.url, ...stated(record) }
  return stated({
    '@type': type,
    '@id': `${entry.url}#${entry.id}`,
    url: entry.url,
    identifier: entry.id,
    name: entry.title.value,
    alternateName: entry.alternativeNames,
    description: entry.summary?.value,
    mainEntityOfPage: work ? entry.url : page,
    ...(work ? record : {}),
    ...more,
  })
}

function sourceJsonLd({ citation, section, url }: GivenSource): JsonLd {
  return stated({ '@type': 'CreativeWork', name: citation, url, pagination: section })
}

/** The object without what is not known. */
function stated(value: JsonLd): JsonLd {
  return Object.fromEntries(
    Object.entries(value).filter(
      ([, part]) =>
        part !== undefined && part !== null && part !== '' && !(Array.isArray(part) && part.length === 0),
    ),
  )
}
