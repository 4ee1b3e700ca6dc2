import { concept, concepts } from '../concept/concept.fields.ts'
import { many, one } from '../entry/entry.fields.ts'
import { Entry, Node } from '../entry/entry.graphql.ts'
import { type EntryRow, types } from '../entry/entry.types.ts'
import { text } from '../graphql/text.ts'

type Row = EntryRow<'visit'>

types.visit.implement({
  description: 'The public record of a peer review, study visit or mentoring that took place.',
  interfaces: [Node, Entry],
  fields: (t) => ({
    format: t.field(concept('What it was: peer review, study visit, mentoring.', 'format')),
    hostCity: t.field(one('city', 'The city that hosted.', (row: Row) => row.hostCity)),
    hostCountry: t.field(one('country', 'The country that hosted.', (row: Row) => row.hostCountry)),
    hostName: t.exposeString('hostName', {
      nullable: true,
      description: 'The host, in the words of the source.',
    }),
    peerCities: t.field(many('city', 'The cities that came.', 'peerCities')),
    peerNames: t.exposeStringList('peerNames', {
      description: 'Others who came, in the words of the source.',
    }),
    network: t.field(
      one('network', 'The network under whose roof it took place.', (row: Row) => row.network),
    ),
    framework: t.field(one('framework', 'The framework it used.', (row: Row) => row.framework)),
    programme: t.exposeString('programme', { nullable: true, description: 'The programme it belonged to.' }),
    start: t.exposeString('start', { nullable: true, description: 'When it began, as precise as is known.' }),
    end: t.exposeString('end', { nullable: true, description: 'When it ended.' }),
    policyAreas: t.field(concepts('The policy areas it was about.', 'policyAreas')),
    practices: t.field(many('practice', 'Practices that were shown.', 'practices')),
    question: t.field(text('The question it began with.', (row: Row) => row.question)),
    outcome: t.field(text('What came of it.', (row: Row) => row.outcome)),
    recommendations: t.exposeStringList('recommendations', { description: 'What the peers recommended.' }),
  }),
})
