import { schema } from '@hansa/db'
import { getTableColumns } from 'drizzle-orm'
import type { GraphQLObjectType, GraphQLSchema } from 'graphql'
import type { AskedFields } from '../graphql/asked-fields.ts'
import { type ColumnChoice, chooseColumns, keysShown } from '../graphql/shown-columns.ts'

const all = getTableColumns(schema.concept)

/** All columns of concepts. */
export const wholeConcepts: ColumnChoice = chooseColumns('concept', all, new Set(Object.keys(all)))

/** The columns of concepts that a document shows. */
export const shownConcepts = (graphql: GraphQLSchema, asked: AskedFields): ColumnChoice => {
  const type = graphql.getType('Concept') as GraphQLObjectType
  const keys = keysShown(type, asked.get('Concept') ?? new Set(), all)
  return keys ? chooseColumns('concept', all, new Set(['id', ...keys])) : wholeConcepts
}
