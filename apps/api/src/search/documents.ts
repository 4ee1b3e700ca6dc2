import { setImmediate as otherWork } from 'node:timers/promises'
import type { Db } from '@hansa/db'
import { citySizeOf } from '@hansa/domain/city'
import { freshnessOf } from '@hansa/domain/entry'
import { type Kind, kindNames, kindOfId } from '@hansa/domain/kind'
import { sortKey } from '@hansa/search'
import { fieldsOf, type SharedWords, sharedWords, textsOf, type WordParts } from './document-fields.ts'
import { type ConceptRow, type EntryRow, loadSearchFacts, type SearchFacts } from './facts.ts'
import type { KindSearch } from './kind-search.ts'
import { kindSearches } from './registry.ts'
import { type EntryDocument, type EntryFacet, facetOfScheme } from './search-schema.ts'

const unique = <T>(values: readonly (T | null | undefined)[]): T[] => [
  ...new Set(values.filter((value) => value != null)),
]

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

/**
 * Concepts as they were read, and their words, for batches that belong together: whoever follows the changes made
 * meanwhile may read each concept once.
 */
export type ConceptMemory = { rows: Map<string, ConceptRow>; words: Map<ConceptRow, SharedWords> }

/** Makes an empty memory. */
export const newConceptMemory = (): ConceptMemory => ({ rows: new Map(), words: new Map() })

type Making = {
  facts: SearchFacts
  today: Date
  words: WordParts
  shared: (concept: ConceptRow) => SharedWords
}

const toDocument = (row: EntryRow, { facts, today, words, shared }: Making): EntryDocument => {
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
  const linked = unique(
    [...(facts.linked.get(row.id) ?? []), ...country, ...network].map((id) => facts.named.get(id)),
  )
  return {
    id: row.id,
    kind: row.kind,
    stableKey: editorialKey(row, evidence),
    languages: unique([row.contentLanguage, ...Object.keys(row.title)]),
    fields: fieldsOf(words, row, {
      title: [row.title, ...(search.titles?.(own) ?? [])],
      linked,
      names: search.names?.(own) ?? [],
      identifiers: search.identifiers?.(own) ?? [],
      short: [row.summary, ...short],
      long: [...(search.body?.(own) ?? []), ...(facts.items.get(row.id) ?? []).map((item) => item.title)],
    }),
    shared: {
      concepts: concepts.map((concept) => shared(concept).words),
      stems: concepts.map((concept) => shared(concept).stems),
    },
    facets,
    numbers: {
      year: year === undefined ? null : Number(year),
      population,
      updatedAt: row.updatedAt.getTime(),
      evidence: isPractice ? evidence : null,
    },
    texts: { title: sortKey(textsOf([row.title], row)[0]?.text ?? '') },
    geo:
      place?.latitude != null && place.longitude != null
        ? { lat: place.latitude, lng: place.longitude }
        : null,
  }
}

/**
 * The search documents of these entries, as the public sees them; an id without a document is to be taken out of the
 * index. `today` decides how fresh an entry is; `lexicon` which names in the texts
 * get their terms. A constant number of statements for any number of ids.
 */
export const loadSearchDocuments = async (
  { db, ...words }: { db: Db } & WordParts,
  ids: readonly string[],
  today: Date,
  memory: ConceptMemory = newConceptMemory(),
): Promise<EntryDocument[]> => {
  const facts = await loadSearchFacts(db, ids, memory.rows)
  const shared = (concept: ConceptRow): SharedWords => {
    const known = memory.words.get(concept) ?? sharedWords(words, concept)
    memory.words.set(concept, known)
    return known
  }
  const documents: EntryDocument[] = []
  for (const row of facts.entries) {
    // Stemming takes time, and requests are not to wait for a whole batch.
    if (documents.length % 10 === 0) await otherWork()
    documents.push(toDocument(row, { facts, today, words, shared }))
  }
  return documents
}
