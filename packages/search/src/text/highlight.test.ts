import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { highlight, readText, snippet, termMatcher } from './highlight.ts'
import { createStemmers } from './stem.ts'

const marked = (text: string, ...terms: string[]) =>
  highlight(text, termMatcher(terms))
    .map((one) => (one.match ? `[${one.text}]` : one.text))
    .join('')

describe('highlight', () => {
  it('marks the words as written in the original', () => {
    expect(marked('Wohnen in der Straße von GDAŃSK', 'strasse', 'gdansk')).toBe(
      'Wohnen in der [Straße] von [GDAŃSK]',
    )
    expect(marked('Œuvre à Łódź, Жильё', 'oeuvre', 'lodz', 'жилье')).toBe('[Œuvre] à [Łódź], [Жильё]')
    expect(marked('Gdan\u0301sk', 'gdansk')).toBe('[Gdan\u0301sk]')
    expect(marked('in München', 'muenchen')).toBe('in [München]')
  })

  it('marks a compound once, by its whole or by a part', () => {
    expect(marked('a peer-review day', 'peerreview', 'peer')).toBe('a [peer-review] day')
    expect(marked('a peer-review day', 'review')).toBe('a peer-[review] day')
  })

  it('gives segments, never markup: the text comes back untouched', () => {
    const text = '<script>alert("housing")</script> & housing'
    const segments = highlight(text, termMatcher(['housing']))
    expect(segments.map((one) => one.text).join('')).toBe(text)
    expect(segments.filter((one) => one.match).map((one) => one.text)).toEqual(['housing', 'housing'])
  })

  it('loses and invents nothing, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: 1, max: 40 }), (text, length) => {
        const isMatch = (term: string) => term.length % 2 === 0
        expect(
          highlight(text, isMatch)
            .map((one) => one.text)
            .join(''),
        ).toBe(text)
        const crop = snippet(readText(text), isMatch, length)
        const cropped = crop.segments.map((one) => one.text).join('')
        expect(text).toContain(cropped)
        expect(cropped.length).toBeLessThanOrEqual(length)
      }),
      { numRuns: 1000, seed: 5 },
    )
  })

  it('marks inflected forms when given a stemmer', () => {
    const stemmers = createStemmers()
    const isMatch = termMatcher(['mieszkan'], (word) => stemmers.stem(word, 'pl'))
    expect(highlight('O mieszkaniach', isMatch)).toEqual([
      { text: 'O ', match: false },
      { text: 'mieszkaniach', match: true },
    ])
  })
})

describe('snippet', () => {
  const filler = 'lorem ipsum dolor sit amet '.repeat(30)

  it('is the whole of a short text', () => {
    expect(snippet(readText('Housing for all'), termMatcher(['housing']), 50)).toMatchObject({
      before: false,
      after: false,
    })
  })

  it('is the beginning when nothing matches, cut between words', () => {
    const { segments, before, after } = snippet(readText(filler), () => false, 30)
    expect({ segments, before, after }).toEqual({
      segments: [{ text: 'lorem ipsum dolor sit amet', match: false }],
      before: false,
      after: true,
    })
  })

  it('shows the place where most of the words stand together', () => {
    const text = `Housing ${filler} a housing plan for newcomers ${filler} newcomers`
    const { segments, before, after } = snippet(readText(text), termMatcher(['housing', 'newcomers']), 60)
    expect(segments.filter((one) => one.match).map((one) => one.text)).toEqual(['housing', 'newcomers'])
    expect([before, after]).toEqual([true, true])
    expect(text.split(/\s+/)).toEqual(
      expect.arrayContaining(
        segments
          .map((one) => one.text)
          .join('')
          .split(/\s+/),
      ),
    )
  })

  it('cuts a word longer than itself without breaking a character', () => {
    const { segments } = snippet(readText('😀'.repeat(100)), () => false, 31)
    expect(segments.map((one) => one.text).join('')).toBe('😀'.repeat(15))
  })
})
