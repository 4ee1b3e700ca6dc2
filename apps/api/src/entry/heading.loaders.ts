import { schema } from '@hansa/db'
import { type Kind, kindOfId } from '@hansa/domain/kind'
import { seesMoreThanPublic, visitor } from '@hansa/domain/permissions'
import DataLoader from 'dataloader'
import { and, eq } from 'drizzle-orm'
import { memoryIn } from '../kept.ts'
import { among, maxBatchSize, type Reader, visible } from './entry.loaders.ts'
import type { EntryRow } from './entry.types.ts'

const { city, country, entry } = schema

/** What an entry is called, where it is found and where it lies. `code` is a country's, the place a city's. */
export type Heading = Pick<EntryRow, 'id' | 'kind' | 'slug' | 'title' | 'alternativeNames'> & {
  code: string | null
  latitude: number | null
  longitude: number | null
}

/** Kinds whose headings stand on many pages and are few; those of all others are read anew. */
const sharedKinds: ReadonlySet<Kind> = new Set([
  'country',
  'city',
  'network',
  'organisation',
  'framework',
  'component',
])

const readHeadings = async (
  { db, viewer }: Pick<Reader, 'db' | 'viewer'>,
  ids: readonly string[],
): Promise<Heading[]> => {
  if (ids.length === 0) return []
  const { id, kind, slug, title, alternativeNames } = entry
  const { latitude, longitude } = city
  return db
    .select({ id, kind, slug, title, alternativeNames, code: country.code, latitude, longitude })
    .from(entry)
    .leftJoin(country, eq(country.id, id))
    .leftJoin(city, eq(city.id, id))
    .where(and(among(id, ids), visible(viewer)))
}

type Known = Map<string, Heading>

/** Headings that anybody may see, from memory where they were read before. */
const publicHeadings = async ({ db, kept }: Reader, ids: readonly string[]): Promise<Known> => {
  const kinds = [...new Set(ids.flatMap((id) => kindOfId(id) ?? []))]
  const memories = new Map<Kind, Known>()
  for (const kind of kinds)
    memories.set(
      kind,
      sharedKinds.has(kind) ? await memoryIn<Heading>(kept, `headings of ${kind}`, [kind]) : new Map(),
    )
  const memoryOf = (id: string) => memories.get(kindOfId(id) ?? 'practice')
  const missing = ids.filter((id) => !memoryOf(id)?.has(id))
  // What the public does not see is not remembered: anybody can ask for endlessly many ids.
  for (const row of await readHeadings({ db, viewer: visitor }, missing)) memoryOf(row.id)?.set(row.id, row)
  return new Map(ids.flatMap((id) => memoryOf(id)?.get(id) ?? []).map((row) => [row.id, row]))
}

const loadHeadings = async (reader: Reader, ids: readonly string[]): Promise<(Heading | null)[]> => {
  const known = await publicHeadings(reader, ids)
  const hidden = seesMoreThanPublic(reader.viewer) ? ids.filter((id) => !known.has(id)) : []
  for (const row of await readHeadings(reader, hidden)) known.set(row.id, row)
  return ids.map((id) => known.get(id) ?? null)
}

/** Reads of headings: one statement for entries of all kinds, none for what is in memory. */
export const createHeadingLoaders = (reader: Reader) => ({
  /** Those of many entries at once, such as all cities of a map; in the order of `ids`. */
  headings: (ids: readonly string[]) => loadHeadings(reader, ids),
  /** Title, names and place of an entry of any kind. */
  heading: new DataLoader((ids: readonly string[]) => loadHeadings(reader, ids), { maxBatchSize }),
})
