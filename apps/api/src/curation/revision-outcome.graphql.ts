import { type Outcome, outcomeOf, outcomeType } from '../account/outcome.graphql.ts'
import { builder } from '../graphql/builder.ts'
import { type Clash, EditClash } from './clash.ts'
import { PublishedMeanwhile } from './publish.service.ts'
import { RevisionType } from './revision.ref.ts'
import type { RevisionRow } from './revision.rows.ts'
import { participant } from './revision.types.ts'

/** What a mutation of a revision came to. */
export type RevisionOutcome = Outcome<RevisionRow> & { clashes: readonly Clash[] }

const clashesFrom = (error: unknown): readonly Clash[] => (error instanceof EditClash ? error.clashes : [])

/** Runs a mutation of a revision; fields that somebody else changed are told with what she wrote. */
export const revisionOutcomeOf = async (work: () => Promise<RevisionRow>): Promise<RevisionOutcome> => {
  let clashes: readonly Clash[] = []
  let fields: readonly string[] = []
  const outcome = await outcomeOf(async () => {
    try {
      return await work()
    } catch (error) {
      clashes = clashesFrom(error)
      if (error instanceof PublishedMeanwhile) fields = error.fields
      throw error
    }
  })
  const named = [...clashes.map(({ field }) => field), ...fields]
  const message = outcome.problems[0]?.message ?? ''
  const problems =
    named.length > 0
      ? named.map((field) => ({ field, code: 'CONFLICT' as const, message }))
      : outcome.problems
  return { ...outcome, problems, clashes }
}

const ClashType = builder.objectRef<Clash>('EditClash').implement({
  description: 'A field that somebody else changed since it was loaded. Nothing was saved.',
  fields: (t) => ({
    field: t.exposeString('field', { description: 'The field, or the path of a translated text.' }),
    theirs: t.string({
      nullable: true,
      description: 'What it says now, as JSON.',
      resolve: ({ theirs }) => (theirs === undefined ? null : JSON.stringify(theirs)),
    }),
    by: t.field(participant('Who changed it.', (clash: Clash) => clash.by)),
    at: t.string({ description: 'When (ISO 8601, UTC).', resolve: ({ at }) => at.toISOString() }),
  }),
})

export const RevisionOutcomeType = outcomeType<RevisionRow>('RevisionOutcome', 'What became of a revision.')
builder.objectFields(RevisionOutcomeType, (t) => ({
  revision: t.field({
    type: RevisionType,
    nullable: true,
    description: 'The revision as it is now.',
    resolve: (outcome) => outcome.result,
  }),
  clashes: t.field({
    type: [ClashType],
    description: 'Fields that somebody else changed meanwhile, with what she wrote.',
    resolve: (outcome) => [...((outcome as RevisionOutcome).clashes ?? [])],
  }),
}))
