import { schema, type Tx } from '@hansa/db'
import { type Audience, type Happening, newsOf } from '@hansa/domain/news'
import type { LocalizedText } from '@hansa/domain/text'
import { eq } from 'drizzle-orm'
import type { Acting } from '../audit/trail.ts'
import { notify } from '../notification/notify.ts'
import { curatorsOf, keepersOf, reviewersOf } from './people.ts'
import { type RevisionRow, writersOf } from './revision.rows.ts'

const { revision } = schema

/** Something that happened to an entry or a revision of it. */
type Happened = {
  entryId: string
  revisionId?: string | undefined
  what: Happening
  /** Names this one among others of its sort: nobody is told twice of one. */
  key: string
  /** Who is named by it, such as the reviewer who is asked. */
  asked?: string | undefined
}

const rowOf = async (tx: Tx, id: string | undefined): Promise<RevisionRow | null> => {
  if (id === undefined) return null
  const [row] = await tx.select().from(revision).where(eq(revision.id, id))
  return row ?? null
}

const audience = async (
  tx: Tx,
  who: Audience,
  { entryId, asked }: Happened,
  row: RevisionRow | null,
): Promise<string[]> => {
  if (who === 'curators') return await curatorsOf(tx, entryId)
  if (who === 'keepers') return await keepersOf(tx, entryId)
  if (who === 'asked') return asked === undefined ? [] : [asked]
  if (row === null) return []
  return who === 'authors' ? await writersOf(tx, row) : await reviewersOf(tx, row.id)
}

/** Where one acts on it: who wrote it where it is written, the others where it is looked at. */
const pathFor = (who: Audience, { what, revisionId }: Happened): string | undefined => {
  if (revisionId === undefined || what === 'publish') return undefined
  return who === 'authors' ? `/write/${revisionId}` : `/curation/${revisionId}`
}

/** Tells members of what happened to an entry, in the transaction that made it happen. Nobody is told of what she did herself. */
export const tellOf = async (tx: Tx, ctx: Omit<Acting, 'db'>, happened: Happened): Promise<void> => {
  const news = newsOf(happened.what)
  if (!news) return
  const row = await rowOf(tx, happened.revisionId)
  // A first draft that nobody else has seen concerns nobody else.
  if (happened.what === 'withdraw' && row?.submittedAt === null) return
  const title = row?.title as LocalizedText | null | undefined
  const by = ctx.viewer.kind === 'member' ? { detail: { by: ctx.viewer.id } } : {}
  for (const who of news.to)
    await notify(tx, ctx, {
      to: await audience(tx, who, happened, row),
      about: news.about,
      key: happened.key,
      entry: happened.entryId,
      ...(title && { title }),
      ...((path) => path !== undefined && { path })(pathFor(who, happened)),
      ...by,
    })
}
