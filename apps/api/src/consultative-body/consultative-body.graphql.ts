import { concept, concepts } from '../concept/concept.fields.ts'
import { one } from '../entry/entry.fields.ts'
import { Entry, Node } from '../entry/entry.graphql.ts'
import { type EntryRow, types } from '../entry/entry.types.ts'
import { requiredText, text } from '../graphql/text.ts'

type Row = EntryRow<'consultative-body'>

types['consultative-body'].implement({
  description:
    'A council, committee or forum through which residents with a migration background are consulted.',
  interfaces: [Node, Entry],
  fields: (t) => ({
    name: t.field(requiredText('Its name; the same as `title`.', (row: Row) => row.title)),
    type: t.field(concept('What kind of body it is.', 'type')),
    attributes: t.field(concepts('How it is composed and what it may do.', 'attributes')),
    governanceLevel: t.field(concept('The level of government it advises.', 'governanceLevel')),
    city: t.field(one('city', 'The city it advises.', (row: Row) => row.city)),
    country: t.field(one('country', 'The country it advises.', (row: Row) => row.country)),
    founded: t.exposeString('founded', { nullable: true, description: 'When it was founded.' }),
    ended: t.exposeString('ended', { nullable: true, description: 'When it ceased.' }),
    composition: t.field(text('Who sits on it.', (row: Row) => row.composition)),
    powers: t.field(text('What it may do.', (row: Row) => row.powers)),
  }),
})
