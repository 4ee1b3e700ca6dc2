import { builder, enumOf } from '../graphql/builder.ts'
import { dropIdentity } from './identity.service.ts'
import { DoneType, outcomeOf, outcomeType } from './outcome.graphql.ts'
import {
  beginProviderSignIn,
  findProviderName,
  finishProviderSignIn,
  type ProviderReturn,
} from './provider.service.ts'

const StepType = enumOf<ProviderReturn['step']>(
  'ProviderStep',
  'What comes after somebody came back from the provider.',
  {
    DONE: 'Nothing: the browser is signed in.',
    SECOND_FACTOR: 'A code of the authenticator, with `signInWithCode`.',
    JOIN: 'Joining, with `confirmJoin` and the secret.',
    LINKED: 'Nothing: the provider is linked to her account.',
  },
)

const PageType = outcomeType<string>('ProviderPage', 'The page of the provider to go to.')
builder.objectField(PageType, 'url', (t) =>
  t.string({ nullable: true, description: 'Its address.', resolve: (outcome) => outcome.result }),
)

const ReturnType = outcomeType<ProviderReturn>('ProviderReturn', 'What coming back from the provider led to.')
builder.objectFields(ReturnType, (t) => ({
  step: t.field({
    type: StepType,
    nullable: true,
    description: 'What comes next; null when there are problems.',
    resolve: (outcome) => outcome.result?.step,
  }),
  secret: t.string({
    nullable: true,
    description: 'What to join with.',
    resolve: (outcome) => outcome.result?.secret,
  }),
  next: t.string({
    nullable: true,
    description: 'The page to go to afterwards, as it was said at the beginning.',
    resolve: (outcome) => outcome.result?.next,
  }),
}))

builder.queryField('providerName', (t) =>
  t.string({
    nullable: true,
    description: 'Whom people can sign in with (single sign-on); null where there is nobody.',
    resolve: (_, __, ctx) => findProviderName(ctx),
  }),
)

builder.mutationFields((t) => ({
  beginProviderSignIn: t.field({
    type: PageType,
    description: 'Begins to sign in with the provider, or to link it to the account of whoever is signed in.',
    args: {
      next: t.arg.string({ description: 'The page to go to afterwards.' }),
      link: t.arg.boolean({ description: 'Whether it is to be linked.' }),
    },
    resolve: (_, { next, link }, ctx) =>
      outcomeOf(() => beginProviderSignIn(ctx, { next: next ?? '', link: link ?? false })),
  }),
  finishProviderSignIn: t.field({
    type: ReturnType,
    description: 'Goes on in the browser that comes back from the provider.',
    args: {
      query: t.arg.string({ required: true, description: 'The query of the address it came back to.' }),
    },
    resolve: (_, input, ctx) => outcomeOf(() => finishProviderSignIn(ctx, input)),
  }),
  removeIdentity: t.field({
    type: DoneType,
    description: 'Unlinks an account at a provider.',
    args: { id: t.arg.id({ required: true, description: 'Names it.' }) },
    resolve: (_, input, ctx) => outcomeOf(() => dropIdentity(ctx, input.id)),
  }),
}))
