import { schema } from '@hansa/db'
import { hash, verify } from '@node-rs/argon2'
import { eq } from 'drizzle-orm'
import { z } from 'zod'
import type { AuthDeps } from './deps.ts'

/**
 * Argon2id with 19 MiB, two passes and one lane: the first choice of OWASP's Password Storage Cheat Sheet. The library's
 * algorithm is Argon2id unless told. Memory in KiB.
 */
export const argon2 = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const

const current = `$argon2id$v=19$m=${argon2.memoryCost},t=${argon2.timeCost},p=${argon2.parallelism}$`

/** Length is what counts (NIST SP 800-63B §3.1.1.2); the upper bound only keeps hashing cheap. */
export const passwordLength = { min: 10, max: 200 } as const

/** One form for what looks the same, whatever keyboard it was typed on. */
const NewPassword = z
  .string()
  .normalize('NFC')
  .min(passwordLength.min, `is shorter than ${passwordLength.min} characters`)
  .max(passwordLength.max, `is longer than ${passwordLength.max} characters`)
  .refine((text) => new Set(text.toLowerCase()).size >= 5, 'repeats too few characters')

/** A new password, which must not be what anybody who knows the member tries first. */
export const newPassword = (known: readonly string[]) =>
  NewPassword.refine((text) => {
    const rest = known.reduce((left, word) => left.replaceAll(word.toLowerCase(), ''), text.toLowerCase())
    return rest.length >= passwordLength.min / 2
  }, 'is little more than a name or an address')

/** A hash that no password has, made with today's parameters: checking against it takes as long as any other. */
const nobodys = `${current}c29tZXNhbHRzb21lc2FsdA$${'A'.repeat(43)}`

const { password } = schema

/** What is stored of a password. It takes a while, so make it before a transaction and not inside. */
export const hashPassword = (text: string): Promise<string> => hash(text.normalize('NFC'), argon2)

/** Sets a member's password to what `hashPassword` made of it. */
export const setPassword = async (
  { db, clock }: Pick<AuthDeps, 'db' | 'clock'>,
  memberId: string,
  made: string,
): Promise<void> => {
  const values = { hash: made, changedAt: clock.now() }
  await db
    .insert(password)
    .values({ memberId, ...values })
    .onConflictDoUpdate({ target: password.memberId, set: values })
}

/**
 * Whether a text is a member's password. For nobody, and for somebody without one, it takes the same work. A hash made with
 * other parameters than today's is made anew.
 */
export const checkPassword = async (
  deps: AuthDeps,
  memberId: string | null,
  text: string,
): Promise<boolean> => {
  const [row] = await deps.db
    .select({ hash: password.hash })
    .from(password)
    .where(eq(password.memberId, memberId ?? ''))
  const fits = await verify(row?.hash ?? nobodys, text.slice(0, passwordLength.max).normalize('NFC'))
  if (!row || !memberId || !fits) return false
  if (!row.hash.startsWith(current)) await setPassword(deps, memberId, await hashPassword(text))
  return true
}

/** Whether a member has a password at all. */
export const hasPassword = async ({ db }: Pick<AuthDeps, 'db'>, memberId: string): Promise<boolean> => {
  const rows = await db
    .select({ at: password.changedAt })
    .from(password)
    .where(eq(password.memberId, memberId))
  return rows.length > 0
}
