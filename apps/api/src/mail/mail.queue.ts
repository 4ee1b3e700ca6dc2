import { randomUUID } from 'node:crypto'
import { type Clock, type Db, MAIL_CHANNEL, schema } from '@hansa/db'
import { sql } from 'drizzle-orm'
import { asHtml, asText, type Letter, type LetterLanguage } from './letter.ts'

/** Writes a letter in the transaction that makes it true, and wakes the mailer when that commits. */
export const writeLetter = async (
  { db, clock }: { db: Db; clock: Clock },
  { to, language, letter }: { to: string; language: LetterLanguage; letter: Letter },
): Promise<void> => {
  const now = clock.now()
  await db.insert(schema.mail).values({
    id: randomUUID(),
    recipient: to,
    subject: letter.subject,
    text: asText(letter),
    html: asHtml(letter, language),
    language,
    createdAt: now,
    dueAt: now,
  })
  await db.execute(sql`SELECT pg_notify(${MAIL_CHANNEL}, '')`)
}
