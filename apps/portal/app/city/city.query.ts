import { comparedFeatureFields } from '../comparable/comparison.fields.ts'
import { entryPageFields, linkFields } from '../entry/entry.fields.ts'
import { entryRowFields } from '../entry/entry-row.fields.ts'
import { competenceFields, figureFields } from '../figure/figure.fields.ts'
import { commitmentFields, ownAssessmentFields } from '../framework/framework.fields.ts'
import { graphql, type ResultOf } from '../graphql.ts'
import { membershipFields } from '../network/membership.fields.ts'

/** Everything the page of a city shows. */
export const CityPageQuery = graphql(
  `
    query CityPage($slug: String!, $revision: ID) {
      city(slug: $slug, revision: $revision) {
        ...EntryPageFields
        title { translations { language value } }
        type
        region
        latitude
        longitude
        geonamesId
        population
        populationYear
        populationSource
        sizeBand
        languages
        urbanisation
        pathway
        website
        country {
          ...LinkFields
          contentLanguage
          code
          languages
          governanceType
          figures { ...FigureFields }
          competences { ...CompetenceFields }
          assessments { ...OwnAssessmentFields }
          practices(first: 1) { totalCount }
        }
        figures { ...FigureFields }
        competences { ...CompetenceFields }
        memberships { ...MembershipFields }
        commitments { ...CommitmentFields }
        assessments { ...OwnAssessmentFields }
        consultativeBodies(first: 50) { nodes { ...EntryRowFields } }
        practices(first: 50) { totalCount nodes { ...EntryRowFields } }
        projects(first: 50) { nodes { ...EntryRowFields } }
        visitsHosted(first: 50) { nodes { ...EntryRowFields } }
        visitsMade(first: 50) { nodes { ...EntryRowFields } }
        events(first: 50) { nodes { ...EntryRowFields } }
        similarCities(first: 3) {
          score
          confidence
          city { ...LinkFields region country { title { value } } }
          features { ...ComparedFeatureFields }
        }
        organisations(first: 100) { nodes { ...EntryRowFields } }
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
    comparedFeatureFields,
  ],
)

export type CityPage = NonNullable<ResultOf<typeof CityPageQuery>['city']>
