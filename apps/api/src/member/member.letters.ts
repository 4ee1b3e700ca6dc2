import { schema, type Tx } from '@hansa/db'
import { eq } from 'drizzle-orm'
import type { Context } from '../context.ts'
import { type Letter, type LetterLanguage, letterLanguage } from '../mail/letter.ts'
import { writeLetter } from '../mail/mail.queue.ts'

/** Somebody who is written to. */
export type Addressee = Pick<
  typeof schema.member.$inferSelect,
  'id' | 'name' | 'email' | 'language' | 'state'
>

/** An active member who can be written to; null for everybody else. */
export const findAddressee = async (tx: Tx, memberId: string): Promise<Addressee | null> => {
  const { member } = schema
  const [row] = await tx.select().from(member).where(eq(member.id, memberId))
  return row?.state === 'active' && row.email !== null ? row : null
}

/** Address of a page of the portal in a language. */
export const pageIn = ({ publicUrl }: Pick<Context, 'publicUrl'>, language: string, path: string): string =>
  `${publicUrl}${language === 'en' ? '' : `/${language}`}${path}`

/** Writes a letter to a member in her language, in the transaction that makes it true. */
export const writeTo = async (
  tx: Tx,
  { clock }: Pick<Context, 'clock'>,
  { email, language: own }: Addressee,
  write: (language: LetterLanguage) => Letter,
): Promise<void> => {
  if (email === null) return
  const language = letterLanguage([own])
  await writeLetter({ db: tx, clock }, { to: email, language, letter: write(language) })
}
