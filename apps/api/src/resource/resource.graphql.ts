import { concept, concepts } from '../concept/concept.fields.ts'
import { many, one } from '../entry/entry.fields.ts'
import { Entry, Node } from '../entry/entry.graphql.ts'
import { type EntryRow, types } from '../entry/entry.types.ts'

type Row = EntryRow<'resource'>

types.resource.implement({
  description: 'A publication, toolkit, template, website or register that helps somebody do something.',
  interfaces: [Node, Entry],
  fields: (t) => ({
    type: t.field(concept('What kind of resource it is.', 'type')),
    authors: t.exposeStringList('authors', { description: 'Who wrote or made it.' }),
    publisher: t.exposeString('publisher', { nullable: true, description: 'Who published it.' }),
    organisation: t.field(one('organisation', 'The organisation behind it.', (row: Row) => row.organisation)),
    network: t.field(one('network', 'The network behind it.', (row: Row) => row.network)),
    published: t.exposeString('published', {
      nullable: true,
      description: 'When it was published, as precise as is known.',
    }),
    link: t.string({ nullable: true, description: 'Where to get it.', resolve: (row) => row.url }),
    policyAreas: t.field(concepts('The policy areas it is about.', 'policyAreas')),
    practices: t.field(many('practice', 'Practices it describes.', 'practices')),
  }),
})
