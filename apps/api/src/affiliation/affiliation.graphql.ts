import { type Outcome, outcomeOf, outcomeType } from '../account/outcome.graphql.ts'
import { builder } from '../graphql/builder.ts'
import { listPeopleAt, listToDecide, type PersonAt } from './affiliation.reader.ts'
import type { AffiliationRow } from './affiliation.rows.ts'
import {
  confirmAffiliation,
  endAffiliation,
  refuseAffiliation,
  requestAffiliation,
} from './affiliation.service.ts'
import { AffiliationFunctionEnum, AffiliationType } from './affiliation.types.ts'
import { appointReviewer, handOver } from './ownership.service.ts'

const PersonAtType = builder.objectRef<PersonAt>('PersonAt').implement({
  description: 'Somebody at an entry, as those who answer for it see her.',
  fields: (t) => ({
    memberId: t.id({ description: 'Her public id.', resolve: (row) => row.affiliation.memberId }),
    name: t.exposeString('name', { description: 'Her name, which she shows to those she asks.' }),
    affiliation: t.field({
      type: AffiliationType,
      description: 'What she is there, or asks to be.',
      resolve: (row) => row.affiliation,
    }),
  }),
})

const OutcomeType = outcomeType<AffiliationRow>('AffiliationOutcome', 'What became of an affiliation.')
builder.objectField(OutcomeType, 'affiliation', (t) =>
  t.field({
    type: AffiliationType,
    nullable: true,
    description: 'The affiliation as it is now, or as it was before it ended.',
    resolve: (outcome: Outcome<AffiliationRow>) => outcome.result,
  }),
)

builder.queryFields((t) => ({
  affiliationsToDecide: t.field({
    type: [PersonAtType],
    description:
      'Who waits for the viewer’s answer: at what she leads, at members of networks she curates, for administrators everywhere. The first hundred, the oldest first.',
    complexity: { field: 1, multiplier: 20 },
    resolve: (_, __, ctx) => listToDecide(ctx),
  }),
  peopleAt: t.field({
    type: [PersonAtType],
    description:
      'Who belongs to an entry, waits to, or reviews it; for those who answer for it. The first hundred, the oldest first.',
    args: { entry: t.arg.id({ required: true, description: 'Id of the entry.' }) },
    complexity: { field: 1, multiplier: 20 },
    resolve: (_, { entry }, ctx) => listPeopleAt(ctx, entry),
  }),
}))

const idArg = 'Id of the affiliation.'

builder.mutationFields((t) => ({
  requestAffiliation: t.field({
    type: OutcomeType,
    description: 'Asks to belong to an organisation, a city or a network, or to lead it.',
    args: {
      entry: t.arg.id({ required: true, description: 'Its id.' }),
      function: t.arg({ type: AffiliationFunctionEnum, required: true, description: 'As what.' }),
      position: t.arg.string({ description: 'What she does there, in her words.' }),
    },
    resolve: (_, { position, ...input }, ctx) =>
      outcomeOf(() => requestAffiliation(ctx, { ...input, position: position ?? '' })),
  }),
  confirmAffiliation: t.field({
    type: OutcomeType,
    description: 'Confirms that a member belongs to an entry; from now on it gives her rights.',
    args: { id: t.arg.id({ required: true, description: idArg }) },
    resolve: (_, { id }, ctx) => outcomeOf(() => confirmAffiliation(ctx, id)),
  }),
  refuseAffiliation: t.field({
    type: OutcomeType,
    description: 'Answers no to who asked to belong to an entry.',
    args: { id: t.arg.id({ required: true, description: idArg }) },
    resolve: (_, { id }, ctx) => outcomeOf(() => refuseAffiliation(ctx, id)),
  }),
  endAffiliation: t.field({
    type: OutcomeType,
    description:
      'Ends that a member belongs to an entry or reviews it, or takes back that she asked. The last who leads something hands it over first.',
    args: { id: t.arg.id({ required: true, description: idArg }) },
    resolve: (_, { id }, ctx) => outcomeOf(() => endAffiliation(ctx, id)),
  }),
  handOver: t.field({
    type: OutcomeType,
    description:
      'Hands an organisation, a city or a network over to another of its members; who hands it over stays a member of it.',
    args: {
      entry: t.arg.id({ required: true, description: 'Its id.' }),
      member: t.arg.id({ required: true, description: 'Id of the member who is to lead it.' }),
    },
    resolve: (_, input, ctx) => outcomeOf(() => handOver(ctx, input)),
  }),
  appointReviewer: t.field({
    type: OutcomeType,
    description: 'Makes a member a reviewer of one entry, for the secretariat of a network it belongs to.',
    args: {
      entry: t.arg.id({ required: true, description: 'Id of the entry.' }),
      member: t.arg.id({ required: true, description: 'Id of the member.' }),
    },
    resolve: (_, input, ctx) => outcomeOf(() => appointReviewer(ctx, input)),
  }),
}))
