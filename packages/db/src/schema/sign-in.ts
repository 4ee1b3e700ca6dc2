import type { Scope } from '@hansa/domain/permissions'
import {
  bigint,
  boolean,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core'
import { instant } from './columns.ts'
import { member } from './member.ts'

/*
 * How members sign in. A secret that is shown to somebody once (the id of a session, a link, a token, a code) is never
 * stored: these tables hold its SHA-256. What may not leave with an export is listed in `transfer/left-out.ts`.
 */

const memberId = () =>
  text('member_id')
    .notNull()
    .references(() => member.id, { onDelete: 'cascade' })

/** One browser that is signed in. */
export const session = pgTable(
  'session',
  {
    idHash: text('id_hash').primaryKey(),
    // Names the session to its member, who may end it; of no use to sign in with.
    publicId: text('public_id').notNull(),
    memberId: memberId(),
    method: text().$type<'password' | 'link' | 'passkey' | 'provider'>().notNull(),
    network: text().notNull(),
    device: text().notNull(),
    createdAt: instant('created_at').notNull(),
    lastSeenAt: instant('last_seen_at').notNull(),
    // Moves on while the session is used, up to `endsAt`.
    expiresAt: instant('expires_at').notNull(),
    endsAt: instant('ends_at').notNull(),
  },
  (table) => [
    uniqueIndex('session_public_id').on(table.publicId),
    index('session_member').on(table.memberId),
    index('session_expires').on(table.expiresAt),
  ],
)

/** A browser from which a member has signed in before; it keeps a budget of attempts of its own. */
export const knownDevice = pgTable(
  'known_device',
  {
    idHash: text('id_hash').notNull(),
    memberId: memberId(),
    lastSeenAt: instant('last_seen_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.idHash, table.memberId] })],
)

/** A secret that is good for one act, once: a link in a mail, or the step between password and second factor. */
export const ticket = pgTable(
  'ticket',
  {
    idHash: text('id_hash').primaryKey(),
    purpose: text().notNull(),
    // Nobody yet where the ticket is for joining.
    memberId: text('member_id').references(() => member.id, { onDelete: 'cascade' }),
    payload: jsonb().$type<Record<string, unknown>>().notNull(),
    createdAt: instant('created_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    usedAt: instant('used_at'),
  },
  (table) => [
    index('ticket_member').on(table.memberId, table.purpose),
    index('ticket_expires').on(table.expiresAt),
  ],
)

/** Argon2id in its own text form, which names its parameters. */
export const password = pgTable('password', {
  memberId: memberId().primaryKey(),
  hash: text().notNull(),
  changedAt: instant('changed_at').notNull(),
})

/** A second factor: codes by time (RFC 6238). Without `confirmedAt` it is only being set up. */
export const totp = pgTable('totp', {
  memberId: memberId().primaryKey(),
  secret: text().notNull(),
  createdAt: instant('created_at').notNull(),
  confirmedAt: instant('confirmed_at'),
  // The time step of the last code that was accepted: no code counts twice.
  lastStep: bigint('last_step', { mode: 'number' }),
})

/** Codes on paper for when the second factor is lost, each good once. */
export const recoveryCode = pgTable(
  'recovery_code',
  { codeHash: text('code_hash').primaryKey(), memberId: memberId(), usedAt: instant('used_at') },
  (table) => [index('recovery_code_member').on(table.memberId)],
)

/** A passkey (WebAuthn): the public half, which is no secret. */
export const passkey = pgTable(
  'passkey',
  {
    credentialId: text('credential_id').primaryKey(),
    memberId: memberId(),
    publicKey: text('public_key').notNull(),
    counter: bigint({ mode: 'number' }).notNull(),
    transports: jsonb().$type<string[]>().notNull(),
    backedUp: boolean('backed_up').notNull(),
    name: text().notNull(),
    createdAt: instant('created_at').notNull(),
    lastUsedAt: instant('last_used_at'),
  },
  (table) => [index('passkey_member').on(table.memberId)],
)

/** Somebody at an OpenID Connect provider who is a member here: known by issuer and subject, never by an address. */
export const identity = pgTable(
  'identity',
  {
    id: text().primaryKey(),
    issuer: text().notNull(),
    subject: text().notNull(),
    memberId: memberId(),
    // How the provider names her, so that she knows which account it is; nothing is looked up by it.
    label: text().notNull(),
    createdAt: instant('created_at').notNull(),
    lastUsedAt: instant('last_used_at'),
  },
  (table) => [
    uniqueIndex('identity_subject').on(table.issuer, table.subject),
    index('identity_member').on(table.memberId),
  ],
)

/** A token with which a program uses the API in a member's name. */
export const apiToken = pgTable(
  'api_token',
  {
    id: text().primaryKey(),
    tokenHash: text('token_hash').notNull(),
    memberId: memberId(),
    name: text().notNull(),
    scopes: jsonb().$type<Scope[]>().notNull(),
    createdAt: instant('created_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    lastUsedAt: instant('last_used_at'),
  },
  (table) => [
    uniqueIndex('api_token_hash').on(table.tokenHash),
    index('api_token_member').on(table.memberId),
  ],
)

/** How often somebody tried in vain, and from when on she may try again. */
export const throttle = pgTable(
  'throttle',
  {
    keyHash: text('key_hash').primaryKey(),
    attempts: integer().notNull(),
    freeAt: instant('free_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (table) => [index('throttle_updated').on(table.updatedAt)],
)
