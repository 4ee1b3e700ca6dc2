import {
  conceptFields,
  entryPageFields,
  linkFields,
  sourceFields,
  textFields,
} from '../entry/entry.fields.ts'
import { entryRowFields } from '../entry/entry-row.fields.ts'
import { graphql, type ResultOf } from '../graphql.ts'

/** The whole fiche, as its page shows it. */
export const practicePageFields = graphql(
  `
    fragment PracticePageFields on Practice {
      ...EntryPageFields
      strapline { ...TextFields }
      challenge { ...TextFields }
      objectives { ...TextFields }
      solution { text { ...TextFields } actor duration output }
      components { ...LinkFields summary { ...TextFields } }
      difficulties { ...TextFields }
      successFactors { ...TextFields }
      leadOrganisation { ...LinkFields website }
      partners { organisation { ...LinkFields } role }
      staffBand
      staffNote
      volunteers
      city { ...LinkFields latitude longitude }
      furtherCities { ...LinkFields }
      country { ...LinkFields code }
      territory
      networks { ...LinkFields }
      governanceLevel { ...ConceptFields }
      cityRoles { ...ConceptFields }
      policyAreas { ...ConceptFields }
      measureTypes { ...ConceptFields }
      targetGroups { ...ConceptFields }
      governanceDimensions { ...ConceptFields }
      start
      end
      stage
      participationLevel { ...ConceptFields }
      participationHow { ...TextFields }
      budgetBand
      budgetNote
      currency
      fundingSources { ...ConceptFields }
      fundingNote
      legalBasis { ...TextFields }
      results { indicator { ...TextFields } baseline value date source { ...SourceFields } }
      notMeasured
      evidenceLevel
      evaluations { title url doi }
      preconditions {
        type
        text { ...TextFields }
        policyArea { ...ConceptFields }
        minimumPopulation
        maximumPopulation
      }
      offers { format { ...ConceptFields } capacityPerYear languages }
      contact { organisation role url }
      media { url alternative rightsHolder }
      missing
      related(first: 4) {
        components
        policyAreas
        targetGroups
        sameCity
        sameCountry
        practice { ...EntryRowFields }
      }
      visits(first: 20) { nodes { ...EntryRowFields } }
      resources(first: 20) { nodes { ...EntryRowFields } }
    }
  `,
  [entryPageFields, entryRowFields, textFields, linkFields, conceptFields, sourceFields],
)
export type PracticePage = ResultOf<typeof practicePageFields>
