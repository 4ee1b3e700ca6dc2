import { conceptFields, sourceFields } from '../entry/entry.fields.ts'
import { graphql, type ResultOf } from '../graphql.ts'

/** One statement about a place, with what was counted, when and by whom. */
export const figureFields = graphql(
  `
    fragment FigureFields on Figure {
      indicator { ...ConceptFields }
      value
      text
      unit
      year
      definition
      source { ...SourceFields }
    }
  `,
  [conceptFields, sourceFields],
)
export type GivenFigure = ResultOf<typeof figureFields>

/** Who decides on a policy area. */
export const competenceFields = graphql(
  `
    fragment CompetenceFields on Competence {
      policyArea { ...ConceptFields }
      holder
      note
      year
      source { ...SourceFields }
    }
  `,
  [conceptFields, sourceFields],
)
export type GivenCompetence = ResultOf<typeof competenceFields>
