import { builder, enumOf } from '../graphql/builder.ts'
import { findNewEmail } from './email.service.ts'
import { confirmJoin, findJoiner, join } from './join.service.ts'
import { DoneType, type Outcome, outcomeOf, outcomeType } from './outcome.graphql.ts'
import { findResetMember, requestPasswordReset, resetPassword } from './password.service.ts'
import {
  findLinkMember,
  requestSignInLink,
  type SignInStep,
  signIn,
  signInWithCode,
  signInWithLink,
  signOut,
  signOutEverywhere,
} from './sign-in.service.ts'

const StepType = enumOf<SignInStep>('SignInStep', 'What comes after the first step of signing in.', {
  DONE: 'Nothing: the browser is signed in.',
  SECOND_FACTOR: 'A code of the authenticator, with `signInWithCode`.',
})

const SignInType = outcomeType<SignInStep>('SignInOutcome', 'What signing in came to.')
builder.objectField(SignInType, 'step', (t) =>
  t.field({
    type: StepType,
    nullable: true,
    description: 'What comes next; null when there are problems.',
    resolve: (outcome: Outcome<SignInStep>) => outcome.result,
  }),
)

const LinkPurposeType = enumOf<'join' | 'sign-in' | 'reset-password' | 'change-email'>(
  'LinkPurpose',
  'What a link in a letter is for.',
  {
    join: 'Joining.',
    'sign-in': 'Signing in.',
    'reset-password': 'Choosing a new password.',
    'change-email': 'Using another address.',
  },
)

const email = 'Her e-mail address.'
const secret = 'The secret in the link.'
const newPassword = 'A password of at least 10 characters.'

builder.queryFields((t) => ({
  linkEmail: t.string({
    nullable: true,
    description:
      'Whose address a link in a letter is about; null when it is not good any more. Looking does not use it up.',
    args: {
      purpose: t.arg({ type: LinkPurposeType, required: true, description: 'What it is for.' }),
      secret: t.arg.string({ required: true, description: secret }),
    },
    resolve: async (_, { purpose, secret: given }, ctx) => {
      if (purpose === 'join') return (await findJoiner(ctx, given))?.email
      if (purpose === 'sign-in') return (await findLinkMember(ctx, given))?.email
      if (purpose === 'reset-password') return (await findResetMember(ctx, given))?.email
      return await findNewEmail(ctx, given)
    },
  }),
}))

builder.mutationFields((t) => ({
  join: t.field({
    type: DoneType,
    description:
      'Sends a letter with which somebody can join. The answer is the same for an address that has joined.',
    args: {
      name: t.arg.string({ required: true, description: 'Her name.' }),
      email: t.arg.string({ required: true, description: email }),
    },
    resolve: (_, input, ctx) => outcomeOf(() => join(ctx, input)),
  }),
  confirmJoin: t.field({
    type: DoneType,
    description: 'Makes the account of somebody who got the letter, and signs her in.',
    args: {
      secret: t.arg.string({ required: true, description: secret }),
      password: t.arg.string({
        required: true,
        description: `${newPassword} Empty for none: then she signs in with links by mail.`,
      }),
    },
    resolve: (_, input, ctx) => outcomeOf(() => confirmJoin(ctx, input)),
  }),
  signIn: t.field({
    type: SignInType,
    description: 'Signs in with address and password, in a browser on this site.',
    args: {
      email: t.arg.string({ required: true, description: email }),
      password: t.arg.string({ required: true, description: 'Her password.' }),
    },
    resolve: (_, input, ctx) => outcomeOf(() => signIn(ctx, input)),
  }),
  requestSignInLink: t.field({
    type: DoneType,
    description: 'Sends a link to sign in with. The answer is the same for an address without an account.',
    args: {
      email: t.arg.string({ required: true, description: email }),
      next: t.arg.string({ description: 'The page to go to afterwards.' }),
    },
    resolve: (_, input, ctx) =>
      outcomeOf(() => requestSignInLink(ctx, { email: input.email, next: input.next ?? '' })),
  }),
  signInWithLink: t.field({
    type: SignInType,
    description: 'Signs in with a link, in a browser on this site.',
    args: { secret: t.arg.string({ required: true, description: secret }) },
    resolve: (_, input, ctx) => outcomeOf(() => signInWithLink(ctx, input.secret)),
  }),
  signInWithCode: t.field({
    type: DoneType,
    description: 'The second step of signing in.',
    args: {
      code: t.arg.string({ required: true, description: 'A code of the authenticator, or a recovery code.' }),
    },
    resolve: (_, input, ctx) => outcomeOf(() => signInWithCode(ctx, input.code)),
  }),
  requestPasswordReset: t.field({
    type: DoneType,
    description:
      'Sends a link to choose a new password with. The answer is the same for an address without an account.',
    args: { email: t.arg.string({ required: true, description: email }) },
    resolve: (_, input, ctx) => outcomeOf(() => requestPasswordReset(ctx, input)),
  }),
  resetPassword: t.field({
    type: SignInType,
    description: 'Sets a new password with a link, ends all sessions, and signs in.',
    args: {
      secret: t.arg.string({ required: true, description: secret }),
      password: t.arg.string({ required: true, description: newPassword }),
    },
    resolve: (_, input, ctx) => outcomeOf(() => resetPassword(ctx, input)),
  }),
  signOut: t.field({
    type: DoneType,
    description: 'Signs out of this browser.',
    resolve: (_, __, ctx) => outcomeOf(() => signOut(ctx)),
  }),
  signOutEverywhere: t.field({
    type: DoneType,
    description: 'Signs out of every browser. Tokens stay.',
    resolve: (_, __, ctx) => outcomeOf(() => signOutEverywhere(ctx)),
  }),
}))
