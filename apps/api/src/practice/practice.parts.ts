import type {
  budgetBands,
  Practice,
  preconditionTypes,
  Stage,
  staffBands,
  stages,
} from '@hansa/domain/practice'
import { conceptById } from '../concept/concept.fields.ts'
import { SourceType } from '../entry/entry.graphql.ts'
import { type EntryRow, types } from '../entry/entry.types.ts'
import { builder, enumOf } from '../graphql/builder.ts'
import { requiredText } from '../graphql/text.ts'
import type { Related } from './practice.loaders.ts'

export const StageEnum = enumOf<Stage>('Stage', 'How far a practice is.', {
  idea: 'An idea.',
  pilot: 'Being tried out.',
  running: 'Running.',
  scaled: 'Running at a larger scale, or in more places.',
  ended: 'Ended.',
  failed: 'Given up.',
} satisfies Record<(typeof stages)[number], string>)

export const BudgetBand = enumOf<(typeof budgetBands)[number]>(
  'BudgetBand',
  'What a practice costs, in `currency`.',
  {
    none: 'No budget of its own.',
    'under-10k': 'Less than 10,000.',
    '10k-50k': '10,000 to 50,000.',
    '50k-250k': '50,000 to 250,000.',
    '250k-1m': '250,000 to 1 million.',
    'over-1m': 'More than 1 million.',
  },
)

export const StaffBand = enumOf<(typeof staffBands)[number]>('StaffBand', 'Staff in full-time equivalents.', {
  none: 'No staff of its own.',
  'under-1': 'Less than one.',
  '1-2': 'One to two.',
  '3-5': 'Three to five.',
  '6-10': 'Six to ten.',
  'over-10': 'More than ten.',
})

export const PreconditionKind = enumOf<(typeof preconditionTypes)[number]>(
  'PreconditionType',
  'What a precondition is about.',
  {
    population: 'How many people live there.',
    competence: 'Who may decide.',
    budget: 'Money.',
    'partner-type': 'A partner of a kind.',
    staff: 'Staff.',
    infrastructure: 'Buildings, systems, services.',
    legal: 'Law.',
  },
)

type Step = Practice['solution'][number]
export const StepType = builder.objectRef<Step>('Step').implement({
  description: 'One step of what was done.',
  fields: (t) => ({
    text: t.field(requiredText('What was done.', (row: Step) => row.text)),
    actor: t.exposeString('actor', { nullable: true, description: 'Who did it.' }),
    duration: t.exposeString('duration', { nullable: true, description: 'How long it took.' }),
    output: t.exposeString('output', { nullable: true, description: 'What came out.' }),
  }),
})

type Result = Practice['results'][number]
export const ResultType = builder.objectRef<Result>('Result').implement({
  description: 'One result as the source states it.',
  fields: (t) => ({
    indicator: t.field(requiredText('What was looked at.', (row: Result) => row.indicator)),
    baseline: t.exposeString('baseline', { nullable: true, description: 'How it was before.' }),
    value: t.exposeString('value', {
      nullable: true,
      description: 'How it was then: a number, share or range.',
    }),
    date: t.exposeString('date', { nullable: true, description: 'When, as precise as is known.' }),
    source: t.field({
      type: SourceType,
      nullable: true,
      description: 'Where it was read.',
      resolve: (row) => row.source,
    }),
  }),
})

type Precondition = Practice['preconditions'][number]
export const PreconditionType = builder.objectRef<Precondition>('Precondition').implement({
  description: 'Something a place needs for the practice to work there.',
  fields: (t) => ({
    type: t.field({ type: PreconditionKind, description: 'What it is about.', resolve: (row) => row.type }),
    text: t.field(requiredText('What is needed.', (row: Precondition) => row.text)),
    policyArea: t.field(
      conceptById('The policy area a competence is needed for.', (row: Precondition) => row.policyArea),
    ),
    minimumPopulation: t.exposeInt('minimumPopulation', { nullable: true, description: 'Fewest people.' }),
    maximumPopulation: t.exposeInt('maximumPopulation', { nullable: true, description: 'Most people.' }),
  }),
})

export const EvaluationType = builder.objectRef<Practice['evaluations'][number]>('Evaluation').implement({
  description: 'An evaluation of a practice.',
  fields: (t) => ({
    title: t.exposeString('title', { description: 'Its title.' }),
    url: t.exposeString('url', { nullable: true, description: 'Where to read it.' }),
    doi: t.exposeString('doi', { nullable: true, description: 'Its DOI.' }),
  }),
})

type Offer = Practice['offers'][number]
export const PracticeOfferType = builder.objectRef<Offer>('PracticeOffer').implement({
  description: 'What the people behind a practice offer to others.',
  fields: (t) => ({
    format: t.field(conceptById('What they offer: a call, a visit, mentoring.', (row: Offer) => row.format)),
    capacityPerYear: t.exposeInt('capacityPerYear', { nullable: true, description: 'How often a year.' }),
    languages: t.exposeStringList('languages', { description: 'In which languages (BCP 47).' }),
  }),
})

export const ContactType = builder.objectRef<NonNullable<Practice['contact']>>('Contact').implement({
  description: "Whom to ask: an organisation's public contact.",
  fields: (t) => ({
    organisation: t.exposeString('organisation', { nullable: true, description: 'The organisation.' }),
    role: t.exposeString('role', { nullable: true, description: 'The role or department.' }),
    url: t.exposeString('url', { nullable: true, description: 'The page where it can be reached.' }),
  }),
})

export const MediaType = builder.objectRef<Practice['media'][number]>('Media').implement({
  description: 'A picture or other file.',
  fields: (t) => ({
    url: t.exposeString('url', { description: 'Where it is.' }),
    alternative: t.exposeString('alternative', { description: 'What it shows, in words.' }),
    rightsHolder: t.exposeString('rightsHolder', { description: 'Who holds the rights.' }),
  }),
})

export type Partner = { organisation: EntryRow<'organisation'>; role: string | null }
export const PartnerType = builder.objectRef<Partner>('PracticePartner').implement({
  description: 'An organisation that takes part in a practice.',
  fields: (t) => ({
    organisation: t.field({
      type: types.organisation,
      description: 'The organisation.',
      resolve: (row) => row.organisation,
    }),
    role: t.exposeString('role', {
      nullable: true,
      description: 'What it does, in the words of the source.',
    }),
  }),
})

export type RelatedPractice = Related & { practice: EntryRow<'practice'> }
export const RelatedPracticeType = builder.objectRef<RelatedPractice>('RelatedPractice').implement({
  description: 'A practice that is like another one, and what the two share.',
  fields: (t) => ({
    practice: t.field({
      type: types.practice,
      description: 'The other practice.',
      resolve: (row) => row.practice,
    }),
    score: t.exposeInt('score', {
      description:
        '3 for each shared component, 2 for each shared policy area, 1 for each shared target group, 1 for the same country and 1 more for the same city.',
    }),
    components: t.exposeInt('components', { description: 'How many components the two share.' }),
    policyAreas: t.exposeInt('policyAreas', { description: 'How many policy areas the two share.' }),
    targetGroups: t.exposeInt('targetGroups', { description: 'How many target groups the two share.' }),
    sameCity: t.exposeBoolean('sameCity', { description: 'Whether both are from one city.' }),
    sameCountry: t.exposeBoolean('sameCountry', { description: 'Whether both are from one country.' }),
  }),
})
