import { schema } from '@hansa/db'
import { isEntryId } from '@hansa/domain/id'
import { and, eq, inArray } from 'drizzle-orm'
import { findConcept } from '../concept/concept.reader.ts'
import type { Context } from '../context.ts'
import { textFor } from '../graphql/text.ts'
import { conceptSchemeOf, enumLabels } from './facet-label.ts'
import type { FacetName, FilterName } from './search-filter.ts'

const { country, entry } = schema

type Chosen = Partial<Record<FilterName, string[]>>
type Reading = Pick<Context, 'db' | 'loaders' | 'languages'>

/** What a facet value is called outside: as clients write it, and as readers read it. */
export type PublicValue = { value: string; label: string }

const countryIds = async ({ db }: Reading, codes: readonly string[]): Promise<Map<string, string>> => {
  const rows = await db
    .select({ id: country.id, code: country.code })
    .from(country)
    .where(inArray(country.code, [...codes]))
  return new Map(rows.map((row) => [row.code, row.id]))
}

const idsBySlug = async (
  { db }: Reading,
  kind: 'network' | 'city',
  slugs: readonly string[],
): Promise<Map<string, string>> => {
  const rows = await db
    .select({ id: entry.id, slug: entry.slug })
    .from(entry)
    .where(and(eq(entry.kind, kind), inArray(entry.slug, [...slugs])))
  return new Map(rows.map((row) => [row.slug, row.id]))
}

const lookups: {
  [F in FilterName]?: (ctx: Reading, values: readonly string[]) => Promise<Map<string, string>>
} = {
  country: countryIds,
  network: (ctx, slugs) => idsBySlug(ctx, 'network', slugs),
  city: (ctx, slugs) => idsBySlug(ctx, 'city', slugs),
}

/**
 * The values of the index for those a client chose: concepts by key or id, countries by code or id, networks and cities
 * by slug or id. What is unknown stays as it is, and finds nothing.
 */
export const indexValues = async (ctx: Reading, chosen: Chosen): Promise<Record<string, string[]>> => {
  const entries = Object.entries(chosen) as [FilterName, string[]][]
  const values = entries.map(async ([name, given]) => {
    const scheme = conceptSchemeOf[name]
    if (scheme)
      return [name, given.map((value) => (value.includes('/') ? value : `${scheme}/${value}`))] as const
    const ids = await lookups[name]?.(ctx, given)
    return [name, ids ? given.map((value) => ids.get(value) ?? value) : given] as const
  })
  return Object.fromEntries(await Promise.all(values))
}

const displayNames = (reader: readonly string[]): Intl.DisplayNames => {
  try {
    return new Intl.DisplayNames([...reader, 'en'], { type: 'language' })
  } catch {
    return new Intl.DisplayNames(['en'], { type: 'language' })
  }
}

const languageValues = (ctx: Reading, tags: readonly string[]): PublicValue[] => {
  const names = displayNames(ctx.languages)
  return tags.map((value) => {
    try {
      return { value, label: names.of(value) ?? value }
    } catch {
      return { value, label: value }
    }
  })
}

const conceptValue = async (ctx: Reading, scheme: string, id: string): Promise<PublicValue> => {
  const row = await findConcept(ctx, id)
  return { value: id.replace(`${scheme}/`, ''), label: textFor(ctx, row?.labels)?.text ?? id }
}

const entryValue = async (ctx: Reading, id: string): Promise<PublicValue> => {
  const row = isEntryId(id) ? await ctx.loaders.heading.load(id) : null
  if (!row) return { value: id, label: id }
  return { value: row.code ?? row.slug, label: textFor(ctx, row.title)?.text ?? id }
}

/**
 * Values of the index as clients write them, each with its label in the reader's language (English where it is an
 * enum's), in the order given.
 */
export const publicValues = async (
  ctx: Reading,
  facet: FacetName,
  values: readonly string[],
): Promise<PublicValue[]> => {
  const scheme = conceptSchemeOf[facet]
  if (scheme) return Promise.all(values.map((value) => conceptValue(ctx, scheme, value)))
  if (facet === 'country' || facet === 'network')
    return Promise.all(values.map((value) => entryValue(ctx, value)))
  if (facet === 'language') return languageValues(ctx, values)
  const labels = new Map(Object.entries(enumLabels[facet] ?? {}))
  return values.map((value) => ({ value, label: labels.get(value) ?? value }))
}
