import type { DocumentNode, GraphQLSchema } from 'graphql'
import { shownConcepts } from './concept/concept.columns.ts'
import { type ColumnsByKind, shownEntries } from './entry/entry.columns.ts'
import { askedFields } from './graphql/asked-fields.ts'
import type { ColumnChoice } from './graphql/shown-columns.ts'

/** What a document shows of the rows it reads. */
export type Shown = { entries: ColumnsByKind; concepts: ColumnChoice }

/** Tells what documents show; it is worked out once per document and kept as long as the document is. */
export const createShown = (schema: GraphQLSchema): ((document: DocumentNode) => Shown) => {
  const known = new WeakMap<DocumentNode, Shown>()
  return (document) => {
    const ready = known.get(document)
    if (ready) return ready
    const asked = askedFields(schema, document)
    const shown = { entries: shownEntries(schema, asked), concepts: shownConcepts(schema, asked) }
    known.set(document, shown)
    return shown
  }
}
