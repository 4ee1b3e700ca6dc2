import { Growable, uint32s } from './growable.ts'

/** Words of one attribute further apart than this are not neighbours; values of a list are that far apart. */
export const VALUE_GAP = 10

const SAME_PLACE = 0x40000000
const ATTRIBUTE = 0x80000000
const NEXT_VALUE = 0xc0000000
const KIND = 0xc0000000
const VALUE = 0x3fffffff

export type TextState = { starts: Uint32Array<ArrayBuffer>; stream: Uint32Array<ArrayBuffer> }
/** Called for each term of a document: attribute, number of the value in it, position, term. */
export type TermVisitor = (attribute: number, value: number, position: number, term: number) => void

/** The terms of every document in order, for phrases, nearness and for telling which terms of a hit matched. */
export class TextColumn {
  readonly #starts: Growable<Uint32Array<ArrayBuffer>>
  readonly #stream: Growable<Uint32Array<ArrayBuffer>>

  constructor(state?: TextState) {
    this.#starts = new Growable(uint32s, state?.starts)
    this.#stream = new Growable(uint32s, state?.stream)
    if (!state) this.#starts.push(0)
  }

  beginAttribute(attribute: number): void {
    this.#stream.push(ATTRIBUTE | attribute)
  }

  nextValue(): void {
    this.#stream.push(NEXT_VALUE)
  }

  /** @param moved false when the term stands where the one before it stands (variants, compounds) */
  addTerm(term: number, moved: boolean): void {
    this.#stream.push(moved ? term : SAME_PLACE | term)
  }

  endDocument(): void {
    this.#starts.push(this.#stream.length)
  }

  /**
   * Visits the terms of a document in order.
   *
   * @param last visit attributes up to this one only
   */
  visit(doc: number, visitor: TermVisitor, last = 7): void {
    const stream = this.#stream.array
    const to = this.#starts.at(doc + 1)
    let attribute = 0
    let value = 0
    let position = -1
    for (let i = this.#starts.at(doc); i < to; i++) {
      const entry = stream[i] ?? 0
      const kind = (entry & KIND) >>> 0
      if (kind === ATTRIBUTE) {
        attribute = entry & VALUE
        if (attribute > last) return
        value = 0
        position += VALUE_GAP
      } else if (kind === NEXT_VALUE) {
        value++
        position += VALUE_GAP
      } else {
        if (kind === 0) position++
        visitor(attribute, value, position, entry & VALUE)
      }
    }
  }

  /** Drops documents whose new number is -1. */
  pack(renumber: Int32Array): TextColumn {
    const { starts, stream } = this.state()
    const kept = new Uint32Array(stream.length)
    const places = [0]
    let length = 0
    for (let doc = 0; doc + 1 < starts.length; doc++) {
      if ((renumber[doc] ?? -1) < 0) continue
      const own = stream.subarray(starts[doc], starts[doc + 1])
      kept.set(own, length)
      length += own.length
      places.push(length)
    }
    return new TextColumn({ starts: Uint32Array.from(places), stream: kept.slice(0, length) })
  }

  state(): TextState {
    return { starts: this.#starts.content(), stream: this.#stream.content() }
  }
}
