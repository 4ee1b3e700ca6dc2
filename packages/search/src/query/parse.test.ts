import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseText } from './parse.ts'

const parsed = (typed: string) => {
  const { text, phrases, exclude } = parseText(typed)
  return { text: text.replaceAll(/\s+/g, ' '), phrases, exclude }
}

describe('parseText', () => {
  it('takes phrases and exclusions out of the words', () => {
    expect(parsed('housing "right to the city" -camp -"tent city" plan')).toEqual({
      text: 'housing plan',
      phrases: ['right to the city'],
      exclude: ['camp', 'tent city'],
    })
  })

  it('knows the quotation marks of other languages', () => {
    for (const typed of ['“right to”', '„right to“', '„right to”', '«right to»'])
      expect(parsed(typed).phrases).toEqual(['right to'])
  })

  it('leaves hyphens inside words and lonely signs alone', () => {
    expect(parsed('peer-review - and "open')).toEqual({
      text: 'peer-review - and "open',
      phrases: [],
      exclude: [],
    })
  })

  it('ignores phrases without a word', () => {
    expect(parsed('"" "!" -"?"')).toMatchObject({ phrases: [], exclude: [] })
  })

  it('keeps the length of the text, so that offsets stay valid', () => {
    const piece = fc.constantFrom('"', '-', ' ', 'a', 'city', '“', '”', '„', '«', '»', '\ud800', '😀')
    const check = (pieces: string[]) => {
      const typed = pieces.join('')
      expect(parseText(typed).text).toHaveLength(typed.length)
    }
    fc.assert(fc.property(fc.array(piece), check), { numRuns: 1000, seed: 11 })
  })
})
