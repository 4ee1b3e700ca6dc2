import { expect, test } from 'vitest'
import { readOptions } from '../options.ts'
import { interleave } from './interleave.ts'
import { quantile, summary } from './stats.ts'

test('a quantile is the value at its rank, whatever the order', () => {
  const values = [5, 1, 4, 2, 3]
  expect(quantile(values, 0.5)).toBe(3)
  expect(quantile(values, 0.99)).toBe(5)
  expect(quantile(values, 0)).toBe(1)
  expect(quantile([], 0.5)).toBeNaN()
  expect(summary(values)).toEqual({ median: 3, p99: 5, worst: 5, samples: 5 })
})

test('levels are measured in turn, and each of them begins as often as the others', async () => {
  const runs: string[] = []
  const level = (name: string) => async (item: number) => {
    runs.push(name + item)
    return item
  }
  const values = await interleave({ a: level('a'), b: level('b') }, [1, 2], 2)
  expect(runs).toEqual(['a1', 'b1', 'b2', 'a2', 'a1', 'b1', 'b2', 'a2'])
  expect(values).toEqual({ a: [1, 2, 1, 2], b: [1, 2, 1, 2] })
})

test('what is not given on the command line has a default', () => {
  expect(readOptions([])).toMatchObject({ entries: [1000, 10_000], cities: 300, json: undefined })
  expect(readOptions(['--entries', '5,70', '--json', 'out.json'])).toMatchObject({
    entries: [5, 70],
    json: 'out.json',
  })
})

test.each([
  ['--entries', 'many'],
  ['--entries', '1000,'],
  ['--cities', '33001'],
  ['--rounds', '0'],
  ['--speed', '1'],
])('%s %s is refused', (...args) => {
  expect(() => readOptions(args)).toThrow()
})
