import { entryPageFields, linkFields } from '../entry/entry.fields.ts'
import { entryRowFields } from '../entry/entry-row.fields.ts'
import { competenceFields, figureFields } from '../figure/figure.fields.ts'
import { commitmentFields, ownAssessmentFields } from '../framework/framework.fields.ts'
import { graphql, type ResultOf } from '../graphql.ts'
import { membershipFields } from '../network/membership.fields.ts'

/** Everything the page of a country shows. */
export const CountryPageQuery = graphql(
  `
    query CountryPage($slug: String!) {
      country(slug: $slug) {
        ...EntryPageFields
        title { translations { language value } }
        code
        languages
        governanceType
        latitude
        longitude
        figures { ...FigureFields }
        competences { ...CompetenceFields }
        assessments { ...OwnAssessmentFields }
        memberships { ...MembershipFields }
        commitments { ...CommitmentFields }
        cities(first: 100) {
          totalCount
          nodes { ...LinkFields latitude longitude practices(first: 1) { totalCount } }
        }
        practices(first: 30) { totalCount nodes { ...EntryRowFields } }
        networks(first: 50) { nodes { ...EntryRowFields } }
        consultativeBodies(first: 50) { nodes { ...EntryRowFields } }
        projects(first: 50) { nodes { ...EntryRowFields } }
        visitsHosted(first: 50) { nodes { ...EntryRowFields } }
        organisations(first: 100) { nodes { ...LinkFields } }
      }
    }
  `,
  [
    entryPageFields,
    linkFields,
    entryRowFields,
    figureFields,
    competenceFields,
    membershipFields,
    commitmentFields,
    ownAssessmentFields,
  ],
)

export type CountryPage = NonNullable<ResultOf<typeof CountryPageQuery>['country']>
