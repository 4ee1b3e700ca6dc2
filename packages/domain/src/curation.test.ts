import { expect, test } from 'vitest'
import { defaultRule, joinRules, monthsAfter, NetworkRule, openQuestions, reminderDue } from './curation.ts'
import { likeness, resemblanceOf } from './duplicates.ts'
import { toldOf } from './news.ts'

test('the usual rule is one that could be saved', () => {
  expect(NetworkRule.parse(defaultRule)).toEqual(defaultRule)
})

test('an entry of several networks is asked the questions of each once, and confirmed when the first of them wants it', () => {
  const of = (keys: string[], confirmMonths: number) => ({
    ...defaultRule,
    checklist: keys.map((key) => ({ key, label: { en: { text: key, origin: 'human' as const } } })),
    confirmMonths,
  })
  const joined = joinRules([of(['a', 'b'], 18), of(['b', 'c'], 6)])
  expect(joined.checklist.map(({ key }) => key).toSorted()).toEqual(['a', 'b', 'c'])
  expect(joined.confirmMonths).toBe(6)
  expect(joinRules([])).toBe(defaultRule)
})

test('a question stands open until it is answered, and when it is answered with no', () => {
  const open = openQuestions(defaultRule.checklist, {
    'no-empty-section': { answer: 'met' },
    participation: { answer: 'not_met' },
    evidence: { answer: 'not_applicable' },
  })
  expect(open).toEqual(['gender-and-diversity', 'participation'])
})

test.each([
  ['2026-01-31', 1, '2026-02-28'],
  ['2026-11-22', 12, '2027-11-22'],
  ['2024-02-29', 12, '2025-02-28'],
  ['2026-11-22', 24, '2028-11-22'],
])('%s and %i months is %s', (day, months, due) => {
  expect(monthsAfter(day, months)).toBe(due)
})

test.each([
  ['2026-10-22', null],
  ['2026-10-23', -30],
  ['2026-11-21', -30],
  ['2026-11-22', 0],
  ['2026-12-21', 0],
  ['2026-12-22', 30],
  ['2029-01-01', 30],
])('what is due on 2026-11-22 has on %s the reminder %s', (today, offset) => {
  expect(reminderDue('2026-11-22', today)).toBe(offset)
})

test('titles are alike whatever their capitals, marks and order of a few words', () => {
  expect(likeness('Evening classes', 'evening Clásses')).toBe(1)
  expect(likeness('Evening classes for parents', 'Evening classes for all parents')).toBeGreaterThan(0.6)
  expect(likeness('Evening classes', 'Housing first')).toBeLessThan(0.2)
  expect(likeness('', '')).toBe(0)
})

test('less speaks for a duplicate from another city than from the same', () => {
  const one = { titles: ['Evening classes for parents'], texts: [], city: 'city_a' }
  const other = { titles: ['Classes for parents of pupils'], texts: [], city: 'city_a' }
  expect(resemblanceOf(one, other)).toMatchObject({ sameCity: true })
  expect(resemblanceOf(one, { ...other, city: 'city_b' })).toBeNull()
  expect(resemblanceOf({ ...one, city: null }, { ...other, city: null })).toBeNull()
})

test('a step is told to those whom it concerns, each once, and never to whoever took it', () => {
  const people = { authors: ['a', 'k'], curators: ['c', 'd'], reviewers: ['r'], keepers: ['k'] }
  expect(toldOf('submit', people, 'a')).toEqual(['c', 'd'])
  expect(toldOf('publish', people, 'c')).toEqual(['a', 'k', 'r'])
  expect(toldOf('review', people, 'd')).toEqual(['c'])
  expect(toldOf('start', people, 'a')).toEqual([])
})
