import fc from 'fast-check'
import { expect, it } from 'vitest'
import { typosBetween } from '../text/typos.ts'
import { mayBeMeant, toSpellings } from './spellings.ts'

const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'ł', 'ш', 'z'), minLength: 1, maxLength: 9 })

it('passes over no name that a word may be a misspelling of', () => {
  fc.assert(
    fc.property(fc.uniqueArray(letters), letters, fc.integer({ min: 0, max: 2 }), (names, word, typos) => {
      const spellings = toSpellings(names.map((name) => [name, []]))
      const candidates = [...mayBeMeant(spellings, word, typos)].map(({ text }) => text)
      const meant = names.filter((name) => typosBetween(word, name) <= typos)
      expect(candidates).toEqual(expect.arrayContaining(meant))
    }),
  )
})

it('looks only at names of about the length and letters of the word', () => {
  const spellings = toSpellings(['housing', 'housings', 'schools', 'work'].map((name) => [name, []]))
  expect([...mayBeMeant(spellings, 'hosuing', 1)].map(({ text }) => text)).toEqual(['housing', 'housings'])
})
