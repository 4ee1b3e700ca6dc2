import { countAttempt } from '@hansa/auth'
import { InvalidInput } from '@hansa/domain/errors'
import { MemberId } from '@hansa/domain/member'
import { parse } from '@hansa/domain/parse'
import { authorize } from '@hansa/domain/permissions'
import { z } from 'zod'
import type { AccountContext } from '../account/account.context.ts'
import { writeTrail } from '../audit/trail.ts'
import { contactCopyLetter, contactLetter } from '../mail/letters/contact.ts'
import { findAddressee, pageIn, writeTo } from './member.letters.ts'
import { findVisibleProfile, readProfile } from './profile.reader.ts'

const hour = 3600

/** Messages of one member to everybody: a handful at once, then one in a while. */
const toEverybody = { free: 10, firstWait: 60, longestWait: 6 * hour, forgetAfter: 24 * hour }

/** Messages of one member to another: who does not answer is not to be pressed. */
const toOne = { free: 3, firstWait: hour, longestWait: 12 * hour, forgetAfter: 24 * hour }

/** Line ends, tabs, and the two that join letters in Persian and signs in emoji are part of writing. */
const unseen = /(?!\n|\t|\u200C|\u200D)[\p{Cc}\p{Cf}\p{Co}]/u

const Contact = z.strictObject({
  member: MemberId,
  message: z
    .string()
    .transform((text) => text.replaceAll('\r\n', '\n').trim())
    .pipe(
      z
        .string()
        .min(1, 'is empty')
        .max(4000, 'is longer than 4,000 characters')
        .refine((text) => !unseen.test(text), 'holds characters that cannot be seen'),
    ),
})

/**
 * Sends a message to a member by mail, and a copy to whoever wrote it. Neither learns the address of the other: an answer
 * goes through the page of whoever wrote, who must therefore show her name to members.
 * @throws Unauthenticated, Forbidden; InvalidInput also for whom the viewer cannot find; RateLimited
 */
export const contactMember = async (ctx: AccountContext, input: { member: string }): Promise<void> => {
  const { viewer } = ctx
  authorize(viewer, 'member.contact', { member: input.member })
  const own = viewer.kind === 'member' ? viewer.id : ''
  const { member: memberId, message } = parse(Contact, input)
  const found = await findVisibleProfile(ctx, memberId)
  if (!found) throw new InvalidInput([{ field: 'member', message: 'was not found' }])
  const profile = await readProfile(ctx.db, own)
  if (!profile || profile.visibility.name === 'secretariat')
    throw new InvalidInput([
      {
        field: 'name',
        message: 'is shown to nobody: show your name to members first, so that you can be answered',
      },
    ])
  await countAttempt(ctx, [
    { budget: toEverybody, key: `contact:${own}` },
    { budget: toOne, key: `contact:${own}:${memberId}` },
  ])
  await ctx.db.transaction(async (tx) => {
    const to = await findAddressee(tx, memberId)
    const from = await findAddressee(tx, own)
    if (!to || !from) throw new InvalidInput([{ field: 'member', message: 'was not found' }])
    await writeTo(tx, ctx, to, (language) =>
      contactLetter[language]({
        name: to.name,
        from: from.name,
        message,
        link: pageIn(ctx, language, `/members/${own}`),
      }),
    )
    await writeTo(tx, ctx, from, (language) =>
      contactCopyLetter[language]({ name: from.name, to: found.name, message }),
    )
    // What was written is between the two; that it was written is kept, so that misuse can be seen.
    await writeTrail(tx, ctx, { action: 'member.contacted', entryId: memberId })
  })
}
