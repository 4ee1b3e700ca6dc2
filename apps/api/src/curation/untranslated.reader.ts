import { schema } from '@hansa/db'
import { type WrittenKind, writtenKinds } from '@hansa/domain/fiche'
import { parse } from '@hansa/domain/parse'
import { authorize, can, type Viewer } from '@hansa/domain/permissions'
import { began, leads } from '@hansa/domain/roles'
import { LanguageTag } from '@hansa/domain/text'
import { openStates } from '@hansa/domain/workflow'
import { and, count, desc, eq, inArray, or, type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Context } from '../context.ts'
import { cursorOf, positionOf } from '../entry/entry.cursor.ts'
import { among } from '../entry/entry.loaders.ts'
import { type Page, type PageArgs, sizeOf } from '../graphql/connection.ts'
import { once } from '../once.ts'
import { decidedBy } from './queue.reader.ts'
import type { RevisionRow } from './revision.rows.ts'
import { countLacking, lackSome, textTables } from './untranslated.texts.ts'

const { entry, kindTables, practice, revision, revisionChange } = schema

/** A published entry some of whose texts lack a language. */
export type Untranslated = Pick<typeof entry.$inferSelect, 'id' | 'slug' | 'title'> & {
  kind: WrittenKind
  /** How many texts lack it. */
  texts: number
  /** What is being written of it, whoever writes it. */
  open: RevisionRow | null
}

/** Which entries: what they lack, and of which kind they are. */
const UntranslatedFilter = z.strictObject({ language: LanguageTag, kind: z.enum(writtenKinds).nullish() })

/** A condition that an entry is somebody's to improve: she speaks for it, decides about it, or wrote some of it. */
const improvedBy = (viewer: Viewer): SQL | undefined => {
  const decided = decidedBy(viewer, entry.id)
  if (decided === undefined || viewer.kind !== 'member') return decided
  const held = [...new Set(viewer.affiliations.map((one) => one.entryId))]
  const led = held.filter((id) => leads(viewer, id))
  const changed = sql`select ${revisionChange.revisionId} from ${revisionChange} where ${revisionChange.memberId} = ${viewer.id}`
  return or(
    among(
      entry.id,
      held.filter((id) => leads(viewer, id) || began(viewer, id)),
    ),
    sql`${entry.id} in (select ${practice.id} from ${practice} where ${among(practice.leadOrganisation, led)})`,
    sql`${entry.id} in (select ${revision.entryId} from ${revision} where ${revision.createdBy} = ${viewer.id} or ${revision.id} in (${changed}))`,
    decided,
  )
}

type Row = Omit<Untranslated, 'open'> & { sortKey: string }

/** The same for all engines, whose own orders differ. */
const sortKey = sql`${entry.sortKey} collate "C"`

const readRows = async (
  { db }: Pick<Context, 'db'>,
  kinds: readonly WrittenKind[],
  where: SQL | undefined,
  { language, limit }: { language: string; limit: number },
): Promise<Row[]> => {
  const query = db
    .select({
      id: entry.id,
      kind: sql<WrittenKind>`${entry.kind}`,
      slug: entry.slug,
      title: entry.title,
      sortKey: entry.sortKey,
      texts: countLacking(kinds, language),
    })
    .from(entry)
    .$dynamic()
  return await withTexts(query, kinds).where(where).orderBy(sortKey, entry.id).limit(limit)
}

/** Joins what else holds texts of some kinds. */
const withTexts = <Q extends { leftJoin(table: never, on: SQL): Q }>(
  query: Q,
  kinds: readonly WrittenKind[],
): Q =>
  textTables(kinds).reduce(
    (joined, kind) => joined.leftJoin(kindTables[kind] as never, eq(kindTables[kind].id, entry.id)),
    query,
  )

const openOf = async ({ db }: Pick<Context, 'db'>, ids: readonly string[]): Promise<RevisionRow[]> =>
  ids.length === 0
    ? []
    : await db
        .select()
        .from(revision)
        .where(and(among(revision.entryId, ids), inArray(revision.state, [...openStates])))

/**
 * A page of the published entries that are the viewer's to improve and lack a language, or have it from a machine alone, in
 * order of their titles.
 * @throws Unauthenticated, Forbidden; InvalidInput for what is no language, a size out of bounds or a foreign cursor
 */
export const listUntranslated = (ctx: Context, input: object, args: PageArgs): Page<Untranslated> => {
  const { viewer, db } = ctx
  authorize(viewer, 'account.read', { member: viewer.kind === 'member' ? viewer.id : '' })
  const { language, kind } = parse(UntranslatedFilter, input)
  const kinds = kind ? [kind] : writtenKinds
  const size = sizeOf(args, ctx)
  const after = args.after == null ? null : positionOf(args.after)
  const where = and(
    eq(entry.state, 'published'),
    among(entry.kind, kinds),
    improvedBy(viewer),
    lackSome(kinds, language),
  )
  const items = async () => {
    const from = after ? sql`(${sortKey}, ${entry.id}) > (${after.sortKey}, ${after.id})` : undefined
    const rows = await readRows(ctx, kinds, and(where, from), { language, limit: size + 1 })
    const shown = rows.slice(0, size)
    const open = await openOf(
      ctx,
      shown.map(({ id }) => id),
    )
    const byEntry = new Map(open.map((row) => [row.entryId, row]))
    return {
      nodes: shown.map((row) => ({ ...row, open: byEntry.get(row.id) ?? null })),
      cursors: shown.map((row) => cursorOf({ sortKey: row.sortKey, id: row.id })),
      hasNextPage: rows.length > size,
      hasPreviousPage: after !== null,
    }
  }
  const total = async () => {
    const query = db.select({ count: count() }).from(entry).$dynamic()
    return (await withTexts(query, kinds).where(where))[0]?.count ?? 0
  }
  return { items: once(items), total }
}

/** What is being written of an entry, as far as the viewer may read that. */
export const readableOpen = async (
  { viewer, loaders }: Pick<Context, 'viewer' | 'loaders'>,
  { open }: Untranslated,
): Promise<RevisionRow | null> =>
  open && can(viewer, 'revision.read', await loaders.revisionSubject.load(open.id)) ? open : null

/** Languages in which published entries are written, what most are written in first. */
export const listContentLanguages = async ({ db }: Pick<Context, 'db'>): Promise<string[]> => {
  const rows = await db
    .select({ language: entry.contentLanguage })
    .from(entry)
    .where(eq(entry.state, 'published'))
    .groupBy(entry.contentLanguage)
    .orderBy(desc(count()), entry.contentLanguage)
  return rows.map(({ language }) => language)
}
