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
import { fold } from '../text/fold.ts'
import { tokensOf } from '../text/tokenise.ts'
import { type Bits, intersect, listBits } from './bitset.ts'
import { Dictionary } from './dictionary.ts'
import { type DocumentState, DocumentTable } from './document-table.ts'
import { FacetColumn, type FacetState } from './facet-column.ts'
import { filterBits } from './filter-bits.ts'
import { COST_LIMIT, matchText, type TextMatch } from './match.ts'
import { matchedTerms } from './matched-terms.ts'
import { nearness } from './nearness.ts'
import { Order } from './order.ts'
import { Postings, type PostingsState } from './postings.ts'
import { TextColumn, type TextState } from './text-column.ts'

/** Groups of equally good documents larger than this are not ordered by nearness of the words. */
export const NEARNESS_LIMIT = 1000

export type IndexState = {
  seq: bigint
  terms: string
  order: Uint32Array<ArrayBuffer>
  postings: PostingsState
  texts: TextState
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
  /** What the last searches worked out; valid until the next change. */
  #order: Order | null = null
  #alive: Bits | null = null
  #lastMatch: { key: string; match: TextMatch } | null = null

  constructor(schema: IndexSchema, state?: IndexState) {
    this.#schema = schema
    this.#seq = state?.seq ?? 0n
    this.#dictionary = state
      ? new Dictionary(splitTerms(state.terms), Array.from(state.order))
      : new Dictionary()
    this.#postings = new Postings(state?.postings)
    this.#texts = new TextColumn(state?.texts)
    this.#facets = new Map(
      ['kind', ...schema.facets].map((name) => [name, new FacetColumn(state?.facets[name])]),
    )
    this.#documents = new DocumentTable(schema, state?.documents)
  }

  get seq(): bigint {
    return this.#seq
  }

  get count(): number {
    return this.#documents.count
  }

  /** Applies changes; the position never goes back, applying the same again changes nothing. */
  apply(batch: SearchBatch): void {
    for (const id of batch.remove) this.#documents.remove(id)
    for (const doc of batch.upsert) this.#add(doc)
    if (batch.seq > this.#seq) this.#seq = batch.seq
    this.#order = null
    this.#alive = null
    this.#lastMatch = null
    const dead = this.#documents.size - this.#documents.count
    if (dead > 1000 + this.#documents.count / 2) this.pack()
    else if (this.#postings.crowded) this.#postings.pack(this.#dictionary.size)
  }

  #add(doc: SearchDoc): void {
    const number = this.#documents.add(doc)
    const masks = new Map<number, number>()
    for (const [attribute, name] of this.#schema.attributes.entries()) {
      const values = doc.fields[name]
      if (!values || values.length === 0) continue
      this.#texts.beginAttribute(attribute)
      for (const [i, value] of values.entries()) {
        if (i > 0) this.#texts.nextValue()
        let last = -1
        for (const token of tokensOf(value, !this.#schema.hidden.includes(name))) {
          const term = this.#dictionary.intern(token.term)
          this.#texts.addTerm(term, token.position !== last)
          last = token.position
          masks.set(term, (masks.get(term) ?? 0) | (1 << attribute))
        }
      }
    }
    this.#texts.endDocument()
    for (const [term, mask] of masks) this.#postings.add(term, number, mask)
    for (const [name, column] of this.#facets)
      column.add(name === 'kind' ? [doc.kind] : (doc.facets[name] ?? []))
  }

  /** Drops dead documents for good and packs all lists. */
  pack(): void {
    const renumber = this.#documents.renumbering()
    this.#postings.pack(this.#dictionary.size, renumber)
    this.#texts = this.#texts.pack(renumber)
    this.#facets = new Map([...this.#facets].map(([name, column]) => [name, column.pack(renumber)]))
    this.#documents = this.#documents.pack(this.#schema)
    this.#order = null
    this.#alive = null
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
      this.#count(name, docs).slice(0, query.facetLimit ?? 1000),
    ])
    return { hits, total: docs.length, facets: Object.fromEntries(facets) }
  }

  facetSearch(facet: string, prefix: string, query: SearchQuery): FacetCount[] {
    const wanted = fold(prefix)
    const counts = this.#count(facet, this.#hits(this.#match(query), query.filter))
    const isWanted = (value: string) =>
      fold(value).startsWith(wanted) || tokensOf(value).some((token) => token.term.startsWith(wanted))
    return counts.filter(({ value }) => isWanted(value)).slice(0, query.facetLimit ?? 1000)
  }

  #living(): Bits {
    this.#alive ??= this.#documents.alive()
    return this.#alive
  }

  #match(query: SearchQuery): TextMatch {
    const { text, phrases, exclude, attributes, typo } = query
    const key = JSON.stringify([text, phrases, exclude, attributes, typo])
    if (this.#lastMatch?.key === key) return this.#lastMatch.match
    const index = { dictionary: this.#dictionary, postings: this.#postings, texts: this.#texts }
    const match = matchText(index, query, this.#attributeMask(attributes), this.#living())
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
    const columns = { documents: this.#documents, facets: this.#facets, alive: this.#living() }
    const bits = filterBits(columns, filter)
    intersect(bits, match.bits)
    return listBits(bits)
  }

  #count(name: string, docs: Uint32Array): FacetCount[] {
    return this.#facets.get(name)?.count(docs) ?? []
  }

  /** Orders the hits; by nearness only the groups of equals that reach into the page `[from, to)`. */
  #sort(docs: Uint32Array, match: TextMatch, query: SearchQuery, from: number, to: number): Uint32Array {
    this.#order ??= new Order(this.#documents)
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

  /** Everything that has to be stored; packs first. */
  state(): IndexState {
    if (this.#documents.size > this.#documents.count) this.pack()
    else this.#postings.pack(this.#dictionary.size)
    return {
      seq: this.#seq,
      terms: this.#dictionary.terms().join('\n'),
      order: Uint32Array.from(this.#dictionary.sorted().order),
      postings: this.#postings.state(),
      texts: this.#texts.state(),
      facets: Object.fromEntries([...this.#facets].map(([name, column]) => [name, column.state()])),
      documents: this.#documents.state(),
    }
  }
}

function splitTerms(terms: string): string[] {
  return terms === '' ? [] : terms.split('\n')
}
