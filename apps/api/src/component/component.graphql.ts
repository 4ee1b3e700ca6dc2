import { concept, concepts } from '../concept/concept.fields.ts'
import { related } from '../entry/entry.fields.ts'
import { Entry, Node } from '../entry/entry.graphql.ts'
import { type EntryRow, types } from '../entry/entry.types.ts'
import { text } from '../graphql/text.ts'

type Row = EntryRow<'component'>

types.component.implement({
  description: 'A reusable building block of practices, such as "intercultural mediator in schools".',
  interfaces: [Node, Entry],
  fields: (t) => ({
    whatItDoes: t.field(text('What it does.', (row: Row) => row.whatItDoes)),
    enablingConditions: t.field(text('What it needs to work.', (row: Row) => row.enablingConditions)),
    lessons: t.field(text('What was learnt from using it.', (row: Row) => row.lessons)),
    measureType: t.field(concept('What kind of measure it is.', 'measureType')),
    policyAreas: t.field(concepts('The policy areas it belongs to.', 'policyAreas')),
    targetGroups: t.field(concepts('Whom it is for.', 'targetGroups')),
    practices: t.field(related('practicesUsing', 'Practices that use it.')),
  }),
})
