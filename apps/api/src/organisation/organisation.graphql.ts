import { concept } from '../concept/concept.fields.ts'
import { one, related } from '../entry/entry.fields.ts'
import { Entry, Node } from '../entry/entry.graphql.ts'
import { type EntryRow, types } from '../entry/entry.types.ts'
import { commitments } from '../framework/framework.graphql.ts'
import { requiredText } from '../graphql/text.ts'
import { memberships } from '../network/membership.graphql.ts'

type Row = EntryRow<'organisation'>

types.organisation.implement({
  description:
    'A body that does or pays for something: department, ministry, NGO, university, foundation, business, union.',
  interfaces: [Node, Entry],
  fields: (t) => ({
    name: t.field(requiredText('Its name; the same as `title`.', (row: Row) => row.title)),
    type: t.field(concept('What kind of organisation it is.', 'type')),
    acronym: t.exposeString('acronym', { nullable: true, description: 'Its acronym.' }),
    city: t.field(one('city', 'The city of its seat.', (row: Row) => row.city)),
    country: t.field(one('country', 'The country of its seat.', (row: Row) => row.country)),
    website: t.exposeString('website', { nullable: true, description: 'Its website.' }),
    practicesLed: t.field(related('practicesLed', 'Practices it leads.')),
    practicesPartnered: t.field(related('practicesPartnered', 'Practices it is a partner of.')),
    projectsLed: t.field(related('projectsLed', 'Projects it leads.')),
    projectsPartnered: t.field(related('projectsPartnered', 'Projects it is a partner of.')),
    networksRun: t.field(related('networksRun', 'Networks whose secretariat it is.')),
    memberships: t.field(memberships),
    commitments: t.field(commitments),
    frameworks: t.field(related('frameworksOwned', 'Charters, plans and indices it owns.')),
    events: t.field(related('eventsOrganised', 'Events it organises.')),
    resources: t.field(related('resourcesPublished', 'Its publications and tools.')),
  }),
})
