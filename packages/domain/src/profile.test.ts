import { expect, test } from 'vitest'
import { closedProfile, isOpen, levelsFrom, Profile } from './profile.ts'

const profile = {
  name: 'Olena Koval',
  position: 'Head of integration',
  languages: [{ language: 'uk', level: 'native' }],
  expertise: ['policy-area/housing', 'comp_000000000001'],
  offers: ['interpreting'],
  visibility: closedProfile,
}

test.each(['Head of integration', 'می\u200cنویسم'])('a profile is what its fields say: %s', (position) =>
  expect(Profile.parse({ ...profile, position })).toEqual({ ...profile, position }),
)

test.each([
  ['languages', { languages: [...profile.languages, ...profile.languages] }],
  ['languages.0.level', { languages: [{ language: 'uk', level: 'fluent' }] }],
  ['languages.0.language', { languages: [{ language: 'klingon!', level: 'a1' }] }],
  ['expertise.0', { expertise: ['city_000000000001'] }],
  ['expertise.0', { expertise: ['target-group/one'] }],
  ['offers.0', { offers: ['money'] }],
  ['position', { position: 'Head\nof' }],
  ['position', { position: 'Head\u202eof' }],
  ['visibility.name', { visibility: { ...closedProfile, name: 'friends' } }],
  ['', { isAdministrator: true }],
])('a fault in "%s" is found', (field, change) => {
  const { error } = Profile.safeParse({ ...profile, ...change })
  expect(error?.issues.map((issue) => issue.path.join('.'))).toEqual([field])
})

test('a profile is open as soon as one field is', () => {
  expect(isOpen(closedProfile)).toBe(false)
  expect(isOpen({ ...closedProfile, offers: 'members' })).toBe(true)
})

test('who asks for a level takes any above it', () => {
  expect(levelsFrom('c1')).toEqual(['c1', 'c2', 'native'])
})
