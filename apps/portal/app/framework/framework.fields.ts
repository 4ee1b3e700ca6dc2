import { linkFields, sourceFields, textFields } from '../entry/entry.fields.ts'
import { graphql, type ResultOf } from '../graphql.ts'

/** The scores of one place or group under a framework. */
export const assessmentFields = graphql(
  `
    fragment AssessmentFields on Assessment {
      label
      date
      by
      overall
      scores { score item { key title { ...TextFields } } }
      source { ...SourceFields }
      subject { __typename ...LinkFields }
    }
  `,
  [linkFields, sourceFields, textFields],
)
export type GivenAssessment = ResultOf<typeof assessmentFields>

/** The assessments of one place, each with those of everybody else under the same framework. */
export const ownAssessmentFields = graphql(
  `
    fragment OwnAssessmentFields on Assessment {
      ...AssessmentFields
      framework { ...LinkFields assessments { ...AssessmentFields } }
    }
  `,
  [assessmentFields, linkFields],
)
export type OwnAssessment = ResultOf<typeof ownAssessmentFields>

/** What a place has signed. */
export const commitmentFields = graphql(
  `
    fragment CommitmentFields on Commitment {
      framework { ...LinkFields }
      item { key title { ...TextFields } }
      status
      since
      note
      source { ...SourceFields }
    }
  `,
  [linkFields, sourceFields, textFields],
)
export type GivenCommitment = ResultOf<typeof commitmentFields>
