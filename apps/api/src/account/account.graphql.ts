import type { ApiToken, Identity, Passkey } from '@hansa/auth'
import type { Scope } from '@hansa/domain/permissions'
import { builder, enumOf } from '../graphql/builder.ts'
import type { MemberRow } from './account.context.ts'
import {
  findOwnAccount,
  listOwnSessions,
  listOwnTokens,
  readSignInMeans,
  type SignInMeans,
} from './account.reader.ts'

export const ScopeType = enumOf<Scope>('TokenScope', 'What a token may be good for.', {
  read: 'Reading what its member may read.',
  write: 'Changing what its member may change, and reading; never her account.',
})

type OwnSession = Awaited<ReturnType<typeof listOwnSessions>>[number]

const SessionType = builder.objectRef<OwnSession>('Session').implement({
  description: 'A browser that is signed in.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'Names the session; of no use to sign in with.' }),
    device: t.exposeString('device', { description: 'Browser and system, such as `Firefox, Windows`.' }),
    network: t.exposeString('network', {
      description: 'The network it was begun from, such as `192.0.2.0/24`.',
    }),
    isThis: t.exposeBoolean('isThis', { description: 'Whether it is the one that asks.' }),
    createdAt: t.string({
      description: 'When it began (ISO 8601).',
      resolve: (session) => session.createdAt.toISOString(),
    }),
    lastSeenAt: t.string({
      description: 'When it was last used, to ten minutes (ISO 8601).',
      resolve: (session) => session.lastSeenAt.toISOString(),
    }),
  }),
})

const PasskeyType = builder.objectRef<Passkey>('Passkey').implement({
  description: 'A passkey (WebAuthn) of a member.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'Its credential id.' }),
    name: t.exposeString('name', { description: 'What its member calls it.' }),
    createdAt: t.string({
      description: 'When it was added (ISO 8601).',
      resolve: (passkey) => passkey.createdAt.toISOString(),
    }),
    lastUsedAt: t.string({
      nullable: true,
      description: 'When it was last used (ISO 8601).',
      resolve: (passkey) => passkey.lastUsedAt?.toISOString(),
    }),
  }),
})

const IdentityType = builder.objectRef<Identity>('Identity').implement({
  description: 'An account at a provider (single sign-on) that is linked to a member.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'Names it here.' }),
    issuer: t.exposeString('issuer', { description: 'The provider’s own name: an address.' }),
    label: t.exposeString('label', { description: 'How the provider calls her: an address or a name.' }),
    createdAt: t.string({
      description: 'When it was linked (ISO 8601).',
      resolve: (identity) => identity.createdAt.toISOString(),
    }),
    lastUsedAt: t.string({
      nullable: true,
      description: 'When it was last used (ISO 8601).',
      resolve: (identity) => identity.lastUsedAt?.toISOString(),
    }),
  }),
})

const ApiTokenType = builder.objectRef<ApiToken>('ApiToken').implement({
  description:
    'A token with which a program uses the API in a member’s name; the token itself is shown once.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'Names the token.' }),
    name: t.exposeString('name', { description: 'What it is for, in its member’s words.' }),
    scopes: t.field({
      type: [ScopeType],
      description: 'What it is good for.',
      resolve: (token) => token.scopes,
    }),
    createdAt: t.string({
      description: 'When it was made (ISO 8601).',
      resolve: (token) => token.createdAt.toISOString(),
    }),
    expiresAt: t.string({
      description: 'Until when it is good (ISO 8601).',
      resolve: (token) => token.expiresAt.toISOString(),
    }),
    lastUsedAt: t.string({
      nullable: true,
      description: 'When it was last used, to ten minutes (ISO 8601).',
      resolve: (token) => token.lastUsedAt?.toISOString(),
    }),
  }),
})

const SignInMeansType = builder.objectRef<SignInMeans>('SignInMeans').implement({
  description: 'How a member signs in.',
  fields: (t) => ({
    hasPassword: t.exposeBoolean('hasPassword', { description: 'Whether there is a password.' }),
    hasSecondFactor: t.exposeBoolean('hasSecondFactor', {
      description: 'Whether a code of an authenticator is asked for as well.',
    }),
    recoveryCodesLeft: t.exposeInt('recoveryCodesLeft', { description: 'How many recovery codes are left.' }),
    passkeys: t.field({
      type: [PasskeyType],
      description: 'Passkeys, the newest first.',
      resolve: (means) => means.passkeys,
    }),
    identities: t.field({
      type: [IdentityType],
      description: 'Accounts at a provider, the newest first.',
      resolve: (means) => means.identities,
    }),
  }),
})

/** The account of whoever asks; other files add what else is hers alone. */
export const AccountType = builder.objectRef<MemberRow>('Account').implement({
  description: 'The account of whoever asks. Only she sees it.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'Her public id: `memb_…`.' }),
    name: t.exposeString('name', { description: 'Her name.' }),
    email: t.exposeString('email', { nullable: true, description: 'Her e-mail address.' }),
    language: t.exposeString('language', { description: 'The language she is written to in (BCP 47).' }),
    isAdministrator: t.exposeBoolean('isAdministrator', { description: 'Whether she is an administrator.' }),
    signInMeans: t.field({
      type: SignInMeansType,
      description: 'How she signs in. Not for tokens.',
      resolve: (_, __, ctx) => readSignInMeans(ctx),
    }),
    sessions: t.field({
      type: [SessionType],
      description: 'Where she is signed in, the one used last first. Not for tokens.',
      resolve: (_, __, ctx) => listOwnSessions(ctx),
    }),
    apiTokens: t.field({
      type: [ApiTokenType],
      description: 'Her tokens, the newest first. Not for tokens.',
      resolve: (_, __, ctx) => listOwnTokens(ctx),
    }),
  }),
})

builder.queryFields((t) => ({
  viewer: t.field({
    type: AccountType,
    nullable: true,
    description: 'Whoever asks: by the session of her browser, or by a token. Null for a visitor.',
    resolve: (_, __, ctx) => findOwnAccount(ctx),
  }),
  accountsOpen: t.boolean({
    description: 'Whether people can have accounts on this instance.',
    resolve: (_, __, ctx) => ctx.accounts === 'open',
  }),
}))
