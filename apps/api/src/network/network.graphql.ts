import type { MemberCount } from '@hansa/domain/network'
import type { z } from 'zod'
import { concept } from '../concept/concept.fields.ts'
import { one, related } from '../entry/entry.fields.ts'
import { Entry, Node } from '../entry/entry.graphql.ts'
import { type EntryRow, types } from '../entry/entry.types.ts'
import { assessments, commitments } from '../framework/framework.graphql.ts'
import { builder } from '../graphql/builder.ts'
import { requiredText } from '../graphql/text.ts'
import { MembershipType, memberships } from './membership.graphql.ts'

const MemberCountType = builder.objectRef<z.infer<typeof MemberCount>>('MemberCount').implement({
  description: 'How many members a network has, as a source puts it.',
  fields: (t) => ({
    statement: t.exposeString('statement', { description: 'The statement: "more than 104 municipalities".' }),
    asOf: t.exposeString('asOf', { nullable: true, description: 'When it held.' }),
    url: t.exposeString('url', { nullable: true, description: 'Where it was read.' }),
  }),
})

type Row = EntryRow<'network'>

types.network.implement({
  description:
    'A city network, a national branch of one, an association of municipalities, a programme or a project network.',
  interfaces: [Node, Entry],
  fields: (t) => ({
    name: t.field(requiredText('Its name; the same as `title`.', (row: Row) => row.title)),
    type: t.field(concept('What kind of network it is.', 'type')),
    acronym: t.exposeString('acronym', { nullable: true, description: 'Its acronym.' }),
    parent: t.field(one('network', 'The network it is a branch of.', (row: Row) => row.parent)),
    branches: t.field(related('branchesOfNetwork', 'Its branches.')),
    secretariat: t.field(
      one('organisation', 'The organisation that runs it.', (row: Row) => row.secretariat),
    ),
    owner: t.exposeString('owner', {
      nullable: true,
      description: 'Who runs it, in the words of the source.',
    }),
    scope: t.field(concept('The level of government it works on.', 'scope')),
    country: t.field(one('country', 'Its country, when it works in one.', (row: Row) => row.country)),
    founded: t.exposeString('founded', { nullable: true, description: 'When it was founded.' }),
    ended: t.exposeString('ended', {
      nullable: true,
      description: 'When it ended; null while it lasts or is not known.',
    }),
    website: t.exposeString('website', { nullable: true, description: 'Its website.' }),
    memberCounts: t.field({
      type: [MemberCountType],
      description: 'How many members sources say it has.',
      resolve: (row) => row.memberCounts,
    }),
    workplan: t.exposeStringList('workplan', { description: 'What it plans to do.' }),
    members: t.field({
      type: [MembershipType],
      description: 'Its members known here, past ones too.',
      resolve: (row, _, ctx) => ctx.loaders.members.load(row.id),
    }),
    memberships: t.field(memberships),
    frameworks: t.field(related('frameworksOfNetwork', 'Charters, plans and indices it owns.')),
    practices: t.field(related('practicesOfNetwork', 'Practices linked to it.')),
    visits: t.field(related('visitsOfNetwork', 'Reviews and study visits under its roof.')),
    events: t.field(related('eventsOfNetwork', 'Its events.')),
    resources: t.field(related('resourcesOfNetwork', 'Its publications and tools.')),
    assessments: t.field(assessments),
    commitments: t.field(commitments),
  }),
})
