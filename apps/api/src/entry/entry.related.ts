import { schema } from '@hansa/db'
import DataLoader from 'dataloader'
import { type SQL, sql } from 'drizzle-orm'
import type { Position } from './entry.cursor.ts'
import { maxBatchSize, type Reader, visible } from './entry.loaders.ts'
import { type RelationName, relations } from './entry.relations.ts'

const { entry } = schema

/** A page of a relation of one entry; `first` counts the one that tells whether more follows. */
export type RelatedKey = { relation: RelationName; owner: string; first: number; after: Position | null }

const pairsOf = ({ viewer }: Reader, name: RelationName, owners: readonly string[]): SQL => {
  const { kind, pairs } = relations[name]
  return sql`(${pairs}) pair join ${entry} on ${entry.id} = pair.id where pair.owner = any(${sql.param([...owners])}) and ${entry.kind} = ${kind} and ${visible(viewer)}`
}

type RelatedRow = { owner: string; id: string }

const loadRelatedPages = async (reader: Reader, keys: readonly RelatedKey[]): Promise<string[][]> => {
  const batches = Map.groupBy(keys, (key) => JSON.stringify([key.relation, key.first, key.after]))
  const rows = await Promise.all(
    [...batches.entries()].flatMap(([batch, [sample, ...rest]]) => {
      if (!sample) return []
      const owners = [sample, ...rest].map((key) => key.owner)
      const { after } = sample
      const from = after
        ? sql`and (${entry.sortKey} collate "C", ${entry.id}) > (${after.sortKey}, ${after.id})`
        : sql``
      const statement = sql`select owner, id from (
        select pair.owner, ${entry.id} as id,
          row_number() over (partition by pair.owner order by ${entry.sortKey} collate "C", ${entry.id}) as place
        from ${pairsOf(reader, sample.relation, owners)} ${from}
      ) placed where place <= ${sample.first} order by owner, place`
      return [reader.db.execute<RelatedRow>(statement).then((result) => ({ batch, rows: result.rows }))]
    }),
  )
  const found = new Map(rows.map(({ batch, rows: own }) => [batch, Map.groupBy(own, (row) => row.owner)]))
  return keys.map(
    (key) =>
      found
        .get(JSON.stringify([key.relation, key.first, key.after]))
        ?.get(key.owner)
        ?.map((row) => row.id) ?? [],
  )
}

type CountKey = { relation: RelationName; owner: string }

const countRelated = async (reader: Reader, keys: readonly CountKey[]): Promise<number[]> => {
  const batches = Map.groupBy(keys, (key) => key.relation)
  const counts = new Map<string, number>()
  await Promise.all(
    [...batches.entries()].map(async ([relation, wanted]) => {
      const owners = wanted.map((key) => key.owner)
      const statement = sql`select pair.owner, count(*)::int as count from ${pairsOf(reader, relation, owners)} group by pair.owner`
      const { rows } = await reader.db.execute<{ owner: string; count: number }>(statement)
      for (const row of rows) counts.set(`${relation} ${row.owner}`, row.count)
    }),
  )
  return keys.map((key) => counts.get(`${key.relation} ${key.owner}`) ?? 0)
}

/** Batched reads of the entries that refer to an entry. */
export const createRelatedLoaders = (reader: Reader) => ({
  /** Ids of the entries that refer to an entry: one statement per relation and page. */
  related: new DataLoader((keys: readonly RelatedKey[]) => loadRelatedPages(reader, keys), {
    maxBatchSize,
    cacheKeyFn: (key) => JSON.stringify([key.relation, key.owner, key.first, key.after]),
  }),
  /** How many entries refer to an entry: one statement per relation. */
  relatedCount: new DataLoader((keys: readonly CountKey[]) => countRelated(reader, keys), {
    maxBatchSize,
    cacheKeyFn: (key) => `${key.relation} ${key.owner}`,
  }),
})
