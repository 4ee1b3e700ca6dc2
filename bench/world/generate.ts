import type { EntryChange, Seed } from '@hansa/api'
import { idFromSource } from '@hansa/domain/id'
import { type Kind, kinds } from '@hansa/domain/kind'
import { stages } from '@hansa/domain/practice'
import { slugFrom } from '@hansa/domain/slug'
import { createProse, type Prose } from './prose.ts'
import { createRandom, type Random, zipfRanks } from './random.ts'
import { otherLanguages, vocabularyOf } from './vocabulary.ts'

/** How much to make. */
export type WorldSize = { practices: number; cities: number; networks: number; components: number }

export const defaultSize = { cities: 300, networks: 40, components: 200 }

type Place = { city: string; country: string }

type Making = { random: Random; prose: Prose; concepts: ReadonlyMap<string, readonly string[]> }

const system = 'hansa-bench'
const countries = 30
const seedValue = 2_008

const idOf = (kind: Kind, number: number) => idFromSource(kinds[kind].prefix, system, `${kind}/${number}`)

const change = (kind: Kind, number: number, title: string, input: object): EntryChange => ({
  kind,
  id: idOf(kind, number),
  input: {
    ...input,
    title,
    slug: `${slugFrom(title).slice(0, 60).replace(/-+$/, '') || kind}-b${number}`,
    provenance: { system, id: `${kind}/${number}` },
    sources: [{ citation: 'Generated for measuring', section: `${kind} ${number}` }],
  },
})

const ofScheme = ({ concepts }: Making, scheme: string) => concepts.get(scheme) ?? []

const someOf = (making: Making, scheme: string, least: number, most: number) =>
  making.random.some(ofScheme(making, scheme), least + making.random.below(most - least + 1))

const cityOf = ({ random, prose }: Making, number: number, country: string): EntryChange =>
  change('city', number, prose.name(), {
    country,
    coverage: 'short',
    latitude: Math.round((36 + random.next() * 30) * 1e4) / 1e4,
    longitude: Math.round((-9 + random.next() * 45) * 1e4) / 1e4,
    population: Math.round(10_000 * 10 ** (random.next() * 2.5)),
    populationSource: 'Generated for measuring',
  })

const networkOf = (making: Making, number: number, places: readonly Place[]): EntryChange => {
  const { random, prose } = making
  const members = random.some(places.slice(0, 2000), 20 + random.below(40))
  return change('network', number, `${prose.name()} network of cities`, {
    summary: prose.text('en', 60, 1200),
    type: random.pick(ofScheme(making, 'network-type')),
    founded: String(1990 + random.below(35)),
    memberships: members.map(({ city }) => ({ member: city, role: 'member', since: '2010' })),
  })
}

const componentOf = (making: Making, number: number): EntryChange => {
  const { random, prose } = making
  return change('component', number, prose.text('en', 5, 100).slice(0, -1), {
    summary: prose.text('en', 40, 1200),
    whatItDoes: prose.text('en', 60, 3000),
    measureType: random.pick(ofScheme(making, 'measure-type')),
    policyAreas: someOf(making, 'policy-area', 1, 2),
    targetGroups: someOf(making, 'target-group', 1, 2),
  })
}

type Around = { place: () => Place; networks: number; components: number; organisations: readonly string[] }

const refsTo = (making: Making, kind: Kind, count: number, most: number) =>
  most === 0 || count === 0
    ? []
    : [
        ...new Set(Array.from({ length: making.random.below(most + 1) }, () => making.random.below(count))),
      ].map((number) => idOf(kind, number))

/** Texts of about 420 words in all: the domain cuts a summary at 600 characters, so the body has the rest. */
const fiche = ({ random, prose }: Making, language: string) => ({
  contentLanguage: language,
  strapline: prose.text(language, 14, 160),
  summary: prose.text(language, 120, 600),
  challenge: prose.text(language, 80, 4000),
  objectives: prose.text(language, 50, 4000),
  solution: Array.from({ length: 3 }, () => ({ text: prose.text(language, 45, 2000) })),
  difficulties: prose.text(language, 45, 4000),
  results: [{ indicator: prose.text(language, 6, 400), value: String(random.below(1000)) }],
  preconditions: [{ type: 'staff', text: prose.text(language, 10, 600) }],
})

const practiceOf = (making: Making, number: number, around: Around): EntryChange => {
  const { random, prose } = making
  const language = random.chance(0.5) ? 'en' : random.pick(otherLanguages)
  const { city, country } = around.place()
  const confirmed = random.chance(0.6) ? { lastConfirmedAt: `2026-0${1 + random.below(9)}-15` } : {}
  return change('practice', number, `${prose.text(language, 5, 80).slice(0, -1)} ${prose.name()}`, {
    ...fiche(making, language),
    ...confirmed,
    city,
    country,
    leadOrganisation: random.pick(around.organisations),
    networks: refsTo(making, 'network', around.networks, 2),
    components: refsTo(making, 'component', around.components, 3),
    governanceLevel: random.pick(ofScheme(making, 'governance-level')),
    policyAreas: someOf(making, 'policy-area', 3, 3),
    measureTypes: someOf(making, 'measure-type', 1, 2),
    targetGroups: someOf(making, 'target-group', 1, 3),
    governanceDimensions: someOf(making, 'governance-dimension', 1, 1),
    start: String(1995 + random.below(31)),
    stage: random.pick(stages),
    evidenceLevel: random.below(6),
  })
}

/**
 * Makes a world on top of a seed: cities in thirty of its countries, networks with members, components, and practices
 * written in nine languages. The same size gives the same entries.
 */
export function* generateWorld(seed: Seed, size: WorldSize): Generator<EntryChange[]> {
  const random = createRandom(seedValue)
  const prose = createProse(random, vocabularyOf(seed))
  const concepts = new Map(
    seed.schemes.map(
      ({ key, concepts }) => [key, concepts.map((concept) => `${key}/${concept.key}`)] as const,
    ),
  )
  const making: Making = { random, prose, concepts }
  const idsOf = (kind: Kind) => seed.rows.filter((row) => row.kind === kind).map((row) => row.id)
  const chosen = random.some(idsOf('country'), countries)
  const places = Array.from(
    { length: size.cities },
    (_, i): Place => ({
      city: idOf('city', i),
      country: random.pick(chosen),
    }),
  )
  yield* batches(size.cities, (i) => cityOf(making, i, places[i]?.country ?? ''))
  yield* batches(size.networks, (i) => networkOf(making, i, places))
  yield* batches(size.components, (i) => componentOf(making, i))
  // A few cities publish much and most of them little.
  const rank = zipfRanks(random, places.length, 0.8)
  const first = random.pick(places)
  const around: Around = {
    place: () => places[rank()] ?? first,
    networks: size.networks,
    components: size.components,
    organisations: idsOf('organisation'),
  }
  yield* batches(size.practices, (i) => practiceOf(making, i, around))
}

const batchSize = 500

function* batches(count: number, make: (number: number) => EntryChange): Generator<EntryChange[]> {
  for (let start = 0; start < count; start += batchSize)
    yield Array.from({ length: Math.min(batchSize, count - start) }, (_, i) => make(start + i))
}
