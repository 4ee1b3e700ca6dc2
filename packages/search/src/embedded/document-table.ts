import type { IndexSchema, SearchDoc } from '../engine.ts'
import type { Bits } from './bitset.ts'
import { float64s, Growable, uint32s } from './growable.ts'

export type DocumentState = {
  ids: string[]
  kinds: string[]
  keys: string[]
  alive: Uint32Array<ArrayBuffer>
  numbers: Record<string, Float64Array<ArrayBuffer>>
  texts: Record<string, (string | null)[]>
  lat: Float64Array<ArrayBuffer>
  lng: Float64Array<ArrayBuffer>
}

/** What is known of each document besides its words and facets. A replaced document gets a new number, the old is dead. */
export class DocumentTable {
  readonly ids: string[]
  readonly kinds: string[]
  readonly keys: string[]
  readonly numbers: Map<string, Growable<Float64Array<ArrayBuffer>>>
  readonly texts: Map<string, (string | null)[]>
  readonly lat: Growable<Float64Array<ArrayBuffer>>
  readonly lng: Growable<Float64Array<ArrayBuffer>>
  /** A bit for each living document. */
  readonly #alive: Growable<Uint32Array<ArrayBuffer>>
  readonly #numberOf = new Map<string, number>()

  constructor(schema: IndexSchema, state?: DocumentState) {
    this.ids = state?.ids ?? []
    this.kinds = state?.kinds ?? []
    this.keys = state?.keys ?? []
    this.#alive = new Growable(uint32s, state?.alive)
    this.numbers = new Map(schema.numbers.map((name) => [name, new Growable(float64s, state?.numbers[name])]))
    this.texts = new Map(schema.texts.map((name) => [name, state?.texts[name] ?? []]))
    this.lat = new Growable(float64s, state?.lat)
    this.lng = new Growable(float64s, state?.lng)
    for (const [doc, id] of this.ids.entries()) if (this.#isAlive(doc)) this.#numberOf.set(id, doc)
  }

  /** Numbers given out, dead documents included. */
  get size(): number {
    return this.ids.length
  }

  /** Documents there are. */
  get count(): number {
    return this.#numberOf.size
  }

  #isAlive(doc: number): boolean {
    return ((this.#alive.at(doc >>> 5) >>> (doc & 31)) & 1) === 1
  }

  find(id: string): number | undefined {
    return this.#numberOf.get(id)
  }

  /** Adds a document under the next number; a former one of the same id dies. */
  add(doc: SearchDoc): number {
    this.remove(doc.id)
    const number = this.ids.push(doc.id) - 1
    this.kinds.push(doc.kind)
    this.keys.push(doc.stableKey)
    if ((number & 31) === 0) this.#alive.push(0)
    this.#alive.array[number >>> 5] = this.#alive.at(number >>> 5) | (1 << (number & 31))
    for (const [name, column] of this.numbers) column.push(doc.numbers[name] ?? Number.NaN)
    for (const [name, column] of this.texts) column.push(doc.texts[name] ?? null)
    this.lat.push(doc.geo?.lat ?? Number.NaN)
    this.lng.push(doc.geo?.lng ?? Number.NaN)
    this.#numberOf.set(doc.id, number)
    return number
  }

  remove(id: string): void {
    const number = this.#numberOf.get(id)
    if (number === undefined) return
    this.#alive.array[number >>> 5] = this.#alive.at(number >>> 5) & ~(1 << (number & 31))
    this.#numberOf.delete(id)
  }

  /** The living documents as bits; only to be read, and only until the next change. */
  alive(): Bits {
    return this.#alive.content()
  }

  /** New numbers without gaps, in the same order; -1 for dead documents. */
  renumbering(): Int32Array {
    let next = 0
    return Int32Array.from({ length: this.size }, (_, doc) => (this.#isAlive(doc) ? next++ : -1))
  }

  /** Everything as it is now; later changes do not show in it. */
  state(): DocumentState {
    return {
      ids: this.ids.slice(),
      kinds: this.kinds.slice(),
      keys: this.keys.slice(),
      alive: this.#alive.content().slice(),
      numbers: Object.fromEntries([...this.numbers].map(([name, column]) => [name, column.content()])),
      texts: Object.fromEntries([...this.texts].map(([name, column]) => [name, column.slice()])),
      lat: this.lat.content(),
      lng: this.lng.content(),
    }
  }

  /** The same without dead documents. */
  pack(schema: IndexSchema): DocumentTable {
    const state = this.state()
    const living = <T>(list: readonly T[]) => list.filter((_, doc) => this.#isAlive(doc))
    const livingNumbers = (list: Float64Array<ArrayBuffer>) => list.filter((_, doc) => this.#isAlive(doc))
    const alive = new Uint32Array((this.count + 31) >>> 5).fill(0xffffffff)
    const rest = this.count & 31
    if (rest > 0) alive[alive.length - 1] = 2 ** rest - 1
    return new DocumentTable(schema, {
      ids: living(state.ids),
      kinds: living(state.kinds),
      keys: living(state.keys),
      alive,
      numbers: Object.fromEntries(Object.entries(state.numbers).map(([n, c]) => [n, livingNumbers(c)])),
      texts: Object.fromEntries(Object.entries(state.texts).map(([n, c]) => [n, living(c)])),
      lat: livingNumbers(state.lat),
      lng: livingNumbers(state.lng),
    })
  }
}
