import { schema, type Tx, writeOutbox } from '@hansa/db'
import { InvalidInput } from '@hansa/domain/errors'
import type { Kind } from '@hansa/domain/kind'
import { inArray, sql } from 'drizzle-orm'
import { getTableConfig, type PgTable } from 'drizzle-orm/pg-core'
import type { EntryContent } from './entry.content.ts'

const { entry, entryConcept, entryLink, slugRedirect, audit, kindTables, childTables } = schema

// PostgreSQL takes at most 65,535 parameters in a statement; the widest table has about 35 columns.
const rowsPerStatement = 500

export const chunks = <T>(rows: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(rows.length / rowsPerStatement) }, (_, i) =>
    rows.slice(i * rowsPerStatement, (i + 1) * rowsPerStatement),
  )

const insertAll = async (tx: Tx, table: PgTable, rows: readonly object[]): Promise<void> => {
  for (const chunk of chunks(rows)) await tx.insert(table).values(chunk as never)
}

/** Inserts rows, or overwrites every given column of those whose id exists. */
const upsertAll = async (tx: Tx, table: PgTable, rows: readonly object[]): Promise<void> => {
  const given = new Set(Object.keys(rows[0] ?? {}))
  const columns = Object.entries(table as unknown as Record<string, { name: string }>).filter(
    ([key]) => given.has(key) && key !== 'id',
  )
  const set = Object.fromEntries(columns.map(([key, column]) => [key, sql.raw(`excluded."${column.name}"`)]))
  const id = getTableConfig(table).columns.find((column) => column.name === 'id')
  if (!id) throw new Error(`${getTableConfig(table).name} has no id`)
  for (const chunk of chunks(rows)) {
    const insert = tx.insert(table).values(chunk as never)
    await (columns.length === 0
      ? insert.onConflictDoNothing()
      : insert.onConflictDoUpdate({ target: id, set }))
  }
}

export type Existing = { id: string; kind: Kind; slug: string; contentHash: string; version: number }

export const findExisting = async (tx: Tx, ids: string[]): Promise<Map<string, Existing>> => {
  const { id, kind, slug, contentHash, version } = entry
  const rows: Existing[] = []
  for (const chunk of chunks(ids))
    rows.push(
      ...(await tx
        .select({ id, kind, slug, contentHash, version })
        .from(entry)
        .where(inArray(id, chunk))
        .for('update')),
    )
  return new Map(rows.map((row) => [row.id, row]))
}

/** @throws InvalidInput when a slug belongs, or once belonged, to another entry of the kind. */
export const checkSlugs = async (tx: Tx, contents: EntryContent[]): Promise<void> => {
  const owner = new Map(contents.map((content) => [`${content.kind}/${content.entry.slug}`, content.id]))
  if (owner.size < contents.length)
    throw new InvalidInput([{ field: 'slug', message: 'is given to two entries at once' }])
  for (const chunk of chunks(contents.map((content) => content.entry.slug))) {
    const taken = [
      ...(await tx
        .select({ kind: entry.kind, slug: entry.slug, id: entry.id })
        .from(entry)
        .where(inArray(entry.slug, chunk))),
      ...(await tx
        .select({ kind: slugRedirect.kind, slug: slugRedirect.slug, id: slugRedirect.entryId })
        .from(slugRedirect)
        .where(inArray(slugRedirect.slug, chunk))),
    ]
    for (const row of taken) {
      const mine = owner.get(`${row.kind}/${row.slug}`)
      // An entry that moves away in this very change frees its slug only for its redirect, never for another entry.
      if (mine !== undefined && mine !== row.id)
        throw new InvalidInput([
          { field: 'slug', message: `"${row.slug}" already leads to another entry; choose another` },
        ])
    }
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
  await upsertAll(
    tx,
    entry,
    contents.map((content) => ({
      ...content.entry,
      version: (existing.get(content.id)?.version ?? 0) + 1,
      updatedAt: sql`now()`,
      ...(seeded && { seedHash: content.entry.contentHash }),
    })),
  )
  for (const [kind, table] of Object.entries(kindTables)) {
    const rows = contents.filter((content) => content.kind === kind).map((content) => content.own)
    // A network may name another of the same statement as its parent only when both are in one chunk: parents first.
    if (rows.length > 0)
      await upsertAll(
        tx,
        table,
        rows.toSorted((a, b) => Number(Boolean(a.parent)) - Number(Boolean(b.parent))),
      )
  }
  for (const ids of chunks(
    contents.filter((content) => existing.has(content.id)).map((content) => content.id),
  )) {
    await tx.delete(entryConcept).where(inArray(entryConcept.entryId, ids))
    await tx.delete(entryLink).where(inArray(entryLink.fromId, ids))
    for (const table of Object.values(childTables)) await tx.delete(table).where(inArray(table.entryId, ids))
  }
  await insertAll(
    tx,
    entryConcept,
    contents.flatMap((content) => content.concepts),
  )
  await insertAll(
    tx,
    entryLink,
    contents.flatMap((content) => content.links),
  )
  for (const name of Object.keys(childTables) as (keyof typeof childTables)[])
    await insertAll(
      tx,
      childTables[name],
      contents.flatMap((content) => content.children[name]),
    )
}

export const writeTrail = async (
  tx: Tx,
  actor: string,
  contents: EntryContent[],
  existing: Map<string, Existing>,
): Promise<void> => {
  const before = new Map<string, unknown>()
  for (const ids of chunks([...existing.keys()])) {
    const rows = await tx
      .selectDistinctOn([audit.entryId], { id: audit.entryId, after: audit.after })
      .from(audit)
      .where(inArray(audit.entryId, ids))
      .orderBy(audit.entryId, sql`${audit.seq} desc`)
    for (const row of rows) before.set(row.id, row.after)
  }
  const action = (id: string) => (existing.has(id) ? 'entry.updated' : 'entry.created')
  await insertAll(
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
