import type { Fact, MissingFact, Verdict } from '@hansa/matching'
import { conceptById } from '../concept/concept.fields.ts'
import { CompetenceHolderEnum } from '../figure/figure.graphql.ts'
import { builder, enumOf } from '../graphql/builder.ts'
import { PreconditionKind, PreconditionType } from './practice.parts.ts'
import type { NeedCheck } from './practice.transferability.ts'

const VerdictEnum = enumOf<Verdict>('TransferVerdict', 'Whether a city has what a practice needs.', {
  met: 'It has it.',
  adaptable: 'Not quite, but the practice can be fitted to it.',
  blocking: 'It has not, and the practice cannot do without.',
  unknown: 'Nobody can tell from what is known; `missing` says why.',
})

const MissingEnum = enumOf<MissingFact>('MissingFact', 'What would have to be known to tell.', {
  population: 'How many people live in the city.',
  'population-bounds': 'How many people the practice needs.',
  'policy-area': 'What the competence is needed for.',
  competence: 'Who decides on the policy area there.',
  budget: 'What the city can spend.',
  partners: 'Which partners there are.',
  staff: 'What staff the city has.',
  infrastructure: 'What buildings, systems and services there are.',
  law: 'What the law says there.',
})

const FactType = builder.objectRef<Fact>('TransferFact').implement({
  description: 'What is known of the city that a verdict stands on; null is what is not known.',
  fields: (t) => ({
    population: t.float({
      nullable: true,
      description: 'How many people live there.',
      resolve: (row) => row.population?.value ?? null,
    }),
    populationYear: t.int({
      nullable: true,
      description: 'Year of the population.',
      resolve: (row) => row.population?.year ?? null,
    }),
    policyArea: t.field(conceptById('The policy area that is decided on.', (row: Fact) => row.policyArea)),
    holder: t.field({
      type: CompetenceHolderEnum,
      nullable: true,
      description: 'Who decides on it.',
      resolve: (row) => row.holder,
    }),
  }),
})

export const TransferCheckType = builder.objectRef<NeedCheck>('TransferCheck').implement({
  description: 'One thing a practice needs, checked against what is known of a city.',
  fields: (t) => ({
    type: t.field({ type: PreconditionKind, description: 'What it is about.', resolve: (row) => row.type }),
    stated: t.boolean({
      description:
        'Whether the practice states it; if not, it follows from a policy area: somebody must be allowed to decide.',
      resolve: (row) => row.precondition !== null,
    }),
    precondition: t.field({
      type: PreconditionType,
      nullable: true,
      description: 'The precondition as the practice states it.',
      resolve: (row) => row.precondition,
    }),
    verdict: t.field({
      type: VerdictEnum,
      description: 'Whether the city has it.',
      resolve: (row) => row.verdict,
    }),
    fact: t.field({
      type: FactType,
      description: 'What the verdict stands on.',
      resolve: (row) => row.fact,
    }),
    missing: t.field({
      type: [MissingEnum],
      description: 'What would have to be known; empty unless the verdict is `UNKNOWN`.',
      resolve: (row) => [...row.missing],
    }),
  }),
})
