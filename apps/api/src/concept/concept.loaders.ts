import { schema } from '@hansa/db'
import type { Kind } from '@hansa/domain/kind'
import DataLoader from 'dataloader'
import { and, asc, countDistinct, eq, sql } from 'drizzle-orm'
import { among, grouped, inOrder, maxBatchSize, type Reader, visible } from '../entry/entry.loaders.ts'
import type { ColumnChoice } from '../graphql/shown-columns.ts'
import { memoryIn } from '../kept.ts'
import { wholeConcepts } from './concept.columns.ts'

const { concept, conceptScheme, entry, entryConcept, frameworkItem } = schema

export type ConceptRow = typeof concept.$inferSelect
export type SchemeRow = typeof conceptScheme.$inferSelect
export type KindCount = { kind: Kind; count: number }
export type NamedConcept = { entryId: string; field: string; conceptId: string }

const given = sql.placeholder('ids')

const loadNamed = async ({ db, statements }: Reader, ids: readonly string[]): Promise<NamedConcept[][]> => {
  const { entryId, field, conceptId, position } = entryConcept
  const build = () =>
    db
      .select({ entryId, field, conceptId })
      .from(entryConcept)
      .where(among(entryId, given))
      .orderBy(asc(entryId), asc(field), asc(position))
  const rows = await statements.prepare('named concepts', build)({ ids })
  return grouped(ids, rows, (row) => row.entryId)
}

const readConcepts = async (
  { db, statements }: Reader,
  chosen: ColumnChoice,
  ids: readonly string[],
): Promise<ConceptRow[]> => {
  if (ids.length === 0) return []
  const build = () =>
    db
      .select({ ...chosen.columns })
      .from(concept)
      .where(among(concept.id, given))
  const rows = await statements.prepare(chosen.name, build)({ ids })
  return rows.map((row) => chosen.rowOf<ConceptRow>(row))
}

// Everybody may see every concept, and pages name the same ones again and again.
const memoryOf = ({ kept }: Reader) => memoryIn<ConceptRow>(kept, 'concepts', ['concept'])

const loadConcepts = async (reader: Reader, ids: readonly string[]): Promise<(ConceptRow | null)[]> => {
  const known = await memoryOf(reader)
  const missing = ids.filter((id) => !known.has(id))
  // What does not exist is not remembered: anybody can ask for endlessly many of those.
  for (const row of await readConcepts(reader, wholeConcepts, missing)) known.set(row.id, row)
  return ids.map((id) => known.get(id) ?? null)
}

/** Those in memory as they are, of the others no more than is shown. */
const loadShown = async (reader: Reader, shown: ColumnChoice, ids: readonly string[]) => {
  const known = await memoryOf(reader)
  const missing = ids.filter((id) => !known.has(id))
  const read = await readConcepts(reader, shown, missing)
  return inOrder(ids, [...read, ...ids.flatMap((id) => known.get(id) ?? [])])
}

/** A field of an entry that names concepts. */
type NamingField = { entryId: string; field: string }

type ReadNaming = { id?: unknown; namedBy: string; namedIn: string; named: string }

/** Each concept's words come once, with the first row that names it. */
const namingQuery = ({ db }: Reader, chosen: ColumnChoice) => {
  const { entryId, field, conceptId, position } = entryConcept
  const turn = sql<number>`row_number() over (partition by ${conceptId})`.as('turn')
  const named = db
    .select({ entryId, field, conceptId, position, turn })
    .from(entryConcept)
    .where(and(among(entryId, given), eq(field, sql`any(${sql.placeholder('fields')})`)))
    .as('named')
  return db
    .select({ ...chosen.columns, namedBy: named.entryId, namedIn: named.field, named: named.conceptId })
    .from(named)
    .leftJoin(concept, and(eq(concept.id, named.conceptId), eq(named.turn, 1)))
    .orderBy(asc(named.entryId), asc(named.field), asc(named.position))
}

const loadNamedIn = async (
  reader: Reader,
  chosen: ColumnChoice,
  keys: readonly NamingField[],
): Promise<ConceptRow[][]> => {
  const statement = reader.statements.prepare(`${chosen.name} named`, () => namingQuery(reader, chosen))
  const distinct = (key: keyof NamingField) => [...new Set(keys.map((one) => one[key]))]
  const rows: ReadNaming[] = await statement({ ids: distinct('entryId'), fields: distinct('field') })
  const concepts = new Map<unknown, ConceptRow>()
  for (const row of rows) if (row.id !== null) concepts.set(row.id, chosen.rowOf<ConceptRow>(row))
  const groups = Map.groupBy(rows, (row) => `${row.namedBy} ${row.namedIn}`)
  return keys.map(({ entryId, field }) =>
    (groups.get(`${entryId} ${field}`) ?? []).flatMap((row) => concepts.get(row.named) ?? []),
  )
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

/**
 * Batched reads of concepts.
 * @param shown the columns that the document of the request shows
 */
export const createConceptLoaders = (reader: Reader, shown: ColumnChoice) => ({
  /** A concept with all its words, for what computes with it. */
  concept: new DataLoader((ids: readonly string[]) => loadConcepts(reader, ids), { maxBatchSize }),
  /** A concept as the document shows it. */
  shownConcept: new DataLoader((ids: readonly string[]) => loadShown(reader, shown, ids), {
    maxBatchSize,
  }),
  /** The concepts that a field of an entry names, in order, as the document shows them: one statement for all fields. */
  shownConceptsOf: new DataLoader((keys: readonly NamingField[]) => loadNamedIn(reader, shown, keys), {
    maxBatchSize,
    cacheKeyFn: ({ entryId, field }) => `${entryId} ${field}`,
  }),
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
