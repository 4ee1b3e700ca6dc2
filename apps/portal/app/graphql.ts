import { initGraphQLTada } from 'gql.tada'
import type { introspection } from './graphql-env.d.ts'

/** Writes a document whose result and variables are typed by the API's schema. Fragments are not masked: one consumer. */
export const graphql = initGraphQLTada<{ introspection: introspection; disableMasking: true }>()

export type { FragmentOf, ResultOf, VariablesOf } from 'gql.tada'
