import type { CompetenceHolder, competenceHolders } from '@hansa/domain/figure'
import { ConceptType } from '../concept/concept.fields.ts'
import type { Context } from '../context.ts'
import { SourceType } from '../entry/entry.graphql.ts'
import { builder, enumOf } from '../graphql/builder.ts'
import type { CompetenceRow, FigureRow } from './figure.loaders.ts'

const loadConcept = async (ctx: Context, id: string) => {
  const row = await ctx.loaders.concept.load(id)
  if (!row) throw new Error(`No concept ${id}`)
  return row
}

export const FigureType = builder.objectRef<FigureRow>('Figure').implement({
  description:
    'One statement of an indicator about a city or country, as a source gives it: a number with its unit, or a short text.',
  fields: (t) => ({
    indicator: t.field({
      type: ConceptType,
      description: 'What is measured.',
      resolve: (row, _, ctx) => loadConcept(ctx, row.indicator),
    }),
    value: t.exposeFloat('value', { nullable: true, description: 'The number.' }),
    text: t.exposeString('text', { nullable: true, description: 'The statement, when it is not a number.' }),
    unit: t.exposeString('unit', { nullable: true, description: 'Unit of the number.' }),
    year: t.exposeInt('year', {
      nullable: true,
      description: 'Year it holds for; null when the source names none.',
    }),
    definition: t.exposeString('definition', { nullable: true, description: 'What exactly was counted.' }),
    source: t.field({ type: SourceType, description: 'Where it was read.', resolve: (row) => row.source }),
  }),
})

export const CompetenceHolderEnum = enumOf<CompetenceHolder>(
  'CompetenceHolder',
  'Which level of government decides.',
  {
    national: 'The national government.',
    regional: 'Regions or states.',
    local: 'Municipalities.',
    shared: 'Several levels together.',
  } satisfies Record<(typeof competenceHolders)[number], string>,
)

export const CompetenceType = builder.objectRef<CompetenceRow>('Competence').implement({
  description: 'Who decides on a policy area in a country, or in a city where that differs from its country.',
  fields: (t) => ({
    policyArea: t.field({
      type: ConceptType,
      description: 'The policy area.',
      resolve: (row, _, ctx) => loadConcept(ctx, row.policyArea),
    }),
    holder: t.field({
      type: CompetenceHolderEnum,
      description: 'Who decides.',
      resolve: (row) => row.holder,
    }),
    note: t.exposeString('note', { nullable: true, description: 'What limits or explains it.' }),
    year: t.exposeInt('year', { nullable: true, description: 'Year it holds for.' }),
    source: t.field({ type: SourceType, description: 'Where it was read.', resolve: (row) => row.source }),
  }),
})

/** The figures of a city or country. */
export const figures = {
  type: [FigureType] as [typeof FigureType],
  description:
    'Statements of indicators, each with its year and source; sources that disagree stand side by side.',
  resolve: (parent: { id: string }, _args: object, ctx: Context) => ctx.loaders.figures.load(parent.id),
}

/** The competences of a city or country. */
export const competences = {
  type: [CompetenceType] as [typeof CompetenceType],
  description: 'Who decides on which policy area, as far as it is known.',
  resolve: (parent: { id: string }, _args: object, ctx: Context) => ctx.loaders.competences.load(parent.id),
}
