import { schema } from '@hansa/db'
import type { Kind } from '@hansa/domain/kind'
import DataLoader from 'dataloader'
import { and, asc, countDistinct, eq, sql } from 'drizzle-orm'
import { among, grouped, maxBatchSize, type Reader, visible } from '../entry/entry.loaders.ts'

const { concept, conceptScheme, entry, entryConcept, frameworkItem } = schema

export type ConceptRow = typeof concept.$inferSelect
export type SchemeRow = typeof conceptScheme.$inferSelect
export type KindCount = { kind: Kind; count: number }
export type NamedConcept = { entryId: string; field: string; conceptId: string }

const loadNamed = async ({ db }: Reader, ids: readonly string[]): Promise<NamedConcept[][]> => {
  const rows = await db
    .select()
    .from(entryConcept)
    .where(among(entryConcept.entryId, ids))
    .orderBy(asc(entryConcept.entryId), asc(entryConcept.field), asc(entryConcept.position))
  return grouped(ids, rows, (row) => row.entryId)
}

const loadConcepts = async ({ db }: Reader, ids: readonly string[]): Promise<(ConceptRow | null)[]> => {
  const rows = await db.select().from(concept).where(among(concept.id, ids))
  const byId = new Map(rows.map((row) => [row.id, row]))
  return ids.map((id) => byId.get(id) ?? null)
}

const loadOfScheme = async ({ db }: Reader, keys: readonly string[]): Promise<ConceptRow[][]> => {
  const rows = await db
    .select()
    .from(concept)
    .where(among(concept.scheme, keys))
    .orderBy(asc(concept.scheme), asc(concept.position), asc(concept.id))
  return grouped(keys, rows, (row) => row.scheme)
}

const loadNarrower = async ({ db }: Reader, ids: readonly string[]): Promise<ConceptRow[][]> => {
  const rows = await db
    .select()
    .from(concept)
    .where(among(concept.broader, ids))
    .orderBy(asc(concept.position), asc(concept.id))
  return grouped(ids, rows, (row) => row.broader ?? '')
}

const loadScheme = async ({ db }: Reader, keys: readonly string[]): Promise<(SchemeRow | null)[]> => {
  const rows = await db.select().from(conceptScheme).where(among(conceptScheme.key, keys))
  const byKey = new Map(rows.map((row) => [row.key, row]))
  return keys.map((key) => byKey.get(key) ?? null)
}

const countEntries = async ({ db, viewer }: Reader, ids: readonly string[]): Promise<KindCount[][]> => {
  const rows = await db
    .select({ id: entryConcept.conceptId, kind: entry.kind, count: countDistinct(entry.id) })
    .from(entryConcept)
    .innerJoin(entry, eq(entry.id, entryConcept.entryId))
    .where(and(among(entryConcept.conceptId, ids), visible(viewer)))
    .groupBy(entryConcept.conceptId, entry.kind)
    .orderBy(asc(entry.kind))
  return grouped(ids, rows, (row) => row.id)
}

/** An item of a framework and the framework it belongs to. */
export type ItemKey = { frameworkId: string; key: string }

const loadItems = async ({ db, viewer }: Reader, ids: readonly string[]): Promise<ItemKey[][]> => {
  const mapped = sql<string>`jsonb_array_elements_text(${frameworkItem.policyAreas})`.as('concept_id')
  const items = db
    .select({
      frameworkId: frameworkItem.entryId,
      key: frameworkItem.key,
      position: frameworkItem.position,
      conceptId: mapped,
    })
    .from(frameworkItem)
    .as('mapped_item')
  const rows = await db
    .select({ frameworkId: items.frameworkId, key: items.key, conceptId: items.conceptId })
    .from(items)
    .innerJoin(entry, eq(entry.id, items.frameworkId))
    .where(and(among(items.conceptId, ids), visible(viewer)))
    .orderBy(asc(entry.sortKey), asc(items.frameworkId), asc(items.position))
  return grouped(ids, rows, (row) => row.conceptId)
}

/** Batched reads of concepts. */
export const createConceptLoaders = (reader: Reader) => ({
  concept: new DataLoader((ids: readonly string[]) => loadConcepts(reader, ids), { maxBatchSize }),
  scheme: new DataLoader((keys: readonly string[]) => loadScheme(reader, keys), { maxBatchSize }),
  /** What concepts the fields of an entry name, in order. */
  namedConcepts: new DataLoader((ids: readonly string[]) => loadNamed(reader, ids), { maxBatchSize }),
  conceptsOfScheme: new DataLoader((keys: readonly string[]) => loadOfScheme(reader, keys), { maxBatchSize }),
  narrower: new DataLoader((ids: readonly string[]) => loadNarrower(reader, ids), { maxBatchSize }),
  /** How many entries of each kind name a concept. */
  conceptCounts: new DataLoader((ids: readonly string[]) => countEntries(reader, ids), { maxBatchSize }),
  /** Items of frameworks that are mapped to a concept. */
  itemsOfConcept: new DataLoader((ids: readonly string[]) => loadItems(reader, ids), { maxBatchSize }),
})
