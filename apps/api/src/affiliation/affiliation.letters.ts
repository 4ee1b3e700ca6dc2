import { schema, type Tx } from '@hansa/db'
import { type AffiliationFunction, leadingFunction } from '@hansa/domain/affiliation'
import { chooseText } from '@hansa/domain/text'
import { and, eq, inArray, isNotNull, ne, type SQL } from 'drizzle-orm'
import type { Acting } from '../audit/trail.ts'
import type { Context } from '../context.ts'
import { affiliationAskedLetter } from '../mail/letters/affiliation-asked.ts'
import { type AffiliationEvent, affiliationChangedLetter } from '../mail/letters/affiliation-changed.ts'
import { type Addressee, findAddressee, pageIn, writeTo } from '../member/member.letters.ts'
import { type AffiliationRow, subjectAt } from './affiliation.rows.ts'

const { affiliation, entry, member } = schema

type Writing = Pick<Acting, 'clock'> & Pick<Context, 'publicUrl'>

const path = '/account/affiliations'

const titleOf = async (tx: Tx, entryId: string, language: string): Promise<string> => {
  const [row] = await tx.select({ title: entry.title }).from(entry).where(eq(entry.id, entryId))
  return chooseText(row?.title, [language])?.text ?? entryId
}

const holding = (entryIds: readonly string[], role: AffiliationFunction): SQL | undefined =>
  and(
    inArray(affiliation.entryId, [...entryIds]),
    eq(affiliation.function, role),
    isNotNull(affiliation.confirmedAt),
  )

const select = async (tx: Tx, where: SQL | undefined): Promise<Addressee[]> => {
  const { id, name, email, language, state } = member
  return await tx
    .selectDistinct({ id, name, email, language, state })
    .from(member)
    .leftJoin(affiliation, eq(affiliation.memberId, member.id))
    .where(and(eq(state, 'active'), isNotNull(email), where))
}

/** Who is to answer: those who lead the entry, else the secretariats of its networks, else administrators. */
const answering = async (tx: Tx, { entryId, memberId }: AffiliationRow): Promise<Addressee[]> => {
  const lead = leadingFunction(entryId)
  const others = ne(member.id, memberId)
  const leaders = lead ? await select(tx, and(holding([entryId], lead), others)) : []
  if (leaders.length > 0) return leaders
  const { networks = [] } = await subjectAt(tx, entryId)
  const curators = await select(tx, and(holding(networks, 'curator'), others))
  return curators.length > 0 ? curators : await select(tx, and(eq(member.isAdministrator, true), others))
}

/** Tells those who answer for an entry that somebody asks to belong to it. */
export const tellAsked = async (tx: Tx, ctx: Writing, row: AffiliationRow): Promise<void> => {
  const asking = (await findAddressee(tx, row.memberId))?.name ?? ''
  for (const to of await answering(tx, row)) {
    const title = await titleOf(tx, row.entryId, to.language)
    await writeTo(tx, ctx, to, (language) =>
      affiliationAskedLetter[language]({
        name: to.name,
        asking,
        entry: title,
        link: pageIn(ctx, language, path),
      }),
    )
  }
}

/** Tells a member that somebody else changed where she belongs. */
export const tellChanged = async (
  tx: Tx,
  ctx: Writing & Pick<Acting, 'viewer'>,
  { memberId, entryId }: Pick<AffiliationRow, 'memberId' | 'entryId'>,
  event: AffiliationEvent,
): Promise<void> => {
  if (ctx.viewer.kind === 'member' && ctx.viewer.id === memberId) return
  const to = await findAddressee(tx, memberId)
  if (!to) return
  const title = await titleOf(tx, entryId, to.language)
  await writeTo(tx, ctx, to, (language) =>
    affiliationChangedLetter[language]({
      name: to.name,
      event,
      entry: title,
      link: pageIn(ctx, language, path),
    }),
  )
}
