/** Sets of document numbers as bits of a `Uint32Array`; all sets of one evaluation have the same length. */
export type Bits = Uint32Array

/** An empty set with room for document numbers below `size`. */
export function emptyBits(size: number): Bits {
  return new Uint32Array((size + 31) >>> 5)
}

export function setBit(bits: Bits, doc: number): void {
  bits[doc >>> 5] = (bits[doc >>> 5] ?? 0) | (1 << (doc & 31))
}

export function clearBit(bits: Bits, doc: number): void {
  bits[doc >>> 5] = (bits[doc >>> 5] ?? 0) & ~(1 << (doc & 31))
}

export function hasBit(bits: Bits, doc: number): boolean {
  return (((bits[doc >>> 5] ?? 0) >>> (doc & 31)) & 1) === 1
}

/** Keeps in `into` what is also in `other`. */
export function intersect(into: Bits, other: Bits): void {
  for (let i = 0; i < into.length; i++) into[i] = (into[i] ?? 0) & (other[i] ?? 0)
}

/** Adds to `into` what is in `other`. */
export function unite(into: Bits, other: Bits): void {
  for (let i = 0; i < into.length; i++) into[i] = (into[i] ?? 0) | (other[i] ?? 0)
}

/** Removes from `into` what is in `other`. */
export function subtract(into: Bits, other: Bits): void {
  for (let i = 0; i < into.length; i++) into[i] = (into[i] ?? 0) & ~(other[i] ?? 0)
}

/** The document numbers of a set, ascending. */
export function listBits(bits: Bits): Uint32Array {
  let count = 0
  for (let word of bits) for (; word !== 0; word &= word - 1) count++
  const docs = new Uint32Array(count)
  let at = 0
  for (let i = 0; i < bits.length; i++) {
    for (let word = bits[i] ?? 0; word !== 0; word &= word - 1)
      docs[at++] = (i << 5) + 31 - Math.clz32(word & -word)
  }
  return docs
}
