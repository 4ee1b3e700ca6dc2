import { type Db, schema } from '@hansa/db'
import { newEntryId } from '@hansa/domain/id'
import type { Kind } from '@hansa/domain/kind'
import { actorOf, authorize, type Viewer } from '@hansa/domain/permissions'
import { sql } from 'drizzle-orm'
import { contentOf } from './entry.content.ts'
import { checkSlugs, findExisting, writeContents, writeRedirects, writeTrail } from './entry.rows.ts'

export type Writer = { db: Db; viewer: Viewer }

/** One entry to save: `id` of an existing or known one, or none for a new one; `input` as its kind's schema has it. */
export type EntryChange = { kind: Kind; id?: string; input: unknown }

type Saved = { id: string; slug: string; changed: boolean }

const { entry } = schema

/**
 * Saves entries, all or none: authorize → parse → transaction { write, audit, event } → return. An entry whose content
 * is what it was is left alone. `seeded` notes the content as the seed's own, so that a later seed can tell which
 * entries people have edited since.
 * @throws Unauthenticated, Forbidden, InvalidInput
 */
export const saveEntries = async (
  writer: Writer,
  changes: readonly EntryChange[],
  options: { seeded: boolean } = { seeded: false },
): Promise<Saved[]> => {
  for (const { kind } of changes) authorize(writer.viewer, 'entry.save', { kind })
  const contents = changes.map((change) =>
    contentOf(change.kind, change.id ?? newEntryId(change.kind), change.input),
  )
  return await writer.db.transaction(async (tx) => {
    const existing = await findExisting(
      tx,
      contents.map((content) => content.id),
    )
    const changed = contents.filter(
      (content) => existing.get(content.id)?.contentHash !== content.entry.contentHash,
    )
    if (changed.length > 0) {
      await checkSlugs(tx, changed)
      await writeRedirects(tx, changed, existing)
      await writeContents(tx, changed, existing, options.seeded)
      await writeTrail(tx, actorOf(writer.viewer), changed, existing)
    }
    const saved = new Set(changed)
    return contents.map((content) => ({
      id: content.id,
      slug: content.entry.slug,
      changed: saved.has(content),
    }))
  })
}

/** Saves one entry; see `saveEntries`. */
export const saveEntry = async (writer: Writer, change: EntryChange): Promise<Saved> => {
  const [saved] = await saveEntries(writer, [change])
  if (!saved) throw new Error('saveEntries returned nothing')
  return saved
}

/** The entries among `ids` that people have edited since the seed wrote them. */
export const editedSinceSeed = async (db: Db, ids: readonly string[]): Promise<Set<string>> => {
  const rows = await db
    .select({ id: entry.id })
    .from(entry)
    .where(sql`${entry.seedHash} is distinct from ${entry.contentHash}`)
  const wanted = new Set(ids)
  return new Set(rows.map((row) => row.id).filter((id) => wanted.has(id)))
}
