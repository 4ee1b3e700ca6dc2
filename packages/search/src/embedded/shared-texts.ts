import type { Dictionary } from './dictionary.ts'
import { Postings, type PostingsState } from './postings.ts'
import { TextColumn, type TextState } from './text-column.ts'
import { writeTexts } from './write-texts.ts'

export type SharedState = { keys: string[]; texts: TextState; terms: PostingsState; docs: PostingsState }

/**
 * Groups of texts that many documents have in common: the words of a concept in all languages are cut once, however many
 * documents name it, and a document only refers to the group.
 */
export class SharedTexts {
  readonly #keys: string[]
  readonly #numberOf: Map<string, number>
  /** Documents that arrive together hold the same list, which spares putting its key together again. */
  readonly #ofList = new WeakMap<readonly string[], { attribute: number; group: number }>()
  /** The terms of each group, as if it were a document. */
  readonly texts: TextColumn
  readonly #terms: Postings
  #docs: Postings

  constructor(state?: SharedState) {
    this.#keys = state?.keys ?? []
    this.#numberOf = new Map(this.#keys.map((key, group) => [key, group]))
    this.texts = new TextColumn(state?.texts, null)
    this.#terms = new Postings(state?.terms)
    this.#docs = new Postings(state?.docs)
  }

  get size(): number {
    return this.#keys.length
  }

  /** The number of a group in an attribute; a new one is cut into terms. */
  intern(dictionary: Dictionary, attribute: number, texts: readonly string[], spelled: boolean): number {
    const listed = this.#ofList.get(texts)
    if (listed?.attribute === attribute) return listed.group
    const group = this.#internKey(dictionary, attribute, texts, spelled)
    this.#ofList.set(texts, { attribute, group })
    return group
  }

  #internKey(dictionary: Dictionary, attribute: number, texts: readonly string[], spelled: boolean): number {
    const key = `${attribute}\0${texts.join('\0')}`
    const known = this.#numberOf.get(key)
    if (known !== undefined) return known
    const group = this.#keys.push(key) - 1
    this.#numberOf.set(key, group)
    const terms = new Set<number>()
    writeTexts(this.texts, dictionary, texts, spelled, (term) => terms.add(term))
    this.texts.endDocument()
    for (const term of terms) this.#terms.add(term, group, 1 << attribute)
    return group
  }

  /** Notes that a document, newer than all before it, has a group. */
  addDocument(group: number, doc: number): void {
    this.#docs.add(group, doc, 0)
  }

  /** Calls `visit` for each group that has a term, with the bit of its attribute. */
  eachGroup(term: number, visit: (group: number, mask: number) => void): void {
    this.#terms.each(term, visit)
  }

  /** Calls `visit` for each document that has a group. */
  eachDocument(group: number, visit: (doc: number) => void): void {
    this.#docs.each(group, visit)
  }

  get crowded(): boolean {
    return this.#docs.crowded
  }

  /** Packs the lists of documents, in steps; see `Postings.packing`. */
  *packing(terms: number, renumber?: Int32Array): Generator<void, void> {
    yield* this.#terms.packing(terms)
    yield* this.#docs.packing(this.size, renumber)
  }

  state(): SharedState {
    return {
      keys: this.#keys.slice(),
      texts: this.texts.state(),
      terms: this.#terms.state(),
      docs: this.#docs.state(),
    }
  }
}
