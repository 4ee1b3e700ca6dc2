import type { Project, projectPartnerRoles, projectStatuses } from '@hansa/domain/project'
import { concepts } from '../concept/concept.fields.ts'
import { many, one } from '../entry/entry.fields.ts'
import { Entry, Node } from '../entry/entry.graphql.ts'
import { loadEntry, loadLinked } from '../entry/entry.reader.ts'
import { type EntryRow, types } from '../entry/entry.types.ts'
import { builder, enumOf } from '../graphql/builder.ts'
import { text } from '../graphql/text.ts'

const Status = enumOf<NonNullable<Project['status']>>(
  'ProjectStatus',
  'Status of a project (IATI activity status).',
  {
    pipeline: 'Planned.',
    implementation: 'Running.',
    finalisation: 'Done, accounts being closed.',
    closed: 'Closed.',
    cancelled: 'Cancelled.',
    suspended: 'Suspended.',
  } satisfies Record<(typeof projectStatuses)[number], string>,
)

type Role = (typeof projectPartnerRoles)[number]

const PartnerRole = enumOf<Role>(
  'ProjectPartnerRole',
  'What a partner does in a project (IATI organisation role).',
  {
    funding: 'Pays.',
    accountable: 'Answers for it.',
    extending: 'Manages the money on behalf of the funder.',
    implementing: 'Carries it out.',
    partner: 'Takes part; the source does not say how.',
  },
)

type Partner = { organisation: EntryRow<'organisation'>; role: Role }

const PartnerType = builder.objectRef<Partner>('ProjectPartner').implement({
  description: 'An organisation that takes part in a project.',
  fields: (t) => ({
    organisation: t.field({
      type: types.organisation,
      description: 'The organisation.',
      resolve: (row) => row.organisation,
    }),
    role: t.field({ type: PartnerRole, description: 'What it does there.', resolve: (row) => row.role }),
  }),
})

type Row = EntryRow<'project'>

types.project.implement({
  description: 'A project of an NGO or of civil society.',
  interfaces: [Node, Entry],
  fields: (t) => ({
    acronym: t.exposeString('acronym', { nullable: true, description: 'Its acronym.' }),
    leadOrganisation: t.field(one('organisation', 'Who leads it.', (row: Row) => row.leadOrganisation)),
    partners: t.field({
      type: [PartnerType],
      description: 'Who else takes part.',
      resolve: async (row, _, ctx) => {
        const links = await loadLinked(ctx, row.id, 'partners')
        const partners = links.map(async ({ toId, detail }) => {
          const organisation = await loadEntry(ctx, 'organisation', toId)
          return organisation && { organisation, role: (detail?.role ?? 'partner') as Role }
        })
        return (await Promise.all(partners)).filter((partner) => partner !== null)
      },
    }),
    status: t.field({
      type: Status,
      nullable: true,
      description: 'How far it is.',
      resolve: (row) => row.status,
    }),
    start: t.exposeString('start', { nullable: true, description: 'When it began, as precise as is known.' }),
    end: t.exposeString('end', { nullable: true, description: 'When it ended or will end.' }),
    cities: t.field(many('city', 'Cities it works in.', 'cities')),
    countries: t.field(many('country', 'Countries it works in.', 'countries')),
    policyAreas: t.field(concepts('The policy areas it belongs to.', 'policyAreas')),
    targetGroups: t.field(concepts('Whom it is for.', 'targetGroups')),
    budget: t.exposeFloat('budget', { nullable: true, description: 'Its budget, in `currency`.' }),
    currency: t.exposeString('currency', {
      nullable: true,
      description: 'Currency of the budget (ISO 4217).',
    }),
    budgetNote: t.exposeString('budgetNote', {
      nullable: true,
      description: 'What the source says about the budget.',
    }),
    fundingSources: t.field(concepts('What kinds of money pay for it.', 'fundingSources')),
    fundingNote: t.exposeString('fundingNote', {
      nullable: true,
      description: 'What the source says about the funding.',
    }),
    languages: t.exposeStringList('languages', { description: 'Languages it works in (BCP 47).' }),
    results: t.field(text('What came of it.', (row: Row) => row.results)),
    website: t.exposeString('website', { nullable: true, description: 'Its website.' }),
  }),
})
