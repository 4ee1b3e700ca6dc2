import { type Db, schema, writeOutbox } from '@hansa/db'
import { ConceptScheme } from '@hansa/domain/concept'
import { parse } from '@hansa/domain/parse'
import { actorOf, authorize, type Viewer } from '@hansa/domain/permissions'
import { inArray, sql } from 'drizzle-orm'

const { concept, conceptScheme, audit } = schema

const conceptRows = (scheme: ConceptScheme) =>
  scheme.concepts.map(({ broader, ...rest }, position) => ({
    ...rest,
    id: `${scheme.key}/${rest.key}`,
    scheme: scheme.key,
    broader: broader === undefined ? null : `${scheme.key}/${broader}`,
    definition: rest.definition ?? null,
    position,
  }))

const canonical = (row: object): string =>
  JSON.stringify(row, (_key, value: unknown) =>
    value !== null && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  )

/**
 * Saves a concept scheme with its concepts. Concepts no longer listed stay, because entries may name them.
 * @returns how many concepts changed
 * @throws Unauthenticated, Forbidden, InvalidInput
 */
export const saveConceptScheme = async (
  writer: { db: Db; viewer: Viewer },
  input: unknown,
): Promise<number> => {
  authorize(writer.viewer, 'concept.save')
  const scheme = parse(ConceptScheme, input)
  const rows = conceptRows(scheme)
  return await writer.db.transaction(async (tx) => {
    const { key, labels, definition = null, sources } = scheme
    await tx
      .insert(conceptScheme)
      .values({ key, labels, definition, sources })
      .onConflictDoUpdate({ target: conceptScheme.key, set: { labels, definition, sources } })
    const ids = rows.map((row) => row.id)
    const before = await tx.select().from(concept).where(inArray(concept.id, ids)).for('update')
    const known = new Map(before.map((row) => [row.id, row]))
    const changed = rows.filter((row) => canonical(known.get(row.id) ?? {}) !== canonical(row))
    if (changed.length === 0) return 0
    const columns = ['broader', 'position', 'labels', 'synonyms', 'definition', 'mappings']
    await tx
      .insert(concept)
      .values(changed)
      .onConflictDoUpdate({
        target: concept.id,
        set: Object.fromEntries(columns.map((name) => [name, sql.raw(`excluded."${name}"`)])),
      })
    const actor = actorOf(writer.viewer)
    await tx.insert(audit).values(
      changed.map((row) => ({
        actor,
        action: 'concept.saved',
        entryId: row.id,
        before: known.get(row.id) ?? null,
        after: row,
      })),
    )
    await writeOutbox(
      tx,
      changed.map((row) => ({ entryId: row.id, entryKind: 'concept' as const, event: 'concept.saved' })),
    )
    return changed.length
  })
}
