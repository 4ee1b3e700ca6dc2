import type { MemberState } from '@hansa/domain/member'
import { type Outcome, outcomeOf, outcomeType } from '../account/outcome.graphql.ts'
import { builder, enumOf } from '../graphql/builder.ts'
import { connectionOf, pageArgs, pageCost } from '../graphql/connection.ts'
import { listPeople, type Person, restoreMember, setAdministrator, suspendMember } from './people.service.ts'

const StateEnum = enumOf<MemberState>('MemberState', 'Whether a member can sign in.', {
  active: 'She can sign in.',
  suspended: 'An administrator keeps her from it.',
  erased: 'She is erased for good.',
})

const PersonType = builder.objectRef<Person>('Person').implement({
  description: 'A person with an account, as administrators see her.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'Her public id.' }),
    name: t.exposeString('name', { description: 'Her name.' }),
    email: t.exposeString('email', { nullable: true, description: 'Her e-mail address.' }),
    state: t.field({ type: StateEnum, description: 'Whether she can sign in.', resolve: (row) => row.state }),
    isAdministrator: t.exposeBoolean('isAdministrator', { description: 'Whether she is an administrator.' }),
    joinedAt: t.string({
      description: 'When she joined (ISO 8601).',
      resolve: (row) => row.createdAt.toISOString(),
    }),
    affiliationCount: t.int({
      description: 'How many affiliations of hers are confirmed.',
      resolve: async (row, _, ctx) => (await ctx.loaders.affiliations.load(row.id)).length,
    }),
  }),
})

const PersonConnection = connectionOf(PersonType, 'people')

const OutcomeType = outcomeType<Person>('PersonOutcome', 'What became of a person’s account.')
builder.objectField(OutcomeType, 'person', (t) =>
  t.field({
    type: PersonType,
    nullable: true,
    description: 'The person as she is now.',
    resolve: (outcome: Outcome<Person>) => outcome.result,
  }),
)

builder.queryFields((t) => ({
  people: t.field({
    type: PersonConnection,
    description: 'Everybody with an account, in the order in which they joined. For administrators.',
    args: { text: t.arg.string({ description: 'A part of the name or address.' }), ...pageArgs },
    complexity: pageCost,
    resolve: (_, args, ctx) => listPeople(ctx, args),
  }),
}))

const idArg = 'Her public id.'

builder.mutationFields((t) => ({
  suspendMember: t.field({
    type: OutcomeType,
    description: 'Keeps a member from signing in, and ends her sessions and tokens. For administrators.',
    args: { id: t.arg.id({ required: true, description: idArg }) },
    resolve: (_, { id }, ctx) => outcomeOf(() => suspendMember(ctx, id)),
  }),
  restoreMember: t.field({
    type: OutcomeType,
    description: 'Lets a suspended member sign in again. For administrators.',
    args: { id: t.arg.id({ required: true, description: idArg }) },
    resolve: (_, { id }, ctx) => outcomeOf(() => restoreMember(ctx, id)),
  }),
  setAdministrator: t.field({
    type: OutcomeType,
    description: 'Makes a member an administrator, or one no longer. For administrators.',
    args: {
      id: t.arg.id({ required: true, description: idArg }),
      value: t.arg.boolean({ required: true, description: 'Whether she is to be one.' }),
    },
    resolve: (_, { id, value }, ctx) => outcomeOf(() => setAdministrator(ctx, id, value)),
  }),
}))
