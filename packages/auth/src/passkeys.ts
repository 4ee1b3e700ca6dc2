import { schema } from '@hansa/db'
import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server'
import { and, desc, eq } from 'drizzle-orm'
import { z } from 'zod'
import type { AuthDeps } from './deps.ts'
import { findTicket, issueTicket, takeTicket } from './tickets.ts'

/** Where passkeys belong: the instance's origin, such as `https://hansa.example`, and its name. */
export type RelyingParty = { origin: string; name: string }

/** A passkey as its member sees it. */
export type Passkey = { id: string; name: string; createdAt: Date; lastUsedAt: Date | null }

const { passkey, member } = schema
const rpId = (party: RelyingParty): string => new URL(party.origin).hostname

// The challenge is the secret of a ticket: known to be ours, of this purpose, fresh and good for one answer.
const challengeOf = (secret: string) => new Uint8Array(Buffer.from(secret, 'base64url'))

// The library checks what lies in these; here only their outer form, so that it is never handed anything else.
const Response = z.looseObject({
  id: z.string().max(2000),
  rawId: z.string().max(2000),
  type: z.literal('public-key'),
  response: z.looseObject({ clientDataJSON: z.string().max(10_000) }),
  clientExtensionResults: z.looseObject({}),
})

const readJson = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** Begins to add a passkey; gives what the browser's `navigator.credentials.create` needs, as JSON. */
export const startPasskey = async (
  deps: AuthDeps,
  party: RelyingParty,
  { memberId, name, email }: { memberId: string; name: string; email: string },
): Promise<string> => {
  const owned = await deps.db.select().from(passkey).where(eq(passkey.memberId, memberId))
  const options = await generateRegistrationOptions({
    rpName: party.name,
    rpID: rpId(party),
    userName: email,
    userDisplayName: name,
    userID: new Uint8Array(Buffer.from(memberId)),
    challenge: challengeOf(await issueTicket(deps, 'add-passkey', memberId, {})),
    attestationType: 'none',
    excludeCredentials: owned.map((each) => ({ id: each.credentialId, transports: each.transports })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  })
  return JSON.stringify(options)
}

/** Adds the passkey that a browser made; false when the answer does not hold. `answer` is the browser's JSON. */
export const addPasskey = async (
  deps: AuthDeps,
  party: RelyingParty,
  { memberId, name, answer }: { memberId: string; name: string; answer: string },
): Promise<boolean> => {
  const parsed = Response.safeParse(readJson(answer))
  if (!parsed.success) return false
  const verified = await verifyRegistrationResponse({
    response: parsed.data as unknown as RegistrationResponseJSON,
    expectedChallenge: async (secret) =>
      (await takeTicket(deps, 'add-passkey', secret))?.memberId === memberId,
    expectedOrigin: party.origin,
    expectedRPID: rpId(party),
    requireUserVerification: true,
  }).catch(() => null)
  if (!verified?.verified) return false
  const { credential, credentialBackedUp } = verified.registrationInfo
  const added = await deps.db
    .insert(passkey)
    .values({
      credentialId: credential.id,
      memberId,
      publicKey: Buffer.from(credential.publicKey).toString('base64url'),
      counter: credential.counter,
      transports: credential.transports ?? [],
      backedUp: credentialBackedUp,
      name,
      createdAt: deps.clock.now(),
    })
    .onConflictDoNothing()
    .returning({ id: passkey.credentialId })
  return added.length > 0
}

/** Begins to sign in with a passkey; gives what the browser's `navigator.credentials.get` needs, as JSON. */
export const startPasskeySignIn = async (deps: AuthDeps, party: RelyingParty): Promise<string> => {
  const secret = await issueTicket(deps, 'passkey-sign-in', null, {})
  const options = await generateAuthenticationOptions({
    rpID: rpId(party),
    challenge: challengeOf(secret),
    userVerification: 'required',
  })
  return JSON.stringify(options)
}

/** Whose passkey gave this answer; null when it does not hold. The device has checked the person: both factors at once. */
export const usePasskey = async (
  deps: AuthDeps,
  party: RelyingParty,
  answer: string,
): Promise<string | null> => {
  const parsed = Response.safeParse(readJson(answer))
  if (!parsed.success) return null
  const [row] = await deps.db
    .select({ passkey })
    .from(passkey)
    .innerJoin(member, eq(member.id, passkey.memberId))
    .where(and(eq(passkey.credentialId, parsed.data.id), eq(member.state, 'active')))
  if (!row) return null
  const verified = await verifyAuthenticationResponse({
    response: parsed.data as unknown as AuthenticationResponseJSON,
    expectedChallenge: async (secret) => (await findTicket(deps, 'passkey-sign-in', secret)) !== null,
    expectedOrigin: party.origin,
    expectedRPID: rpId(party),
    requireUserVerification: true,
    credential: {
      id: row.passkey.credentialId,
      publicKey: challengeOf(row.passkey.publicKey),
      counter: row.passkey.counter,
    },
  }).catch(() => null)
  if (!verified?.verified) return null
  // Used up only now, and by one alone: an answer that is sent twice is worth nothing the second time.
  if (!(await takeTicket(deps, 'passkey-sign-in', challengeIn(answer)))) return null
  await deps.db
    .update(passkey)
    .set({ counter: verified.authenticationInfo.newCounter, lastUsedAt: deps.clock.now() })
    .where(eq(passkey.credentialId, row.passkey.credentialId))
  return row.passkey.memberId
}

const ClientData = z.looseObject({ challenge: z.string() })

/** The challenge a verified answer was given to. */
const challengeIn = (answer: string): string => {
  const { response } = Response.parse(readJson(answer))
  return ClientData.parse(readJson(Buffer.from(response.clientDataJSON, 'base64url').toString())).challenge
}

/** The passkeys of a member, the newest first. */
export const listPasskeys = ({ db }: Pick<AuthDeps, 'db'>, memberId: string): Promise<Passkey[]> =>
  db
    .select({
      id: passkey.credentialId,
      name: passkey.name,
      createdAt: passkey.createdAt,
      lastUsedAt: passkey.lastUsedAt,
    })
    .from(passkey)
    .where(eq(passkey.memberId, memberId))
    .orderBy(desc(passkey.createdAt))

/** Removes one passkey of a member; tells whether there was one. */
export const removePasskey = async (
  { db }: Pick<AuthDeps, 'db'>,
  memberId: string,
  id: string,
): Promise<boolean> => {
  const removed = await db
    .delete(passkey)
    .where(and(eq(passkey.memberId, memberId), eq(passkey.credentialId, id)))
    .returning({ id: passkey.credentialId })
  return removed.length > 0
}
