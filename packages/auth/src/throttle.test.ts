import { RateLimited } from '@hansa/domain/errors'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openWorld, type World } from './testing/world.ts'
import {
  type Budget,
  countAttempt,
  forgetAttempts,
  longestMemory,
  sweepThrottles,
  takeAttemptBack,
} from './throttle.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
beforeEach(() => world.database.reset())
afterAll(() => world.close())

const budget: Budget = { free: 3, firstWait: 2, longestWait: 10, forgetAfter: 3600 }
const attempt = (key = 'anna') => countAttempt(world, [{ budget, key }])

/** Seconds to wait, or 0 when the try was allowed. */
const waitOf = async (key?: string): Promise<number> => {
  const error = await attempt(key).then(
    () => null,
    (thrown: unknown) => thrown,
  )
  if (error === null) return 0
  if (error instanceof RateLimited) return error.retryAfter
  throw error
}

test('tries are free at first, then wait twice as long each time, up to a longest wait', async () => {
  const waits: number[] = []
  for (let i = 0; i < 3; i++) expect(await waitOf()).toBe(0)
  for (let i = 0; i < 5; i++) {
    const wait = await waitOf()
    waits.push(wait)
    world.pass(wait)
    expect(await waitOf()).toBe(0)
  }
  expect(waits).toEqual([2, 4, 8, 10, 10])
})

test('tries that come too early make nobody wait longer', async () => {
  for (let i = 0; i < 3; i++) await attempt()
  for (let i = 0; i < 20; i++) expect(await waitOf()).toBe(2)
  world.pass(2)
  expect(await waitOf()).toBe(0)
})

test('tries at the same moment are as many as one after the other', async () => {
  const waits = await Promise.all(Array.from({ length: 20 }, () => waitOf()))
  expect(waits.filter((wait) => wait === 0)).toHaveLength(3)
})

test('what one has tried is not held against another', async () => {
  for (let i = 0; i < 4; i++) await waitOf('anna')
  expect(await waitOf('anna')).toBeGreaterThan(0)
  expect(await waitOf('boris')).toBe(0)
})

test('success forgets, one try can be taken back, and time forgets', async () => {
  for (let i = 0; i < 3; i++) await attempt()
  await forgetAttempts(world, 'anna')
  for (let i = 0; i < 10; i++) {
    expect(await waitOf()).toBe(0)
    await takeAttemptBack(world, 'anna')
  }
  for (let i = 0; i < 3; i++) await attempt()
  world.pass(3600)
  for (let i = 0; i < 3; i++) expect(await waitOf()).toBe(0)
  world.pass(longestMemory)
  await sweepThrottles(world)
  expect(await waitOf()).toBe(0)
})
