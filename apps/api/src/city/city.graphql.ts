import {
  type City,
  type CitySize,
  citySizeOf,
  type cityTypes,
  type integrationPathways,
} from '@hansa/domain/city'
import { ComparisonType, SimilarCityType } from '../comparison/comparison.graphql.ts'
import { compareCities, similarTo } from '../comparison/comparison.service.ts'
import { related } from '../entry/entry.fields.ts'
import { Entry, Node } from '../entry/entry.graphql.ts'
import { loadEntry } from '../entry/entry.reader.ts'
import { type EntryRow, types } from '../entry/entry.types.ts'
import { competences, figures } from '../figure/figure.graphql.ts'
import { assessments, commitments } from '../framework/framework.graphql.ts'
import { enumOf } from '../graphql/builder.ts'
import { requiredText } from '../graphql/text.ts'
import { memberships } from '../network/membership.graphql.ts'

const CityKind = enumOf<City['type']>('CityType', 'What kind of local authority it is.', {
  municipality: 'A municipality.',
  district: 'A district of a city.',
  county: 'A county or other second tier.',
  region: 'A region.',
} satisfies Record<(typeof cityTypes)[number], string>)

const CitySizeEnum = enumOf<CitySize>('CitySize', 'Size classes by population.', {
  village: 'Below 20,000 people.',
  small: '20,000 to 49,999 people.',
  medium: '50,000 to 199,999 people.',
  large: '200,000 to 499,999 people.',
  'very-large': '500,000 to 1,499,999 people.',
  giant: '1,500,000 people and more.',
})

const Pathway = enumOf<NonNullable<City['pathway']>>(
  'IntegrationPathway',
  'How long people have been coming from elsewhere.',
  {
    'newer-destination': 'A newer destination.',
    recent: 'A recent destination.',
    established: 'An established destination.',
    'long-established': 'A long-established destination.',
  } satisfies Record<(typeof integrationPathways)[number], string>,
)

type Row = EntryRow<'city'>

types.city.implement({
  description: 'A municipality, district, county or region.',
  interfaces: [Node, Entry],
  fields: (t) => ({
    name: t.field(requiredText('Its name; the same as `title`.', (row: Row) => row.title)),
    country: t.field({
      type: types.country,
      nullable: true,
      description: 'The country it lies in.',
      resolve: (row, _, ctx) => loadEntry(ctx, 'country', row.country),
    }),
    type: t.field({
      type: CityKind,
      description: 'What kind of local authority it is.',
      resolve: (row) => row.type,
    }),
    region: t.exposeString('region', { nullable: true, description: 'The region it lies in.' }),
    geonamesId: t.exposeInt('geonamesId', { nullable: true, description: 'Its id in GeoNames.' }),
    latitude: t.exposeFloat('latitude', { nullable: true, description: 'Latitude (WGS 84).' }),
    longitude: t.exposeFloat('longitude', { nullable: true, description: 'Longitude (WGS 84).' }),
    population: t.exposeInt('population', { nullable: true, description: 'How many people live there.' }),
    populationYear: t.exposeInt('populationYear', { nullable: true, description: 'Year of the population.' }),
    populationSource: t.exposeString('populationSource', { nullable: true, description: 'Who counted.' }),
    sizeBand: t.field({
      type: CitySizeEnum,
      nullable: true,
      description: 'Size class of its population.',
      resolve: (row) => citySizeOf(row.population),
    }),
    languages: t.exposeStringList('languages', {
      description: 'Languages its administration works in (BCP 47).',
    }),
    urbanisation: t.exposeInt('urbanisation', {
      nullable: true,
      description: 'Degree of urbanisation (DEGURBA): 1 city, 2 town or suburb, 3 rural.',
    }),
    pathway: t.field({
      type: Pathway,
      nullable: true,
      description: 'How long people have been coming from elsewhere.',
      resolve: (row) => row.pathway,
    }),
    website: t.exposeString('website', { nullable: true, description: 'Its website.' }),
    figures: t.field(figures),
    competences: t.field(competences),
    memberships: t.field(memberships),
    commitments: t.field(commitments),
    assessments: t.field(assessments),
    consultativeBodies: t.field(related('bodiesOfCity', 'Its consultative bodies.')),
    practices: t.field(related('practicesOfCity', 'Practices of the city, and those it takes part in.')),
    projects: t.field(related('projectsOfCity', 'Projects that work there.')),
    visitsHosted: t.field(related('visitsHostedByCity', 'Reviews and visits it hosted.')),
    visitsMade: t.field(related('visitsMadeByCity', 'Reviews and visits it took part in as a peer.')),
    events: t.field(related('eventsOfCity', 'Events held there, or with it.')),
    comparison: t.field({
      type: ComparisonType,
      description: 'How like it is to another city; `own` is then what is known of that other city.',
      args: {
        with: t.arg.id({ required: true, description: 'Id or slug of the city to compare to.' }),
        policyArea: t.arg.id({ description: 'Id of the policy area at hand.' }),
      },
      complexity: 5,
      resolve: (row, args, ctx) => compareCities(ctx, row, args),
    }),
    similarCities: t.field({
      type: [SimilarCityType],
      description:
        'Cities that are like it, the most alike first: by score, with what is not known counted as halfway. Cities of which nothing comparable is known are left out.',
      args: {
        policyArea: t.arg.id({
          description:
            'Id of the policy area at hand: competence and scores are then compared for that area.',
        }),
        first: t.arg.int({ defaultValue: 5, description: 'How many: 1 to 50.' }),
      },
      complexity: ({ first }) => ({ field: 100, multiplier: first ?? 5 }),
      resolve: (row, { policyArea, first }, ctx) => similarTo(ctx, row, { policyArea, first: first ?? 5 }),
    }),
    organisations: t.field(related('organisationsOfCity', 'Organisations seated there.')),
  }),
})
