import { schema } from '@hansa/db'
import { InvalidInput } from '@hansa/domain/errors'
import { isEntryId } from '@hansa/domain/id'
import type { Kind } from '@hansa/domain/kind'
import { and, eq, inArray } from 'drizzle-orm'
import { findConcept } from '../concept/concept.reader.ts'
import type { Context } from '../context.ts'
import { textFor } from '../graphql/text.ts'
import { memoryIn } from '../kept.ts'
import { conceptSchemeOf, enumLabels } from './facet-label.ts'
import type { FacetName, FilterName } from './search-filter.ts'

const { country, entry } = schema

type Chosen = Partial<Record<FilterName, string[]>>
type Looking = Pick<Context, 'db' | 'kept'>
type Reading = Looking & Pick<Context, 'loaders' | 'languages'>

/** What a facet value is called outside: as clients write it, and as readers read it, in which language. */
export type PublicValue = { value: string; label: string; language: string | null }

/** Ids by what clients call entries of a kind, from memory where they were asked for before. */
const idsOf = async (
  { kept }: Looking,
  kind: Kind,
  names: readonly string[],
  read: (names: string[]) => Promise<{ name: string; id: string }[]>,
): Promise<Map<string, string>> => {
  const known = await memoryIn<string>(kept, `ids of ${kind}`, [kind])
  const missing = names.filter((name) => !known.has(name))
  const rows = missing.length > 0 ? await read(missing) : []
  for (const { name, id } of rows) known.set(name, id)
  return known
}

const countryIds = (ctx: Looking, codes: readonly string[]): Promise<Map<string, string>> =>
  idsOf(ctx, 'country', codes, (missing) =>
    ctx.db.select({ id: country.id, name: country.code }).from(country).where(inArray(country.code, missing)),
  )

const idsBySlug = (
  ctx: Looking,
  kind: 'network' | 'city',
  slugs: readonly string[],
): Promise<Map<string, string>> =>
  idsOf(ctx, kind, slugs, (missing) =>
    ctx.db
      .select({ id: entry.id, name: entry.slug })
      .from(entry)
      .where(and(eq(entry.kind, kind), inArray(entry.slug, missing))),
  )

const lookups: {
  [F in FilterName]?: (ctx: Looking, values: readonly string[]) => Promise<Map<string, string>>
} = {
  country: countryIds,
  network: (ctx, slugs) => idsBySlug(ctx, 'network', slugs),
  city: (ctx, slugs) => idsBySlug(ctx, 'city', slugs),
}

/**
 * The values of the index for those a client chose: concepts by key or id, countries by code or id, networks and cities
 * by slug or id. What is unknown stays as it is, and finds nothing.
 */
export const indexValues = async (ctx: Looking, chosen: Chosen): Promise<Record<string, string[]>> => {
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

/** A value of a facet in the index, and how many entries have it. */
export type Counted = { value: string; count: number; selected: boolean }

const displayNames = (reader: readonly string[]): Intl.DisplayNames => {
  try {
    return new Intl.DisplayNames([...reader, 'en'], { type: 'language' })
  } catch {
    return new Intl.DisplayNames(['en'], { type: 'language' })
  }
}

const languageValues = (ctx: Pick<Context, 'languages'>, tags: readonly string[]): PublicValue[] => {
  const names = displayNames(ctx.languages)
  return tags.map((value) => {
    try {
      return { value, label: names.of(value) ?? value, language: null }
    } catch {
      return { value, label: value, language: null }
    }
  })
}

const labelOf = (
  text: { text: string; language: string } | null,
  id: string,
): Pick<PublicValue, 'label' | 'language'> => ({ label: text?.text ?? id, language: text?.language ?? null })

const conceptValue = async (ctx: Reading, scheme: string, id: string): Promise<PublicValue> => {
  const row = await findConcept(ctx, id)
  return { value: id.replace(`${scheme}/`, ''), ...labelOf(textFor(ctx, row?.labels), id) }
}

const entryValue = async (ctx: Reading, id: string): Promise<PublicValue> => {
  const row = isEntryId(id) ? await ctx.loaders.heading.load(id) : null
  if (!row) return { value: id, label: id, language: null }
  return { value: row.code ?? row.slug, ...labelOf(textFor(ctx, row.title), id) }
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
  return values.map((value) => ({ value, label: labels.get(value) ?? value, language: null }))
}

const inOrder = (facet: FacetName, values: readonly Counted[]): readonly Counted[] =>
  facet === 'year' ? values.toSorted((a, b) => Number(b.value) - Number(a.value)) : values

/**
 * The values of a facet as they are shown: the first so many and every chosen one, or all. Only these are labelled.
 * @throws InvalidInput for a `first` below 0
 */
export const shownValues = async (
  ctx: Reading,
  facet: FacetName,
  values: readonly Counted[],
  first: number | null | undefined,
): Promise<(Counted & PublicValue)[]> => {
  if (first != null && first < 0) throw new InvalidInput([{ field: 'first', message: 'must not be below 0' }])
  const shown = inOrder(facet, values).filter(({ selected }, i) => first == null || i < first || selected)
  const names = await publicValues(
    ctx,
    facet,
    shown.map(({ value }) => value),
  )
  return shown.flatMap((value, i) => {
    const name = names[i]
    return name ? [{ ...value, ...name }] : []
  })
}
