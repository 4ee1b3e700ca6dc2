import { setImmediate as otherWork } from 'node:timers/promises'
import type { Db } from '@hansa/db'
import { citySizeOf } from '@hansa/domain/city'
import { freshnessOf } from '@hansa/domain/entry'
import { type Kind, kindNames, kindOfId } from '@hansa/domain/kind'
import type { LocalizedText } from '@hansa/domain/text'
import { type Stemmers, sortKey } from '@hansa/search'
import { conceptWords } from '../concept/concept.search.ts'
import { type ConceptRow, type EntryRow, loadSearchFacts, type SearchFacts } from './facts.ts'
import type { KindSearch } from './kind-search.ts'
import { kindSearches } from './registry.ts'
import { type EntryDocument, type EntryFacet, facetOfScheme } from './search-schema.ts'

type Words = LocalizedText | string | null | undefined

const texts = (words: readonly Words[]): string[] =>
  words.flatMap((word) =>
    word == null ? [] : typeof word === 'string' ? [word] : Object.values(word).map((text) => text.text),
  )

const unique = <T>(values: readonly (T | null | undefined)[]): T[] => [
  ...new Set(values.filter((value) => value != null)),
]

const namesOf = (row: EntryRow): string[] => [...texts([row.title]), ...row.alternativeNames]

/** Stems of title, summary, names of what is linked and concept words, each text by the stemmer of its own language. */
const stemsOf = (
  stemmers: Stemmers,
  localized: readonly Words[],
  concepts: readonly ConceptRow[],
): string[] => {
  const byLanguage = new Map<string, string[]>()
  const add = (language: string, text: string) =>
    byLanguage.set(language, [...(byLanguage.get(language) ?? []), text])
  for (const words of localized)
    if (words != null && typeof words !== 'string')
      for (const [language, { text }] of Object.entries(words)) add(language, text)
  for (const { labels, synonyms } of concepts) {
    for (const [language, label] of Object.entries(labels)) add(language, label.text)
    for (const [language, words] of Object.entries(synonyms)) add(language, words.join(' '))
  }
  return [...byLanguage].map(([language, words]) => stemmers.stemsOf(words.join(' '), [language]))
}

const coverageRank = { full: 0, short: 1, mention: 2 } as const

/** Without other order, what tells most comes first, practices before the rest, the best evidenced first; then by title. */
const editorialKey = (row: EntryRow, evidence: number): string => {
  const kind = String.fromCharCode(97 + kindNames.indexOf(row.kind))
  return `${coverageRank[row.coverage]}${kind}${5 - evidence} ${row.sortKey} ${row.id}`
}

const placeFacets = (id: string, facts: SearchFacts) => {
  const linked = [id, ...(facts.linked.get(id) ?? [])]
  const cities = unique(linked.map((other) => facts.places.get(other)))
  const networks = linked.filter((other) => other !== id && kindOfId(other) === 'network')
  // A practice is found under the networks of its city too: they are where its people can be met.
  const memberOf = [id, ...cities.map((city) => city.id)].flatMap(
    (member) => facts.networks.get(member) ?? [],
  )
  return {
    cities,
    country: unique([
      ...linked.filter((other) => kindOfId(other) === 'country'),
      ...cities.map((city) => city.country),
    ]),
    network: unique([...networks, ...memberOf]),
  }
}

const toDocument = (row: EntryRow, facts: SearchFacts, today: Date, stemmers: Stemmers): EntryDocument => {
  // Each kind's definition is only ever given rows of its own kind.
  const search = kindSearches[row.kind] as KindSearch<Kind>
  const own = (facts.own.get(row.id) ?? { id: row.id }) as Parameters<NonNullable<typeof search.body>>[0]
  const concepts = facts.concepts.get(row.id) ?? []
  const { cities, country, network } = placeFacets(row.id, facts)
  const evidence = search.evidence?.(own) ?? 0
  const year = search.date?.(own)?.slice(0, 4)
  const place = search.place?.(own) ?? cities[0]
  const population = search.population?.(own) ?? cities[0]?.population ?? null
  const short = search.summary?.(own) ?? []
  const isPractice = row.kind === 'practice'
  const named = (facet: EntryFacet) =>
    concepts.filter((concept) => facetOfScheme[concept.scheme] === facet).map((concept) => concept.id)
  const facets: EntryDocument['facets'] = {
    policyArea: named('policyArea'),
    targetGroup: named('targetGroup'),
    measureType: named('measureType'),
    governanceLevel: named('governanceLevel'),
    governanceDimension: named('governanceDimension'),
    country,
    city: cities.map((city) => city.id),
    citySize: unique(cities.map((city) => citySizeOf(city.population))),
    network,
    stage: unique([search.stage?.(own)]),
    evidence: isPractice ? [String(evidence)] : [],
    freshness: [freshnessOf(row, today)],
    coverage: [row.coverage],
    language: unique([row.contentLanguage, ...Object.keys(row.summary ?? {})]),
    year: unique([year]),
  }
  const linkedNames = unique(
    [...(facts.linked.get(row.id) ?? []), ...country, ...network].map((id) => facts.named.get(id)),
  )
  return {
    id: row.id,
    kind: row.kind,
    stableKey: editorialKey(row, evidence),
    languages: unique([row.contentLanguage, ...Object.keys(row.title)]),
    fields: {
      title: texts([row.title, ...(search.titles?.(own) ?? [])]),
      names: [...row.alternativeNames, ...linkedNames.flatMap(namesOf), ...texts(search.names?.(own) ?? [])],
      concepts: concepts.flatMap(conceptWords),
      identifiers: [
        row.id,
        row.slug,
        row.provenance.id,
        ...row.identifiers.map((identifier) => identifier.value),
        ...texts(search.identifiers?.(own) ?? []),
      ],
      summary: texts([row.summary, ...short]),
      body: [
        ...texts(search.body?.(own) ?? []),
        ...texts((facts.items.get(row.id) ?? []).map((item) => item.title)),
      ],
      stems: stemsOf(
        stemmers,
        [row.title, row.summary, ...short, ...linkedNames.map((named) => named.title)],
        concepts,
      ),
    },
    facets,
    numbers: {
      year: year === undefined ? null : Number(year),
      population,
      updatedAt: row.updatedAt.getTime(),
      evidence: isPractice ? evidence : null,
    },
    texts: { title: sortKey(texts([row.title])[0] ?? '') },
    geo:
      place?.latitude != null && place.longitude != null
        ? { lat: place.latitude, lng: place.longitude }
        : null,
  }
}

/**
 * The search documents of these entries, as the public sees them; an id without a document is to be taken out of the
 * index. `today` decides how fresh an entry is. A constant number of statements for any number of ids.
 */
export const loadSearchDocuments = async (
  { db, stemmers }: { db: Db; stemmers: Stemmers },
  ids: readonly string[],
  today: Date,
): Promise<EntryDocument[]> => {
  const facts = await loadSearchFacts(db, ids)
  const documents: EntryDocument[] = []
  for (const row of facts.entries) {
    // Stemming takes milliseconds per entry, and requests are not to wait for a whole batch.
    if (documents.length % 10 === 0) await otherWork()
    documents.push(toDocument(row, facts, today, stemmers))
  }
  return documents
}
