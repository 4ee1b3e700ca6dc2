import { concept, concepts } from '../concept/concept.fields.ts'
import { many, one, related } from '../entry/entry.fields.ts'
import { Entry, Node } from '../entry/entry.graphql.ts'
import { type EntryRow, types } from '../entry/entry.types.ts'
import { reads } from '../graphql/shown-columns.ts'
import { text } from '../graphql/text.ts'
import {
  BudgetBand,
  ContactType,
  EvaluationType,
  MediaType,
  PartnerType,
  PracticeOfferType,
  PreconditionType,
  RelatedPracticeType,
  ResultType,
  StaffBand,
  StageEnum,
  StepType,
} from './practice.parts.ts'
import { countryOf, missingOf, partnersOf, relatedTo } from './practice.service.ts'
import { checksOf } from './practice.transferability.ts'

import { TransferCheckType } from './transferability.graphql.ts'

type Row = EntryRow<'practice'>

types.practice.implement({
  description: 'The fiche of a good practice. What its sources do not state is null or empty, never guessed.',
  interfaces: [Node, Entry],
  fields: (t) => ({
    strapline: t.field(text('What it is, in one line.', (row: Row) => row.strapline)),
    challenge: t.field(text('The problem it answers.', (row: Row) => row.challenge)),
    objectives: t.field(text('What it set out to reach.', (row: Row) => row.objectives)),
    solution: t.field({
      type: [StepType],
      description: 'What was done, step by step.',
      resolve: (row) => row.solution,
    }),
    components: t.field(many('component', 'The building blocks it uses.', 'components')),
    difficulties: t.field(text('What was difficult and what failed.', (row: Row) => row.difficulties)),
    leadOrganisation: t.field(one('organisation', 'Who leads it.', (row: Row) => row.leadOrganisation)),
    partners: t.field({
      type: [PartnerType],
      description: 'Who else takes part.',
      resolve: (row, _, ctx) => partnersOf(ctx, row),
    }),
    staffBand: t.field({
      type: StaffBand,
      nullable: true,
      description: 'How much staff it needs.',
      resolve: (row) => row.staffBand,
    }),
    staffNote: t.exposeString('staffNote', {
      nullable: true,
      description: 'What the source says about staff.',
    }),
    volunteers: t.exposeString('volunteers', {
      nullable: true,
      description: 'What the source says about volunteers.',
    }),
    city: t.field(one('city', 'The city it is from.', (row: Row) => row.city)),
    furtherCities: t.field(many('city', 'Other cities that take part.', 'furtherCities')),
    country: t.field({
      type: types.country,
      nullable: true,
      description: 'The country it is from: its own, else that of its city.',
      ...reads('country', 'city'),
      resolve: (row, _, ctx) => countryOf(ctx, row),
    }),
    territory: t.exposeString('territory', {
      nullable: true,
      description: 'Where it works, when that is no city.',
    }),
    networks: t.field(many('network', 'Networks it is linked to.', 'networks')),
    governanceLevel: t.field(concept('The level of government it works on.', 'governanceLevel')),
    cityRoles: t.field(
      concepts('What the city is in it: leader, service provider, employer, buyer.', 'cityRoles'),
    ),
    policyAreas: t.field(concepts('The policy areas it belongs to.', 'policyAreas')),
    measureTypes: t.field(concepts('What kinds of measure it is.', 'measureTypes')),
    targetGroups: t.field(concepts('Whom it is for.', 'targetGroups')),
    governanceDimensions: t.field(
      concepts('How levels of government work together in it.', 'governanceDimensions'),
    ),
    start: t.exposeString('start', { nullable: true, description: 'When it began, as precise as is known.' }),
    end: t.exposeString('end', { nullable: true, description: 'When it ended.' }),
    stage: t.field({
      type: StageEnum,
      nullable: true,
      description: 'How far it is.',
      resolve: (row) => row.stage,
    }),
    participationLevel: t.field(concept('How far migrants take part in it.', 'participationLevel')),
    participationHow: t.field(text('How migrants take part.', (row: Row) => row.participationHow)),
    budgetBand: t.field({
      type: BudgetBand,
      nullable: true,
      description: 'What it costs.',
      resolve: (row) => row.budgetBand,
    }),
    budgetNote: t.exposeString('budgetNote', {
      nullable: true,
      description: 'What the source says about cost.',
    }),
    currency: t.exposeString('currency', {
      nullable: true,
      description: 'Currency of the budget (ISO 4217).',
    }),
    fundingSources: t.field(concepts('What kinds of money pay for it.', 'fundingSources')),
    fundingNote: t.exposeString('fundingNote', {
      nullable: true,
      description: 'What the source says about funding.',
    }),
    legalBasis: t.field(
      text('The law it rests on or the competence it needs.', (row: Row) => row.legalBasis),
    ),
    results: t.field({ type: [ResultType], description: 'What came of it.', resolve: (row) => row.results }),
    notMeasured: t.exposeBoolean('notMeasured', {
      description: 'Whether its source says that results were not measured.',
    }),
    evidenceLevel: t.exposeInt('evidenceLevel', {
      description:
        '0 none stated, 1 plausible account, 2 change measured, 3 compared with a counterfactual, 4 replicated, 5 replicated and scaled with independent evaluation.',
    }),
    evaluations: t.field({
      type: [EvaluationType],
      description: 'Evaluations of it.',
      resolve: (row) => row.evaluations,
    }),
    preconditions: t.field({
      type: [PreconditionType],
      description: 'What a place needs for it to work there.',
      resolve: (row) => row.preconditions,
    }),
    transferability: t.field({
      type: [TransferCheckType],
      description:
        'Would it work in this city? Each stated precondition, and the competence for its policy areas, with a verdict and the fact behind it.',
      args: { city: t.arg.id({ required: true, description: 'Id or slug of the city.' }) },
      resolve: (row, { city }, ctx) => checksOf(ctx, row, city),
    }),
    successFactors: t.field(text('What made it work.', (row: Row) => row.successFactors)),
    offers: t.field({
      type: [PracticeOfferType],
      description: 'What its people offer to others.',
      resolve: (row) => row.offers,
    }),
    contact: t.field({
      type: ContactType,
      nullable: true,
      description: 'Whom to ask.',
      resolve: (row) => row.contact,
    }),
    media: t.field({
      type: [MediaType],
      description: 'Pictures and files elsewhere.',
      resolve: (row) => row.media,
    }),
    missing: t.stringList({
      description: 'Names of the fields required for publication that its sources do not state.',
      resolve: (row, _, ctx) => missingOf(ctx, row),
    }),
    related: t.field({
      type: [RelatedPracticeType],
      description: 'Practices that are like it, the most alike first.',
      args: { first: t.arg.int({ defaultValue: 5, description: 'How many: 1 to 20.' }) },
      complexity: ({ first }) => ({ field: 5, multiplier: first ?? 5 }),
      resolve: (row, { first }, ctx) => relatedTo(ctx, row, first ?? 5),
    }),
    visits: t.field(related('visitsShowing', 'Visits at which it was shown.')),
    resources: t.field(related('resourcesAbout', 'Publications that describe it.')),
  }),
})
