import { Growable, uint32s } from './growable.ts'

/** Words of one attribute further apart than this are not neighbours; values of a list are that far apart. */
export const VALUE_GAP = 10

const SAME_PLACE = 0x40000000
const ATTRIBUTE = 0x80000000
const NEXT_VALUE = 0xc0000000
const KIND = 0xc0000000
const VALUE = 0x3fffffff
/** Numbers of attributes are smaller; from here on a group of shared texts stands in the attribute. */
const FIRST_GROUP = 8

export type TextState = { starts: Uint32Array<ArrayBuffer>; stream: Uint32Array<ArrayBuffer> }
/** Called for each term of a document: attribute, number of the value in it, position, term. */
export type TermVisitor = (attribute: number, value: number, position: number, term: number) => void
/** What to visit: attributes up to `last`, and groups that have anything of interest. */
export type VisitOptions = { last?: number; wanted?: (group: number) => boolean }

/**
 * The terms of every document in order, for phrases, nearness and for telling which terms of a hit matched. Texts that
 * documents share stand in a column of groups, whose numbers stand here in their place.
 */
export class TextColumn {
  readonly #starts: Growable<Uint32Array<ArrayBuffer>>
  readonly #stream: Growable<Uint32Array<ArrayBuffer>>
  readonly #groups: TextColumn | null

  constructor(state: TextState | undefined, groups: TextColumn | null) {
    this.#starts = new Growable(uint32s, state?.starts)
    this.#stream = new Growable(uint32s, state?.stream)
    this.#groups = groups
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

  /** Puts the texts of a group here. */
  addGroup(group: number): void {
    this.#stream.push(ATTRIBUTE | (FIRST_GROUP + group))
  }

  endDocument(): void {
    this.#starts.push(this.#stream.length)
  }

  /** Visits the terms of a document in order. */
  visit(doc: number, visitor: TermVisitor, { last = FIRST_GROUP - 1, wanted }: VisitOptions = {}): void {
    let stream = this.#stream.array
    let i = this.#starts.at(doc)
    let end = this.#starts.at(doc + 1)
    let back = -1
    let attribute = 0
    let value = 0
    let position = -1
    for (;;) {
      if (i >= end) {
        if (back < 0) return
        stream = this.#stream.array
        i = back
        end = this.#starts.at(doc + 1)
        back = -1
        continue
      }
      const entry = stream[i++] ?? 0
      const kind = (entry & KIND) >>> 0
      if (kind === ATTRIBUTE) {
        const number = entry & VALUE
        if (number >= FIRST_GROUP) {
          const group = number - FIRST_GROUP
          const groups = this.#groups
          if (!groups) continue
          if (wanted && !wanted(group)) {
            const skipped = groups.#extent(group)
            value += skipped.values
            position += skipped.positions
            continue
          }
          back = i
          stream = groups.#stream.array
          i = groups.#starts.at(group)
          end = groups.#starts.at(group + 1)
          continue
        }
        attribute = number
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

  /** How far a group moves on: values begun and positions passed. */
  readonly #extents = new Map<number, { values: number; positions: number }>()

  #extent(group: number): { values: number; positions: number } {
    const known = this.#extents.get(group)
    if (known) return known
    let values = 0
    let positions = 0
    for (let i = this.#starts.at(group); i < this.#starts.at(group + 1); i++) {
      const kind = (this.#stream.at(i) & KIND) >>> 0
      if (kind === NEXT_VALUE) values++
      else if (kind === 0) positions++
    }
    const extent = { values, positions: positions + values * VALUE_GAP }
    this.#extents.set(group, extent)
    return extent
  }

  /** Drops documents whose new number is -1; in steps. */
  *packing(renumber: Int32Array): Generator<void, TextColumn> {
    const { starts, stream } = this.state()
    const kept = new Uint32Array(stream.length)
    const places = [0]
    let length = 0
    for (let doc = 0; doc + 1 < starts.length; doc++) {
      if (doc % 1000 === 999) yield
      if ((renumber[doc] ?? -1) < 0) continue
      const own = stream.subarray(starts[doc], starts[doc + 1])
      kept.set(own, length)
      length += own.length
      places.push(length)
    }
    yield
    return new TextColumn({ starts: Uint32Array.from(places), stream: kept.slice(0, length) }, this.#groups)
  }

  /** The arrays as they are now; what is added later does not show in them. */
  state(): TextState {
    return { starts: this.#starts.content(), stream: this.#stream.content() }
  }
}
