import { randomUUID } from 'node:crypto'
import { type Clock, type Db, MAIL_CHANNEL, schema } from '@hansa/db'
import { sql } from 'drizzle-orm'
import { asHtml, asText, type Letter, type LetterLanguage } from './letter.ts'

/**
 * Writes a letter in the transaction that makes it true, and wakes the mailer when that commits.
 * @param id what it tells of, where that could be told again: a letter is written once under an id, which is also its Message-ID
 */
export const writeLetter = async (
  { db, clock }: { db: Db; clock: Clock },
  { id, to, language, letter }: { id?: string; to: string; language: LetterLanguage; letter: Letter },
): Promise<void> => {
  const now = clock.now()
  const row = {
    id: id ?? randomUUID(),
    recipient: to,
    subject: letter.subject,
    text: asText(letter),
    html: asHtml(letter, language),
    language,
    stopUrl: letter.ending?.stop.link ?? null,
    createdAt: now,
    dueAt: now,
  }
  await db.insert(schema.mail).values(row).onConflictDoNothing()
  await db.execute(sql`SELECT pg_notify(${MAIL_CHANNEL}, '')`)
}
