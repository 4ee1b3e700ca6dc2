import type {
  FacetCount,
  Filter,
  IndexSchema,
  SearchBatch,
  SearchDoc,
  SearchHit,
  SearchPage,
  SearchQuery,
} from '../engine.ts'
import { facetsBeginning } from '../facet-search.ts'
import { intersect, listBits } from './bitset.ts'
import { Dictionary } from './dictionary.ts'
import { type DocumentState, DocumentTable } from './document-table.ts'
import { FacetColumn, type FacetState } from './facet-column.ts'
import { filterBits } from './filter-bits.ts'
import { COST_LIMIT, matchText, type TextMatch } from './match.ts'
import { matchedTerms } from './matched-terms.ts'
import { nearness } from './nearness.ts'
import { Order } from './order.ts'
import { Postings, type PostingsState } from './postings.ts'
import { type SharedState, SharedTexts } from './shared-texts.ts'
import { TermMasks } from './term-masks.ts'
import { TextColumn, type TextState } from './text-column.ts'
import { writeTexts } from './write-texts.ts'

/** Groups of equally good documents larger than this are not ordered by nearness of the words. */
export const NEARNESS_LIMIT = 1000

export type IndexState = {
  seq: bigint
  terms: string[]
  order: Uint32Array<ArrayBuffer>
  postings: PostingsState
  texts: TextState
  shared: SharedState
  facets: Record<string, FacetState>
  documents: DocumentState
}

/** The whole index of one engine, in memory, synchronous. */
export class IndexCore {
  readonly #schema: IndexSchema
  #seq: bigint
  #dictionary: Dictionary
  #postings: Postings
  #texts: TextColumn
  #facets: Map<string, FacetColumn>
  #documents: DocumentTable
  readonly #shared: SharedTexts
  readonly #masks = new TermMasks()
  #order: Order
  /** What the last search worked out; valid until the next change. */
  #lastMatch: { key: string; match: TextMatch } | null = null

  constructor(schema: IndexSchema, state?: IndexState) {
    this.#schema = schema
    this.#seq = state?.seq ?? 0n
    this.#dictionary = new Dictionary(state?.terms, state?.order)
    this.#postings = new Postings(state?.postings)
    this.#shared = new SharedTexts(state?.shared)
    this.#texts = new TextColumn(state?.texts, this.#shared.texts)
    this.#facets = new Map(
      ['kind', ...schema.facets].map((name) => [name, new FacetColumn(state?.facets[name])]),
    )
    this.#documents = new DocumentTable(schema, state?.documents)
    this.#order = new Order(this.#documents)
  }

  get seq(): bigint {
    return this.#seq
  }

  get count(): number {
    return this.#documents.count
  }

  /**
   * Applies changes in steps of one document, with searches in between; the position never goes back, applying the same
   * again changes nothing.
   */
  *applying(batch: SearchBatch): Generator<void, void> {
    for (const id of batch.remove) this.#documents.remove(id)
    this.#lastMatch = null
    for (const doc of batch.upsert) {
      this.#add(doc)
      this.#lastMatch = null
      yield
    }
    if (batch.seq > this.#seq) this.#seq = batch.seq
    const dead = this.#documents.size - this.#documents.count
    if (dead > 1000 + this.#documents.count / 2) yield* this.packing()
    else if (this.#postings.crowded || this.#shared.crowded) yield* this.#packLists()
  }

  #add(doc: SearchDoc): void {
    const number = this.#documents.add(doc)
    for (const [attribute, name] of this.#schema.attributes.entries()) {
      const own = doc.fields[name] ?? []
      const groups = (doc.shared?.[name] ?? []).filter((group) => group.length > 0)
      if (own.length + groups.length === 0) continue
      const spelled = !this.#schema.hidden.includes(name)
      this.#texts.beginAttribute(attribute)
      writeTexts(this.#texts, this.#dictionary, own, spelled, (term) => this.#masks.add(term, 1 << attribute))
      for (const [i, texts] of groups.entries()) {
        if (own.length + i > 0) this.#texts.nextValue()
        const group = this.#shared.intern(this.#dictionary, attribute, texts, spelled)
        this.#texts.addGroup(group)
        this.#shared.addDocument(group, number)
      }
    }
    this.#texts.endDocument()
    this.#masks.drain((term, mask) => this.#postings.add(term, number, mask))
    for (const [name, column] of this.#facets)
      column.add(name === 'kind' ? [doc.kind] : (doc.facets[name] ?? []))
  }

  *#packLists(): Generator<void, void> {
    yield* this.#postings.packing(this.#dictionary.size)
    yield* this.#shared.packing(this.#dictionary.size)
  }

  /** Drops dead documents for good and packs all lists, in steps; searches see nothing of it until it is done. */
  *packing(): Generator<void, void> {
    const renumber = this.#documents.renumbering()
    const texts = yield* this.#texts.packing(renumber)
    const facets = new Map<string, FacetColumn>()
    for (const [name, column] of this.#facets) {
      facets.set(name, column.pack(renumber))
      yield
    }
    const documents = this.#documents.pack(this.#schema)
    yield
    const shared = this.#shared.packing(this.#dictionary.size, renumber)
    yield* this.#postings.packing(this.#dictionary.size, renumber)
    // From here without a pause: every part has to count documents the same way.
    drain(shared)
    this.#texts = texts
    this.#facets = facets
    this.#documents = documents
    this.#order = new Order(documents)
    this.#lastMatch = null
  }

  search(query: SearchQuery): SearchPage {
    const match = this.#match(query)
    const docs = this.#hits(match, query.filter)
    const offset = query.offset ?? 0
    const limit = query.limit ?? 20
    const ordered = this.#sort(docs, match, query, offset, offset + limit)
    const hits = Array.from(ordered.subarray(offset, offset + limit), (doc) => this.#toHit(doc, match))
    const facets = (query.facets ?? []).map((name) => [
      name,
      this.#facets.get(name)?.count(docs, query.facetLimit ?? 1000) ?? [],
    ])
    return { hits, total: docs.length, facets: Object.fromEntries(facets) }
  }

  facetSearch(facet: string, prefix: string, query: SearchQuery): FacetCount[] {
    const hits = this.#hits(this.#match(query), query.filter)
    const counts = this.#facets.get(facet)?.count(hits) ?? []
    return facetsBeginning(counts, prefix).slice(0, query.facetLimit ?? 1000)
  }

  #match(query: SearchQuery): TextMatch {
    const { text, phrases, exclude, attributes, typo } = query
    const key = JSON.stringify([text, phrases, exclude, attributes, typo])
    if (this.#lastMatch?.key === key) return this.#lastMatch.match
    const index = {
      dictionary: this.#dictionary,
      postings: this.#postings,
      texts: this.#texts,
      shared: this.#shared,
    }
    const match = matchText(index, query, this.#attributeMask(attributes), this.#documents.alive())
    this.#lastMatch = { key, match }
    return match
  }

  #attributeMask(names: readonly string[] | undefined): number {
    const { attributes, hidden } = this.#schema
    const wanted = names ?? attributes.filter((name) => !hidden.includes(name))
    return attributes.reduce((mask, name, i) => (wanted.includes(name) ? mask | (1 << i) : mask), 0)
  }

  #hits(match: TextMatch, filter: Filter | undefined): Uint32Array {
    if (!filter) return listBits(match.bits)
    const columns = { documents: this.#documents, facets: this.#facets, alive: this.#documents.alive() }
    const bits = filterBits(columns, filter)
    intersect(bits, match.bits)
    return listBits(bits)
  }

  /** Orders the hits; by nearness only the groups of equals that reach into the page `[from, to)`. */
  #sort(docs: Uint32Array, match: TextMatch, query: SearchQuery, from: number, to: number): Uint32Array {
    const order = this.#order
    if (query.sort && query.sort.length > 0) return order.byKeys(docs, query.sort)
    const cost = (doc: number) => match.cost[doc] ?? 0
    const sorted = order.byNumber(docs, cost)
    if (match.units.length < 2) return sorted
    for (let start = 0; start < Math.min(to, sorted.length); ) {
      let end = start + 1
      while (end < sorted.length && cost(sorted[end] ?? 0) === cost(sorted[start] ?? 0)) end++
      if (end > from && end - start > 1 && end - start <= NEARNESS_LIMIT) {
        const near = new Map<number, number>()
        const group = sorted.subarray(start, end)
        for (const doc of group) near.set(doc, nearness(this.#texts, doc, match))
        group.set(order.byNumber(group, (doc) => near.get(doc) ?? 0))
      }
      start = end
    }
    return sorted
  }

  #toHit(doc: number, match: TextMatch): SearchHit {
    return {
      id: this.#documents.ids[doc] ?? '',
      kind: this.#documents.kinds[doc] ?? '',
      score: 1 - (match.cost[doc] ?? 0) / COST_LIMIT,
      terms: matchedTerms(this.#texts, this.#dictionary, doc, match),
    }
  }

  /** Everything that has to be stored, as it is when this ends; packs first, in steps. */
  *stating(): Generator<void, IndexState> {
    if (this.#documents.size > this.#documents.count) yield* this.packing()
    else yield* this.#packLists()
    return {
      seq: this.#seq,
      terms: this.#dictionary.terms().slice(),
      order: this.#dictionary.sorted().order,
      postings: this.#postings.state(),
      texts: this.#texts.state(),
      shared: this.#shared.state(),
      facets: Object.fromEntries([...this.#facets].map(([name, column]) => [name, column.state()])),
      documents: this.#documents.state(),
    }
  }
}

function drain(steps: Generator<void, void>): void {
  while (!steps.next().done);
}
