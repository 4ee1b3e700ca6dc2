import type { Db } from '@hansa/db'
import { idFromSource } from '@hansa/domain/id'
import { type Kind, kinds } from '@hansa/domain/kind'
import { schemes } from '@hansa/domain/registry'
import { saveConceptScheme } from '../concept/concept.service.ts'
import { type EntryChange, saveEntries } from '../entry/entry.service.ts'

const writer = (db: Db) => ({ db, viewer: { kind: 'system', name: 'test' } as const })

/** The id that the entry of a kind and key has in tests. */
export const idOf = (kind: Kind, key: string): string => idFromSource(kinds[kind].prefix, 'test', key)

/** An entry of a kind with nothing but what its schema demands; `input` adds or replaces fields. */
export const build = (kind: Kind, key: string, input: object = {}): EntryChange => ({
  kind,
  id: idOf(kind, key),
  input: {
    title: `${kind} ${key}`,
    slug: key,
    provenance: { system: 'test', id: `${kind}/${key}` },
    ...demanded[kind],
    ...input,
  },
})

const demanded: { readonly [K in Kind]?: object } = {
  country: { code: 'SE' },
  city: { country: idOf('country', 'sweden') },
  network: { type: 'network-type/one' },
  framework: { type: 'framework-type/one' },
  visit: { format: 'format/one' },
  resource: { type: 'resource-type/one' },
}

/** A practice with as much of the fiche as a test needs. */
export const buildPractice = (key: string, input: object = {}) => build('practice', key, input)

/** Saves entries as any writer would. */
export const save = async (db: Db, ...changes: EntryChange[]): Promise<void> => {
  await saveEntries(writer(db), changes)
}

const label = (text: string, language = 'en') => ({ [language]: { text, origin: 'human' as const } })

/** Every scheme the domain knows with one concept `one`; policy areas also have housing and health. */
export const saveConcepts = async (db: Db): Promise<void> => {
  for (const key of schemes) {
    const one = { key: 'one', labels: label(`One ${key}`) }
    const housing = {
      key: 'housing',
      labels: { ...label('Housing'), ...label('Wohnen', 'de') },
      synonyms: { fr: ['logement'] },
      mappings: [{ relation: 'closeMatch', scheme: 'icc', notation: '7', label: 'Neighbourhood dimension' }],
    }
    const areas = [housing, { key: 'health', broader: 'housing', labels: label('Health') }]
    const concepts = key === 'policy-area' ? [one, ...areas] : [one]
    await saveConceptScheme(writer(db), { key, labels: label(key), concepts })
  }
}

const source = { citation: 'A report', section: '3', url: 'https://example.org/report' }
const id = idOf

/** One entry of every kind, linked to each other in every way there is. */
export const worldOf = (): EntryChange[] => [
  build('country', 'sweden', {
    title: { en: { text: 'Sweden', origin: 'human' }, de: { text: 'Schweden', origin: 'human' } },
    code: 'SE',
    languages: ['sv'],
    figures: [{ indicator: 'indicator/one', value: 20, unit: '%', year: 2024, source }],
    competences: [{ policyArea: 'policy-area/housing', holder: 'local', source }],
  }),
  build('city', 'malmo', {
    title: 'Malmö',
    population: 360_000,
    populationYear: 2024,
    latitude: 55.6,
    longitude: 13,
    alternativeNames: ['Malmoe'],
    figures: [{ indicator: 'indicator/one', text: 'about a third', source }],
  }),
  build('city', 'lund', { title: 'Lund', population: 90_000, latitude: 55.7, longitude: 13.2 }),
  build('organisation', 'board', {
    title: 'Housing Board',
    city: id('city', 'malmo'),
    country: id('country', 'sweden'),
  }),
  build('network', 'league', {
    title: 'League of Cities',
    secretariat: id('organisation', 'board'),
    memberCounts: [{ statement: 'more than 100' }],
    memberships: [
      { member: id('city', 'malmo'), since: '2016', source },
      { member: id('organisation', 'board'), role: 'partner' },
    ],
  }),
  build('network', 'branch', {
    title: 'Swedish branch',
    parent: id('network', 'league'),
    country: id('country', 'sweden'),
  }),
  build('framework', 'charter', {
    title: 'Charter',
    network: id('network', 'league'),
    items: [
      { key: 'role', type: 'role', title: 'As employers' },
      {
        key: 'hire',
        parent: 'role',
        type: 'commitment',
        title: 'Hire fairly',
        policyAreas: ['policy-area/housing'],
        scored: true,
      },
    ],
    assessments: [
      {
        subject: id('city', 'malmo'),
        date: '2020',
        overall: 61,
        scores: [{ item: 'hire', score: 70 }],
        source,
      },
    ],
    commitments: [{ subject: id('city', 'malmo'), item: 'hire', since: '2010', status: 'signed' }],
  }),
  build('component', 'counter', { title: 'One-stop counter', measureType: 'measure-type/one' }),
  buildPractice('key', {
    title: {
      en: { text: 'A key for everybody', origin: 'human' },
      sv: { text: 'En nyckel åt alla', origin: 'human' },
      de: { text: 'Ein Schlüssel für alle', origin: 'machine' },
    },
    slug: 'a-key',
    summary: 'The city rents flats and lets them to newcomers.',
    city: id('city', 'malmo'),
    furtherCities: [id('city', 'lund')],
    leadOrganisation: id('organisation', 'board'),
    partners: [{ to: id('organisation', 'board'), role: 'owner of the flats' }],
    components: [id('component', 'counter')],
    networks: [id('network', 'league')],
    policyAreas: ['policy-area/housing'],
    targetGroups: ['target-group/one'],
    governanceLevel: 'governance-level/one',
    stage: 'running',
    budgetBand: '10k-50k',
    staffBand: '1-2',
    start: '2016-11',
    evidenceLevel: 2,
    solution: [{ text: 'Rent flats', actor: 'the board' }],
    results: [{ indicator: 'Households housed', value: '120', date: '2020', source }],
    preconditions: [{ type: 'competence', text: 'May rent flats', policyArea: 'policy-area/housing' }],
    offers: [{ format: 'format/one', languages: ['en'] }],
    contact: { organisation: 'Housing Board' },
    sources: [source],
    lastConfirmedAt: '2026-01-10',
  }),
  buildPractice('twin', {
    title: 'Flats for newcomers',
    country: id('country', 'sweden'),
    components: [id('component', 'counter')],
    policyAreas: ['policy-area/housing', 'policy-area/health'],
  }),
  build('project', 'bridge', {
    title: 'Bridge',
    partners: [{ to: id('organisation', 'board'), role: 'funding' }],
    cities: [id('city', 'malmo')],
    countries: [id('country', 'sweden')],
  }),
  build('visit', 'review', {
    title: 'Peer review in Malmö',
    hostCity: id('city', 'malmo'),
    peerCities: [id('city', 'lund')],
    network: id('network', 'league'),
    framework: id('framework', 'charter'),
    practices: [id('practice', 'key')],
  }),
  build('event', 'academy', {
    title: 'Autumn Academy',
    city: id('city', 'malmo'),
    network: id('network', 'league'),
    agenda: [{ item: 'Opening' }],
  }),
  build('resource', 'guide', {
    title: 'Guide',
    url: 'https://example.org/guide',
    practices: [id('practice', 'key')],
  }),
  build('consultative-body', 'council', { title: 'Council of newcomers', city: id('city', 'malmo') }),
]

/** The id of one entry of every kind in the world. */
export const sampleIds: { readonly [K in Kind]: string } = {
  practice: id('practice', 'key'),
  city: id('city', 'malmo'),
  country: id('country', 'sweden'),
  organisation: id('organisation', 'board'),
  network: id('network', 'league'),
  framework: id('framework', 'charter'),
  component: id('component', 'counter'),
  project: id('project', 'bridge'),
  visit: id('visit', 'review'),
  event: id('event', 'academy'),
  resource: id('resource', 'guide'),
  'consultative-body': id('consultative-body', 'council'),
}

/** Fills an empty database with the concepts and the world. */
export const saveWorld = async (db: Db): Promise<void> => {
  await saveConcepts(db)
  await save(db, ...worldOf())
}
