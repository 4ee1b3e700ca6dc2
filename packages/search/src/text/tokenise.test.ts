import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fold, sortKey } from './fold.ts'
import { chunksOf, endsInWord, tokensOf } from './tokenise.ts'

const terms = (text: string) => tokensOf(text).map((token) => token.term)

describe('fold', () => {
  it('keeps folded text as it is', () => {
    const check = (text: string) => {
      expect(fold(fold(text))).toBe(fold(text))
    }
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), check), { seed: 1, numRuns: 1000 })
  })

  it('gives the same for composed and decomposed text', () => {
    const check = (text: string) => {
      expect(fold(text.normalize('NFD'))).toBe(fold(text.normalize('NFC')))
    }
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), check), { seed: 2, numRuns: 1000 })
  })

  it('does not depend on upper and lower case of the languages we know', () => {
    for (const text of ['Gdańsk', 'straße', 'ŁÓDŹ', 'Ærø', 'Київ', 'İstanbul', 'ığdır', 'ΟΔΟΣ', 'œuvre'])
      expect(fold(text.toUpperCase())).toBe(fold(text.toLowerCase()))
  })
})

describe('sortKey', () => {
  it('orders by folded letters and puts shorter titles first', () => {
    const titles = ['Łódź', 'Århus', 'lodz 2', 'Ærø', '“Zürich”', 'A city']
    expect(titles.sort((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1))).toEqual([
      'A city',
      'Ærø',
      'Århus',
      'Łódź',
      'lodz 2',
      '“Zürich”',
    ])
  })
})

describe('tokens', () => {
  it('are words with their place in the original text', () => {
    expect(tokensOf('Die Straße, GDAŃSK!')).toEqual([
      { term: 'die', start: 0, end: 3, position: 0, kind: 'word' },
      { term: 'strasse', start: 4, end: 10, position: 1, kind: 'word' },
      { term: 'gdansk', start: 12, end: 18, position: 2, kind: 'word' },
    ])
  })

  it('span the marks of decomposed text', () => {
    const text = 'Gdan\u0301sk x'
    const [token] = tokensOf(text)
    expect(text.slice(token?.start, token?.end)).toBe('Gdan\u0301sk')
  })

  it('hold compounds as a whole and in parts at the same place', () => {
    expect(tokensOf('city-to-city x').map(({ term, position }) => `${term}@${position}`)).toEqual([
      'citytocity@0',
      'city@0',
      'to@1',
      'city@2',
      'x@3',
    ])
    expect(terms('P-123/AB')).toEqual(['p123ab', 'p', '123', 'ab'])
    expect(terms("l'école d’été")).toEqual(['lecole', 'l', 'ecole', 'dete', 'd', 'ete'])
  })

  it('do not join over a double hyphen, a dash or a sentence end', () => {
    expect(terms('one--two one – two end. Next')).toEqual(['one', 'two', 'one', 'two', 'end', 'next'])
  })

  it('hold the other spellings of umlauts and å', () => {
    expect(terms('München Århus Aarhus')).toEqual([
      'munchen',
      'muenchen',
      'arhus',
      'aarhus',
      'aarhus',
      'arhus',
    ])
  })

  it('drop what has no letter or digit', () => {
    for (const text of ['', '🏠 — … !', '\u0301\u0302', '\u00ad\u200b', '\ud800'])
      expect(terms(text)).toEqual([])
  })

  it('pass over soft hyphens and zero-width characters inside words', () => {
    expect(terms('in\u00adte\u200bgra\u200dtion')).toEqual(['integration'])
  })

  it('are cut at 64 units, and chunks at ten words', () => {
    expect(terms('x'.repeat(1000))).toEqual(['x'.repeat(64)])
    expect(chunksOf('a-'.repeat(25)).map((chunk) => chunk.parts.length)).toEqual([10, 10, 5])
  })

  it('lie in order within the text and are made of folded letters, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        let last = 0
        for (const token of tokensOf(text)) {
          expect(token.term).not.toBe('')
          expect(token.term.length).toBeLessThanOrEqual(64)
          expect(token.start).toBeGreaterThanOrEqual(last === 0 ? 0 : Math.min(last, token.start))
          expect(token.end).toBeLessThanOrEqual(text.length)
          if (token.kind === 'word')
            expect(fold(text.slice(token.start, token.end)).startsWith(token.term)).toBe(true)
          if (token.kind === 'word') {
            expect(token.start).toBeGreaterThanOrEqual(last)
            last = token.end
          }
        }
      }),
      { numRuns: 1000, seed: 3 },
    )
  })
})

describe('endsInWord', () => {
  it('is true only when nothing follows the last word', () => {
    for (const text of ['a', 'a b', 'a-b', 'ab\u0301']) expect(endsInWord(text)).toBe(true)
    for (const text of ['', ' ', 'a ', 'a.', 'a-', 'a"']) expect(endsInWord(text)).toBe(false)
  })
})
