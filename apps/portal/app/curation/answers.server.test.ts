import { expect, test } from 'vitest'
import { checksIn, recommendationIn, remarkIn, timeIn } from './answers.server.ts'

const form = (fields: Readonly<Record<string, string>>, keys: readonly string[] = []) => {
  const data = new FormData()
  for (const [name, value] of Object.entries(fields)) data.set(name, value)
  for (const key of keys) data.append('review-keys', key)
  return data
}

test('answers that are none of those offered are left out, as are questions without one', () => {
  const sent = { 'review-a': 'MET', 'review-a-note': 'Yes', 'review-b': 'MAYBE', 'review-d': 'NOT_MET' }
  expect(checksIn(form(sent, ['a', 'b', 'c']), 'review')).toEqual([{ item: 'a', answer: 'MET', note: 'Yes' }])
})

test('a recommendation is one of those offered, or none', () => {
  expect(recommendationIn(form({ recommendation: 'PUBLISH' }))).toBe('PUBLISH')
  expect(recommendationIn(form({ recommendation: 'publish' }))).toBeNull()
})

test('a day without an hour begins at midnight, and what is no day stays none', () => {
  expect(timeIn(form({ at: '2027-01-02' }))).toBe('2027-01-02T00:00:00Z')
  expect(timeIn(form({ at: '2027-01-02', hour: '08:30' }))).toBe('2027-01-02T08:30:00Z')
  expect(Number.isNaN(Date.parse(timeIn(form({ at: '', hour: 'soon' }))))).toBe(true)
})

test('a wording that is the one that is there proposes nothing, however its lines end', () => {
  const sent = { field: 'challenge', text: 'Which?', language: 'en', now: 'One\nTwo' }
  expect(remarkIn(form({ ...sent, suggestion: 'One\r\nTwo ' })).suggestion).toBeNull()
  expect(remarkIn(form({ ...sent, suggestion: '' })).suggestion).toBeNull()
  expect(remarkIn(form({ ...sent, suggestion: 'One' })).suggestion).toEqual({ language: 'en', text: 'One' })
})
