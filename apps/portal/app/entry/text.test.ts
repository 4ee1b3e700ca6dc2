import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { shortened } from './text.ts'

describe('shortened', () => {
  test('leaves a text that fits as it is', () => {
    expect(shortened('Short.', 6)).toBe('Short.')
  })

  test('cuts between words and leaves no loose punctuation', () => {
    expect(shortened('Three offices at one table, two afternoons a week', 28)).toBe(
      'Three offices at one table…',
    )
  })

  test('cuts a word that is longer than the room there is', () => {
    expect(shortened('Mietausfallbürgschaft', 10)).toBe('Mietausfal…')
  })

  test('is never longer than asked for by more than its dots', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 400 }), fc.integer({ min: 1, max: 300 }), (value, max) => {
        expect(shortened(value, max).length).toBeLessThanOrEqual(max + 1)
      }),
    )
  })
})
