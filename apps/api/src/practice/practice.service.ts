import { InvalidInput } from '@hansa/domain/errors'
import { missingForPublication, type Practice } from '@hansa/domain/practice'
import { namedConceptIds } from '../concept/concept.reader.ts'
import type { Context } from '../context.ts'
import { loadEntries, loadEntry, loadLinked } from '../entry/entry.reader.ts'
import type { EntryRow } from '../entry/entry.types.ts'
import { maxRelated, type Related } from './practice.loaders.ts'

type Row = EntryRow<'practice'>
type Reading = Pick<Context, 'loaders'>

/** The country of a practice: the one it names, else its city's. */
export const countryOf = async (ctx: Reading, row: Row): Promise<EntryRow<'country'> | null> => {
  if (row.country) return loadEntry(ctx, 'country', row.country)
  const city = await loadEntry(ctx, 'city', row.city)
  return city && loadEntry(ctx, 'country', city.country)
}

/** The partners of a practice with their roles, in the order of the fiche. */
export const partnersOf = async (ctx: Reading, row: Row) => {
  const links = await loadLinked(ctx, row.id, 'partners')
  const partners = links.map(async ({ toId, detail }) => {
    const organisation = await loadEntry(ctx, 'organisation', toId)
    return organisation && { organisation, role: typeof detail?.role === 'string' ? detail.role : null }
  })
  return (await Promise.all(partners)).filter((partner) => partner !== null)
}

const conceptFields = [
  'governanceLevel',
  'policyAreas',
  'measureTypes',
  'targetGroups',
  'participationLevel',
] as const

/** Names of the fields required for publication that a practice does not state. */
export const missingOf = async (ctx: Reading, row: Row): Promise<(keyof Practice)[]> => {
  const named = await Promise.all(
    conceptFields.map(async (field) => [field, await namedConceptIds(ctx, row.id, field)] as const),
  )
  // Only whether a field is filled counts here, and a null or an empty list is not.
  return missingForPublication({ ...row, ...Object.fromEntries(named) } as unknown as Partial<Practice>)
}

/**
 * Practices that are like one, the most alike first.
 * @throws InvalidInput when `first` is not between 1 and 20
 */
export const relatedTo = async (
  ctx: Reading,
  row: Row,
  first: number,
): Promise<(Related & { practice: Row })[]> => {
  if (first < 1 || first > maxRelated)
    throw new InvalidInput([{ field: 'first', message: `must be between 1 and ${maxRelated}` }])
  const related = (await ctx.loaders.relatedPractices.load(row.id)).slice(0, first)
  const practices = await loadEntries(
    ctx,
    'practice',
    related.map(({ id }) => id),
  )
  const byId = new Map(practices.map((practice) => [practice.id, practice]))
  return related.flatMap((pair) => {
    const practice = byId.get(pair.id)
    return practice ? [{ ...pair, practice }] : []
  })
}
