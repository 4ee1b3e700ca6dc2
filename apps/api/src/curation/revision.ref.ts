import { builder } from '../graphql/builder.ts'
import type { RevisionRow } from './revision.rows.ts'

/** The GraphQL type of revisions; its fields are in `revision.graphql.ts`. */
export const RevisionType = builder.objectRef<RevisionRow>('Revision')
