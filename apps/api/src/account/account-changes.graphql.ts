import type { SecondFactorSetup } from '@hansa/auth'
import { builder } from '../graphql/builder.ts'
import { ScopeType } from './account.graphql.ts'
import { endApiToken, endOwnSession, makeApiToken } from './api-token.service.ts'
import { confirmEmailChange, requestEmailChange } from './email.service.ts'
import { DoneType, outcomeOf, outcomeType } from './outcome.graphql.ts'
import {
  beginPasskey,
  beginPasskeySignIn,
  dropPasskey,
  keepPasskey,
  signInWithPasskey,
} from './passkey.service.ts'
import { changePassword } from './password.service.ts'
import {
  addSecondFactor,
  dropSecondFactor,
  replaceRecoveryCodes,
  setUpSecondFactor,
} from './second-factor.service.ts'

const SetupType = outcomeType<SecondFactorSetup>('SecondFactorSetup', 'A second factor that is being set up.')
builder.objectField(SetupType, 'secret', (t) =>
  t.string({
    nullable: true,
    description: 'The secret to type into an authenticator (base 32).',
    resolve: (outcome) => outcome.result?.secret,
  }),
)
builder.objectField(SetupType, 'uri', (t) =>
  t.string({
    nullable: true,
    description: 'The same as an address (`otpauth://`), to be shown as a QR code.',
    resolve: (outcome) => outcome.result?.uri,
  }),
)

const CodesType = outcomeType<string[]>(
  'RecoveryCodes',
  'Recovery codes, each good once. They are shown this once.',
)
builder.objectField(CodesType, 'codes', (t) =>
  t.stringList({ description: 'The codes.', resolve: (outcome) => outcome.result ?? [] }),
)

const TokenType = outcomeType<string>('NewApiToken', 'A new token. It is shown this once.')
builder.objectField(TokenType, 'token', (t) =>
  t.string({ nullable: true, description: 'The token: `hansa_…`.', resolve: (outcome) => outcome.result }),
)

const OptionsType = outcomeType<string>('PasskeyOptions', 'What a browser needs to make or use a passkey.')
builder.objectField(OptionsType, 'options', (t) =>
  t.string({
    nullable: true,
    description: 'Options of WebAuthn, as JSON.',
    resolve: (outcome) => outcome.result,
  }),
)

const answer = 'What the browser gave, as JSON (`PublicKeyCredential.toJSON()`).'

builder.mutationFields((t) => ({
  requestEmailChange: t.field({
    type: DoneType,
    description: 'Sends a letter to the address the member wants to have from now on.',
    args: { email: t.arg.string({ required: true, description: 'The new address.' }) },
    resolve: (_, input, ctx) => outcomeOf(() => requestEmailChange(ctx, input)),
  }),
  confirmEmailChange: t.field({
    type: DoneType,
    description: 'Sets the new address, and tells the old one.',
    args: { secret: t.arg.string({ required: true, description: 'The secret in the link.' }) },
    resolve: (_, input, ctx) => outcomeOf(() => confirmEmailChange(ctx, input.secret)),
  }),
  changePassword: t.field({
    type: DoneType,
    description: 'Sets another password and signs out everywhere else.',
    args: {
      password: t.arg.string({ required: true, description: 'A password of at least 10 characters.' }),
    },
    resolve: (_, input, ctx) => outcomeOf(() => changePassword(ctx, input.password)),
  }),
  setUpSecondFactor: t.field({
    type: SetupType,
    description: 'Begins to set up codes of an authenticator as a second factor.',
    resolve: (_, __, ctx) => outcomeOf(() => setUpSecondFactor(ctx)),
  }),
  addSecondFactor: t.field({
    type: CodesType,
    description: 'Finishes the set-up with a code of the authenticator, and signs out everywhere else.',
    args: { code: t.arg.string({ required: true, description: 'The six digits.' }) },
    resolve: (_, input, ctx) => outcomeOf(() => addSecondFactor(ctx, input.code)),
  }),
  removeSecondFactor: t.field({
    type: DoneType,
    description: 'Removes the second factor with its recovery codes, and signs out everywhere else.',
    resolve: (_, __, ctx) => outcomeOf(() => dropSecondFactor(ctx)),
  }),
  renewRecoveryCodes: t.field({
    type: CodesType,
    description: 'Makes new recovery codes; the old ones are worth nothing from now on.',
    resolve: (_, __, ctx) => outcomeOf(() => replaceRecoveryCodes(ctx)),
  }),
  beginPasskey: t.field({
    type: OptionsType,
    description: 'Begins to add a passkey.',
    resolve: (_, __, ctx) => outcomeOf(() => beginPasskey(ctx)),
  }),
  addPasskey: t.field({
    type: DoneType,
    description: 'Adds the passkey that the browser made.',
    args: {
      name: t.arg.string({ required: true, description: 'What its member calls it.' }),
      answer: t.arg.string({ required: true, description: answer }),
    },
    resolve: (_, input, ctx) => outcomeOf(() => keepPasskey(ctx, input)),
  }),
  removePasskey: t.field({
    type: DoneType,
    description: 'Removes a passkey.',
    args: { id: t.arg.id({ required: true, description: 'Its credential id.' }) },
    resolve: (_, input, ctx) => outcomeOf(() => dropPasskey(ctx, input.id)),
  }),
  beginPasskeySignIn: t.field({
    type: OptionsType,
    description: 'Begins to sign in with a passkey.',
    resolve: (_, __, ctx) => outcomeOf(() => beginPasskeySignIn(ctx)),
  }),
  signInWithPasskey: t.field({
    type: DoneType,
    description: 'Signs in with a passkey, in a browser on this site. There is no second step.',
    args: { answer: t.arg.string({ required: true, description: answer }) },
    resolve: (_, input, ctx) => outcomeOf(() => signInWithPasskey(ctx, input.answer)),
  }),
  createApiToken: t.field({
    type: TokenType,
    description: 'Makes a token with which a program uses the API in the member’s name.',
    args: {
      name: t.arg.string({ required: true, description: 'What it is for.' }),
      scopes: t.arg({ type: [ScopeType], required: true, description: 'What it is good for.' }),
      days: t.arg.int({ required: true, description: 'How many days it is good for, up to 366.' }),
    },
    resolve: (_, input, ctx) => outcomeOf(() => makeApiToken(ctx, input)),
  }),
  endApiToken: t.field({
    type: DoneType,
    description: 'Ends a token.',
    args: { id: t.arg.id({ required: true, description: 'Names the token.' }) },
    resolve: (_, input, ctx) => outcomeOf(() => endApiToken(ctx, input.id)),
  }),
  endSession: t.field({
    type: DoneType,
    description: 'Signs out of one browser.',
    args: { id: t.arg.id({ required: true, description: 'Names the session.' }) },
    resolve: (_, input, ctx) => outcomeOf(() => endOwnSession(ctx, input.id)),
  }),
}))
