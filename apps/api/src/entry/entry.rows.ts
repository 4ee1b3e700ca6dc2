import { type Db, insertRows, schema, type Tx, writeOutbox } from '@hansa/db'
import type { EntryState } from '@hansa/domain/entry'
import { InvalidInput } from '@hansa/domain/errors'
import type { Kind } from '@hansa/domain/kind'
import { and, inArray, sql } from 'drizzle-orm'
import type { EntryContent } from './entry.content.ts'
import { among } from './entry.loaders.ts'
import { amongWriters } from './entry.locks.ts'

const { entry, entryConcept, entryLink, slugRedirect, audit, kindTables, childTables } = schema

/** Entries in one statement that reads or deletes by id. */
const rowsPerStatement = 500

export const chunks = <T>(rows: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(rows.length / rowsPerStatement) }, (_, i) =>
    rows.slice(i * rowsPerStatement, (i + 1) * rowsPerStatement),
  )

export type Existing = {
  id: string
  kind: Kind
  slug: string
  contentHash: string
  version: number
  state: EntryState
}

/** Which of some entries are there, locked in the order of their ids. */
export const findExisting = async (tx: Tx, ids: string[]): Promise<Map<string, Existing>> => {
  await amongWriters(tx)
  const { id, kind, slug, contentHash, version, state } = entry
  const rows: Existing[] = []
  for (const chunk of chunks(ids.toSorted()))
    rows.push(
      ...(await tx
        .select({ id, kind, slug, contentHash, version, state })
        .from(entry)
        .where(among(id, chunk))
        .orderBy(id)
        .for('update')),
    )
  return new Map(rows.map((row) => [row.id, row]))
}

/** An address that leads, or once led, to an entry. */
export type KnownSlug = { kind: Kind; slug: string; id: string }

/** Which of some slugs lead, or once led, to an entry of some kinds. */
export const findSlugs = async (
  db: Db,
  kinds: readonly Kind[],
  slugs: readonly string[],
): Promise<KnownSlug[]> => {
  const found: KnownSlug[] = []
  for (const chunk of chunks(slugs))
    found.push(
      ...(await db
        .select({ kind: entry.kind, slug: entry.slug, id: entry.id })
        .from(entry)
        // The kinds are named because the indexes begin with them.
        .where(and(among(entry.kind, kinds), among(entry.slug, chunk)))),
      ...(await db
        .select({ kind: slugRedirect.kind, slug: slugRedirect.slug, id: slugRedirect.entryId })
        .from(slugRedirect)
        .where(and(among(slugRedirect.kind, kinds), among(slugRedirect.slug, chunk)))),
    )
  return found
}

/** @throws InvalidInput when a slug belongs, or once belonged, to another entry of the kind. */
export const checkSlugs = async (tx: Tx, contents: EntryContent[]): Promise<void> => {
  const owner = new Map(contents.map((content) => [`${content.kind}/${content.entry.slug}`, content.id]))
  if (owner.size < contents.length)
    throw new InvalidInput([{ field: 'slug', message: 'is given to two entries at once' }])
  const kinds = [...new Set(contents.map((content) => content.kind))]
  const slugs = contents.map((content) => content.entry.slug)
  for (const row of await findSlugs(tx, kinds, slugs)) {
    const mine = owner.get(`${row.kind}/${row.slug}`)
    // An entry that moves away in this very change frees its slug only for its redirect, never for another entry.
    if (mine !== undefined && mine !== row.id)
      throw new InvalidInput([
        { field: 'slug', message: `"${row.slug}" already leads to another entry; choose another` },
      ])
  }
}

export const writeRedirects = async (
  tx: Tx,
  contents: EntryContent[],
  existing: Map<string, Existing>,
): Promise<void> => {
  const moved = contents.flatMap((content) => {
    const before = existing.get(content.id)
    return before && before.slug !== content.entry.slug
      ? [{ kind: content.kind, slug: before.slug, entryId: content.id }]
      : []
  })
  if (moved.length === 0) return
  await tx.insert(slugRedirect).values(moved).onConflictDoNothing()
  for (const content of contents)
    await tx
      .delete(slugRedirect)
      .where(
        sql`${slugRedirect.kind} = ${content.kind} and ${slugRedirect.slug} = ${content.entry.slug} and ${slugRedirect.entryId} = ${content.id}`,
      )
}

export const writeContents = async (
  tx: Tx,
  contents: EntryContent[],
  existing: Map<string, Existing>,
  seeded: boolean,
): Promise<void> => {
  await insertRows(
    tx,
    entry,
    contents.map((content) => ({
      ...content.entry,
      state: content.state ?? existing.get(content.id)?.state ?? 'published',
      version: (existing.get(content.id)?.version ?? 0) + 1,
      ...(seeded && { seedHash: content.entry.contentHash }),
    })),
    { overwrite: true, renewed: [entry.updatedAt] },
  )
  for (const [kind, table] of Object.entries(kindTables)) {
    const rows = contents.filter((content) => content.kind === kind).map((content) => content.own)
    // A network may name another as its parent only when that is there or in the same statement: parents first.
    const parentsFirst = rows.toSorted((a, b) => Number(Boolean(a.parent)) - Number(Boolean(b.parent)))
    await insertRows(tx, table, parentsFirst, { overwrite: true })
  }
  for (const ids of chunks(
    contents.filter((content) => existing.has(content.id)).map((content) => content.id),
  )) {
    await tx.delete(entryConcept).where(among(entryConcept.entryId, ids))
    await tx.delete(entryLink).where(among(entryLink.fromId, ids))
    for (const table of Object.values(childTables)) await tx.delete(table).where(among(table.entryId, ids))
  }
  await insertRows(
    tx,
    entryConcept,
    contents.flatMap((content) => content.concepts),
  )
  await insertRows(
    tx,
    entryLink,
    contents.flatMap((content) => content.links),
  )
  for (const name of Object.keys(childTables) as (keyof typeof childTables)[])
    await insertRows(
      tx,
      childTables[name],
      contents.flatMap((content) => content.children[name]),
    )
}

/** The content each entry was last saved with, by id: what the audit trail says it was after that. */
export const lastInputs = async (db: Db, ids: readonly string[]): Promise<Map<string, unknown>> => {
  const inputs = new Map<string, unknown>()
  for (const some of chunks(ids)) {
    const rows = await db
      .selectDistinctOn([audit.entryId], { id: audit.entryId, after: audit.after })
      .from(audit)
      // The trail also tells who belongs to an entry, which is none of its content.
      .where(and(among(audit.entryId, some), inArray(audit.action, ['entry.created', 'entry.updated'])))
      .orderBy(audit.entryId, sql`${audit.seq} desc`)
    for (const row of rows) inputs.set(row.id, row.after)
  }
  return inputs
}

export const writeTrail = async (
  tx: Tx,
  actor: string,
  contents: EntryContent[],
  existing: Map<string, Existing>,
): Promise<void> => {
  const before = await lastInputs(tx, [...existing.keys()])
  const action = (id: string) => (existing.has(id) ? 'entry.updated' : 'entry.created')
  await insertRows(
    tx,
    audit,
    contents.map(({ id, input }) => ({
      actor,
      action: action(id),
      entryId: id,
      before: before.get(id) ?? null,
      after: input,
    })),
  )
  await writeOutbox(
    tx,
    contents.map(({ id, kind }) => ({ entryId: id, entryKind: kind, event: action(id) })),
  )
}
