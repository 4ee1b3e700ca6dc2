import fc from 'fast-check'
import { expect, it } from 'vitest'
import { decodeValue, encodeValue, orderKey } from './encode.ts'

const anything = fc.string({
  unit: fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)),
})
/** What Meilisearch does to a value before it compares it. */
const asCompared = (value: string) => value.trim().normalize('NFKD').toLowerCase()

it('gives back every value it has written', () => {
  fc.assert(fc.property(anything, (value) => decodeValue(encodeValue(value)) === value))
})

it('writes values that Meilisearch compares as they are', () => {
  fc.assert(
    fc.property(anything, (value) => {
      expect(encodeValue(value)).toMatch(/^[a-z0-9_-]*$/)
      expect(asCompared(orderKey(value))).toBe(orderKey(value))
    }),
  )
})

it('writes keys that sort as the code units of the originals do', () => {
  const near = fc.string({
    unit: fc.constantFrom('a', 'A', 'Z', 'z', '@', '!', ' ', '~', '[', 'é', 'Ł', '\ud800', '\x7f'),
  })
  fc.assert(
    fc.property(fc.oneof(near, anything), fc.oneof(near, anything), (a, b) => {
      const [x, y] = [orderKey(a), orderKey(b)]
      expect(Math.sign(Buffer.compare(Buffer.from(x), Buffer.from(y)))).toBe(a < b ? -1 : a > b ? 1 : 0)
    }),
  )
})
