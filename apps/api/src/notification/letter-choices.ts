import { randomBytes } from 'node:crypto'
import { type Db, schema } from '@hansa/db'
import { type LetterChoices, usualChoices } from '@hansa/domain/notification'
import { eq } from 'drizzle-orm'

const { letterChoice } = schema

/** How a member wants to be written to. */
export const choicesOf = async (db: Db, memberId: string): Promise<LetterChoices> => {
  const [row] = await db.select().from(letterChoice).where(eq(letterChoice.memberId, memberId))
  return { ...usualChoices, ...row?.choices }
}

/** What signs the links that stop a member’s letters; made when it is first needed. */
export const stopSecretOf = async (tx: Db, memberId: string): Promise<string> => {
  await tx
    .insert(letterChoice)
    .values({ memberId, choices: {}, stopSecret: randomBytes(32).toString('base64url') })
    .onConflictDoNothing()
  const [row] = await tx.select().from(letterChoice).where(eq(letterChoice.memberId, memberId))
  if (!row) throw new Error('a row that was just written is not there')
  return row.stopSecret
}

/** Changes some of a member’s choices and leaves the others. */
export const changeChoices = async (
  tx: Db,
  memberId: string,
  changed: Partial<LetterChoices>,
): Promise<LetterChoices> => {
  await stopSecretOf(tx, memberId)
  const [row] = await tx.select().from(letterChoice).where(eq(letterChoice.memberId, memberId)).for('update')
  const choices = { ...row?.choices, ...changed }
  await tx.update(letterChoice).set({ choices }).where(eq(letterChoice.memberId, memberId))
  return { ...usualChoices, ...choices }
}
