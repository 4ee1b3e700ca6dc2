import { expect, test } from 'vitest'
import { periodText } from './period.ts'

test('a period is as exact as its source states it', () => {
  expect(periodText('en', { start: '2015-05', end: '2016-03' })).toBe('May 2015 to March 2016')
  expect(periodText('en', { start: '2015', end: '2018' })).toBe('2015 to 2018')
  expect(periodText('en', { start: '2015-05-12', end: '2015-05-12' })).toBe('12 May 2015')
})

test('a period without one of its ends does not claim the other', () => {
  expect(periodText('en', { start: '2016', end: null })).toBe('since 2016')
  expect(periodText('en', { start: null, end: '2018' })).toBe('until 2018')
  expect(periodText('en', {})).toBeUndefined()
})

test('what has ended does not read as going on', () => {
  expect(periodText('en', { start: '2016' }, true)).toBe('began in 2016')
})
