import { schema } from '@hansa/db'
import { and, count, eq, gt, isNotNull, isNull, lt, or } from 'drizzle-orm'
import { Secret, TOTP } from 'otpauth'
import { type AuthDeps, after } from './deps.ts'
import { hashOf } from './secrets.ts'

/** Codes by time as every authenticator makes them (RFC 6238): six digits, 30 seconds, SHA-1. */
const periodSeconds = 30

/** Clocks of telephones may be wrong by one period. */
const toleratedSteps = 1

/** RFC 4226 §4 asks for 160 bits. */
const secretBytes = 20

/** A set-up that was begun is finished within so many seconds, or begun anew with another secret. */
const setupLife = 3600

const codeCount = 10
// Crockford's alphabet: nothing that is read wrongly from paper.
const alphabet = '0123456789abcdefghjkmnpqrstvwxyz'
const codeLength = 16

const { totp, recoveryCode } = schema

const totpOf = (secret: string, label = '', issuer = '') =>
  new TOTP({ issuer, label, secret: Secret.fromBase32(secret), period: periodSeconds })

/** What an authenticator needs: the secret to type, or its address (`otpauth://`) to scan. */
export type SecondFactorSetup = { secret: string; uri: string }

/** Begins to set a second factor up. It counts for nothing until a code of it was given. */
export const startSecondFactor = async (
  { db, clock, random }: AuthDeps,
  { memberId, label, issuer }: { memberId: string; label: string; issuer: string },
): Promise<SecondFactorSetup> => {
  const secret = new Secret({ buffer: new Uint8Array(random(secretBytes)).buffer }).base32
  const values = { secret, createdAt: clock.now(), confirmedAt: null, lastStep: null }
  await db
    .insert(totp)
    .values({ memberId, ...values })
    .onConflictDoUpdate({ target: totp.memberId, set: values, setWhere: isNull(totp.confirmedAt) })
  return { secret, uri: totpOf(secret, label, issuer).toString() }
}

const isBegun = (clock: AuthDeps['clock'], memberId: string) =>
  and(eq(totp.memberId, memberId), isNull(totp.confirmedAt), gt(totp.createdAt, after(clock, -setupLife)))

/** The set-up that was begun a short time ago and not finished. */
export const findSecondFactorSetup = async (
  { db, clock }: Pick<AuthDeps, 'db' | 'clock'>,
  { memberId, label, issuer }: { memberId: string; label: string; issuer: string },
): Promise<SecondFactorSetup | null> => {
  const [row] = await db.select({ secret: totp.secret }).from(totp).where(isBegun(clock, memberId))
  return row ? { secret: row.secret, uri: totpOf(row.secret, label, issuer).toString() } : null
}

const isConfirmed = (memberId: string) => and(eq(totp.memberId, memberId), isNotNull(totp.confirmedAt))

/** Whether a member has a second factor. */
export const hasSecondFactor = async ({ db }: Pick<AuthDeps, 'db'>, memberId: string): Promise<boolean> => {
  const rows = await db.select({ id: totp.memberId }).from(totp).where(isConfirmed(memberId))
  return rows.length > 0
}

/** Accepts a code of a member's authenticator, each one once: also of two requests at the same moment only one. */
const acceptCode = async (
  { db, clock }: Pick<AuthDeps, 'db' | 'clock'>,
  memberId: string,
  code: string,
  { confirmed }: { confirmed: boolean },
): Promise<boolean> => {
  const state = confirmed ? isConfirmed(memberId) : isBegun(clock, memberId)
  const [row] = await db.select({ secret: totp.secret }).from(totp).where(state)
  if (!row) return false
  const timestamp = clock.now().getTime()
  const delta = totpOf(row.secret).validate({ token: code, timestamp, window: toleratedSteps })
  if (delta === null) return false
  const step = Math.floor(timestamp / 1000 / periodSeconds) + delta
  const accepted = await db
    .update(totp)
    .set({ lastStep: step, ...(confirmed ? {} : { confirmedAt: clock.now() }) })
    .where(and(state, or(isNull(totp.lastStep), lt(totp.lastStep, step))))
    .returning({ id: totp.memberId })
  return accepted.length > 0
}

const newCode = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => alphabet[byte & 31])
    .join('')
    .replace(/(.{4})(?=.)/g, '$1-')

/** Written by hand, a code may have other capitals, gaps, and letters for digits. */
const codeHash = (memberId: string, code: string): string => {
  const plain = code
    .toLowerCase()
    .replace(/[^0-9a-z]/g, '')
    .replaceAll('o', '0')
    .replace(/[il]/g, '1')
  return hashOf(`${memberId}:${plain}`)
}

/** Makes new recovery codes, which are shown once; the old ones are worth nothing from now on. */
export const renewRecoveryCodes = async ({ db, random }: AuthDeps, memberId: string): Promise<string[]> => {
  const codes = Array.from({ length: codeCount }, () => newCode(random(codeLength)))
  await db.delete(recoveryCode).where(eq(recoveryCode.memberId, memberId))
  await db
    .insert(recoveryCode)
    .values(codes.map((code) => ({ memberId, codeHash: codeHash(memberId, code) })))
  return codes
}

/** How many recovery codes are left. */
export const countRecoveryCodes = async ({ db }: Pick<AuthDeps, 'db'>, memberId: string): Promise<number> => {
  const [row] = await db
    .select({ left: count() })
    .from(recoveryCode)
    .where(and(eq(recoveryCode.memberId, memberId), isNull(recoveryCode.usedAt)))
  return row?.left ?? 0
}

/** Finishes the set-up with a code of it; gives the recovery codes, or null when the code is wrong. */
export const confirmSecondFactor = async (
  deps: AuthDeps,
  memberId: string,
  code: string,
): Promise<string[] | null> => {
  const accepted = await acceptCode(deps, memberId, code, { confirmed: false })
  return accepted ? await renewRecoveryCodes(deps, memberId) : null
}

/** Accepts a code of the authenticator or a recovery code; tells which it was, or null when it is neither. */
export const useSecondFactor = async (
  deps: AuthDeps,
  memberId: string,
  code: string,
): Promise<'code' | 'recovery-code' | null> => {
  const digits = code.replace(/\s/g, '')
  if (/^\d{6}$/.test(digits))
    return (await acceptCode(deps, memberId, digits, { confirmed: true })) ? 'code' : null
  const used = await deps.db
    .update(recoveryCode)
    .set({ usedAt: deps.clock.now() })
    .where(and(eq(recoveryCode.codeHash, codeHash(memberId, code)), isNull(recoveryCode.usedAt)))
    .returning({ id: recoveryCode.memberId })
  return used.length > 0 ? 'recovery-code' : null
}

/** Removes a member's second factor with its recovery codes. */
export const removeSecondFactor = async ({ db }: Pick<AuthDeps, 'db'>, memberId: string): Promise<void> => {
  await db.delete(totp).where(eq(totp.memberId, memberId))
  await db.delete(recoveryCode).where(eq(recoveryCode.memberId, memberId))
}
