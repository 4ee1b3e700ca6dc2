import { schema } from '@hansa/db'
import { Email, MemberName } from '@hansa/domain/member'
import { LanguageTag } from '@hansa/domain/text'
import { and, eq, gt, isNull, lte } from 'drizzle-orm'
import { z } from 'zod'
import { type AuthDeps, after } from './deps.ts'
import { ProviderAccount } from './identities.ts'
import { hashOf, newSecret } from './secrets.ts'

const minutes = (count: number): number => count * 60
const hours = (count: number): number => minutes(count * 60)
const nothing = z.strictObject({})

/** What a secret may be good for: how long, in seconds, and what is known with it. */
export const ticketPurposes = {
  join: {
    life: hours(24),
    payload: z.strictObject({
      name: MemberName,
      email: Email,
      language: LanguageTag,
      isAdministrator: z.boolean(),
      // What she will sign in with, where a provider has shown who she is.
      identity: ProviderAccount.optional(),
    }),
  },
  'sign-in': { life: minutes(30), payload: nothing },
  'reset-password': { life: hours(1), payload: nothing },
  'change-email': { life: hours(24), payload: z.strictObject({ email: Email }) },
  'second-factor': {
    life: minutes(10),
    payload: z.strictObject({ method: z.enum(['password', 'link', 'provider']) }),
  },
  'add-passkey': { life: minutes(10), payload: nothing },
  'passkey-sign-in': { life: minutes(10), payload: nothing },
  // With a member it links to her; without, whoever comes back signs in or joins.
  provider: { life: minutes(10), payload: z.strictObject({ next: z.string().max(500) }) },
} as const

export type TicketPurpose = keyof typeof ticketPurposes
type Payload<P extends TicketPurpose> = z.output<(typeof ticketPurposes)[P]['payload']>

export type Ticket<P extends TicketPurpose> = {
  memberId: string | null
  payload: Payload<P>
  expiresAt: Date
}

const { ticket } = schema

/** Makes a secret that is good for one act, once. */
export const issueTicket = async <P extends TicketPurpose>(
  { db, clock, random }: AuthDeps,
  purpose: P,
  memberId: string | null,
  payload: Payload<P>,
): Promise<string> => {
  const secret = newSecret(random)
  await db.insert(ticket).values({
    idHash: hashOf(secret),
    purpose,
    memberId,
    payload,
    createdAt: clock.now(),
    expiresAt: after(clock, ticketPurposes[purpose].life),
  })
  return secret
}

const valid = ({ clock }: Pick<AuthDeps, 'clock'>, purpose: TicketPurpose, secret: string) =>
  and(
    eq(ticket.idHash, hashOf(secret)),
    eq(ticket.purpose, purpose),
    isNull(ticket.usedAt),
    gt(ticket.expiresAt, clock.now()),
  )

const toTicket = <P extends TicketPurpose>(purpose: P, row: typeof ticket.$inferSelect): Ticket<P> => ({
  memberId: row.memberId,
  // The schema of a purpose gives what the payload of that purpose is.
  payload: ticketPurposes[purpose].payload.parse(row.payload) as Payload<P>,
  expiresAt: row.expiresAt,
})

/** Looks at a ticket without using it up; null when it is unknown, of another purpose, used or too old. */
export const findTicket = async <P extends TicketPurpose>(
  deps: Pick<AuthDeps, 'db' | 'clock'>,
  purpose: P,
  secret: string,
): Promise<Ticket<P> | null> => {
  const [row] = await deps.db
    .select()
    .from(ticket)
    .where(valid(deps, purpose, secret))
  return row ? toTicket(purpose, row) : null
}

/** Uses a ticket up; of several who try at once only one gets it. Null as for `findTicket`. */
export const takeTicket = async <P extends TicketPurpose>(
  deps: Pick<AuthDeps, 'db' | 'clock'>,
  purpose: P,
  secret: string,
): Promise<Ticket<P> | null> => {
  const [row] = await deps.db
    .update(ticket)
    .set({ usedAt: deps.clock.now() })
    .where(valid(deps, purpose, secret))
    .returning()
  return row ? toTicket(purpose, row) : null
}

/** Makes all open tickets of a member worthless: links on their way must not outlive what they were asked for. */
export const endTickets = async ({ db }: Pick<AuthDeps, 'db'>, memberId: string): Promise<void> => {
  await db.delete(ticket).where(eq(ticket.memberId, memberId))
}

/** Removes the rows of tickets that are over. */
export const sweepTickets = async ({ db, clock }: Pick<AuthDeps, 'db' | 'clock'>): Promise<void> => {
  await db.delete(ticket).where(lte(ticket.expiresAt, clock.now()))
}
