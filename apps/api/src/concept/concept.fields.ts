import type { Context } from '../context.ts'
import { builder } from '../graphql/builder.ts'
import { reads } from '../graphql/shown-columns.ts'
import type { ConceptRow, SchemeRow } from './concept.loaders.ts'
import { loadConcepts } from './concept.reader.ts'

export const ConceptType = builder.objectRef<ConceptRow>('Concept')
export const ConceptSchemeType = builder.objectRef<SchemeRow>('ConceptScheme')

/** A field of an entry that names several concepts. */
export const concepts = (description: string, field: string) => ({
  type: [ConceptType] as [typeof ConceptType],
  description,
  ...reads(),
  resolve: (parent: { id: string }, _args: object, ctx: Context): Promise<ConceptRow[]> =>
    ctx.loaders.shownConceptsOf.load({ entryId: parent.id, field }),
})

/** A field of an entry that names one concept, or none. */
export const concept = (description: string, field: string) => ({
  type: ConceptType,
  nullable: true as const,
  description,
  ...reads(),
  resolve: async (parent: { id: string }, _args: object, ctx: Context): Promise<ConceptRow | null> => {
    const [first] = await ctx.loaders.shownConceptsOf.load({ entryId: parent.id, field })
    return first ?? null
  },
})

/** A field that holds the id of one concept, or none. */
export const conceptById = <P>(description: string, pick: (parent: P) => string | null | undefined) => ({
  type: ConceptType,
  nullable: true as const,
  description,
  resolve: async (parent: P, _args: object, ctx: Context): Promise<ConceptRow | null> => {
    const id = pick(parent)
    return id ? ctx.loaders.shownConcept.load(id) : null
  },
})

/** A field that holds the ids of several concepts. */
export const conceptsById = <P>(description: string, pick: (parent: P) => readonly string[]) => ({
  type: [ConceptType] as [typeof ConceptType],
  description,
  resolve: (parent: P, _args: object, ctx: Context) => loadConcepts(ctx, pick(parent)),
})
