import { schema } from '@hansa/db'
import { kindOfId } from '@hansa/domain/kind'
import { and, eq, inArray, or } from 'drizzle-orm'
import type { Context } from '../context.ts'
import { textFor } from '../graphql/text.ts'
import { conceptSchemeOf, enumLabels } from './facet-label.ts'
import type { FilterName } from './search-filter.ts'

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
    .where(and(eq(entry.kind, kind), or(inArray(entry.slug, [...slugs]))))
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

const languageNames = (reader: readonly string[]) => {
  try {
    return new Intl.DisplayNames([...reader, 'en'], { type: 'language' })
  } catch {
    return new Intl.DisplayNames(['en'], { type: 'language' })
  }
}

const languageLabel = (ctx: Reading, tag: string): string => {
  try {
    return languageNames(ctx.languages).of(tag) ?? tag
  } catch {
    return tag
  }
}

const conceptValue = async (ctx: Reading, scheme: string, id: string): Promise<PublicValue> => {
  const row = id.startsWith(`${scheme}/`) ? await ctx.loaders.concept.load(id.replaceAll('\0', '')) : null
  return { value: id.replace(`${scheme}/`, ''), label: textFor(ctx, row?.labels)?.text ?? id }
}

const entryValue = async (ctx: Reading, id: string): Promise<PublicValue> => {
  const row = kindOfId(id) ? await ctx.loaders.entry.load(id) : null
  if (!row) return { value: id, label: id }
  return { value: row.kind === 'country' ? row.code : row.slug, label: textFor(ctx, row.title)?.text ?? id }
}

/** A value of the index as clients write it, with its label in the reader's language (English where it is an enum's). */
export const publicValue = async (ctx: Reading, facet: string, value: string): Promise<PublicValue> => {
  const scheme = conceptSchemeOf[facet as FilterName]
  if (scheme) return conceptValue(ctx, scheme, value)
  if (facet === 'country' || facet === 'network' || facet === 'city') return entryValue(ctx, value)
  if (facet === 'language') return { value, label: languageLabel(ctx, value) }
  return { value, label: enumLabels[facet]?.[value] ?? value }
}
