import type { Event } from '@hansa/domain/event'
import { concept, concepts } from '../concept/concept.fields.ts'
import { many, one } from '../entry/entry.fields.ts'
import { Entry, Node } from '../entry/entry.graphql.ts'
import { type EntryRow, types } from '../entry/entry.types.ts'
import { builder } from '../graphql/builder.ts'

const AgendaItem = builder.objectRef<Event['agenda'][number]>('AgendaItem').implement({
  description: 'One item of an agenda.',
  fields: (t) => ({
    time: t.exposeString('time', { nullable: true, description: 'When, as the agenda has it.' }),
    item: t.exposeString('item', { description: 'What.' }),
  }),
})

type Row = EntryRow<'event'>

types.event.implement({
  description: 'A meeting, conference, webinar or open visit.',
  interfaces: [Node, Entry],
  fields: (t) => ({
    format: t.field(concept('What kind of event it is.', 'format')),
    start: t.exposeString('start', { nullable: true, description: 'First day, as precise as is known.' }),
    end: t.exposeString('end', { nullable: true, description: 'Last day.' }),
    startTime: t.exposeString('startTime', {
      nullable: true,
      description: 'Begins at, local time of the venue (HH:MM).',
    }),
    endTime: t.exposeString('endTime', {
      nullable: true,
      description: 'Ends at, local time of the venue (HH:MM).',
    }),
    venue: t.exposeString('venue', { nullable: true, description: 'Where.' }),
    city: t.field(one('city', 'The city it is held in.', (row: Row) => row.city)),
    organiser: t.field(one('organisation', 'Who organises it.', (row: Row) => row.organiser)),
    network: t.field(one('network', 'The network it belongs to.', (row: Row) => row.network)),
    cities: t.field(many('city', 'Further cities that take part.', 'cities')),
    policyAreas: t.field(concepts('The policy areas it is about.', 'policyAreas')),
    agenda: t.field({ type: [AgendaItem], description: 'Its agenda.', resolve: (row) => row.agenda }),
    website: t.exposeString('website', { nullable: true, description: 'Its website.' }),
  }),
})
