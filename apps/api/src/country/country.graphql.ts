import type { Country, governanceTypes } from '@hansa/domain/country'
import { related } from '../entry/entry.fields.ts'
import { Entry, Node } from '../entry/entry.graphql.ts'
import { type EntryRow, types } from '../entry/entry.types.ts'
import { competences, figures } from '../figure/figure.graphql.ts'
import { assessments, commitments } from '../framework/framework.graphql.ts'
import { enumOf } from '../graphql/builder.ts'
import { requiredText } from '../graphql/text.ts'
import { memberships } from '../network/membership.graphql.ts'

const GovernanceType = enumOf<NonNullable<Country['governanceType']>>(
  'GovernanceType',
  'How government is organised in a country.',
  {
    unitary: 'A unitary state.',
    federal: 'A federation.',
    decentralised: 'A unitary state whose regions or municipalities decide much.',
  } satisfies Record<(typeof governanceTypes)[number], string>,
)

type Row = EntryRow<'country'>

types.country.implement({
  description: 'A country with its national context.',
  interfaces: [Node, Entry],
  fields: (t) => ({
    name: t.field(requiredText('Its name; the same as `title`.', (row: Row) => row.title)),
    code: t.exposeString('code', { description: 'ISO 3166-1 alpha-2 code.' }),
    languages: t.exposeStringList('languages', { description: 'Its official languages (BCP 47).' }),
    governanceType: t.field({
      type: GovernanceType,
      nullable: true,
      description: 'How its government is organised.',
      resolve: (row) => row.governanceType,
    }),
    latitude: t.exposeFloat('latitude', { nullable: true, description: 'Latitude of its centre (WGS 84).' }),
    longitude: t.exposeFloat('longitude', {
      nullable: true,
      description: 'Longitude of its centre (WGS 84).',
    }),
    figures: t.field(figures),
    competences: t.field(competences),
    assessments: t.field(assessments),
    commitments: t.field(commitments),
    memberships: t.field(memberships),
    cities: t.field(related('citiesOfCountry', 'Its cities in the registry.')),
    practices: t.field(related('practicesOfCountry', 'Practices of the country and of its cities.')),
    projects: t.field(related('projectsOfCountry', 'Projects that work there.')),
    organisations: t.field(related('organisationsOfCountry', 'Organisations seated there.')),
    networks: t.field(related('networksOfCountry', 'Networks that work in this country only.')),
    visitsHosted: t.field(related('visitsHostedByCountry', 'Reviews and visits it hosted as a country.')),
    consultativeBodies: t.field(related('bodiesOfCountry', 'Its consultative bodies.')),
  }),
})
