import { type Db, openDatabase, schema, silentLog } from '@hansa/db'
import { type TestDatabase, testDatabase } from '@hansa/db/testing'
import { startProcess, withFolder } from '@hansa/db/testing-process'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { cancelWork, enqueue, enqueueAll } from './job.queue.ts'
import { atHour, everyMinutes, type JobKind, runnable } from './job.ts'
import { type JobRunner, runDueJobs, startJobs } from './job-runner.ts'

let database: TestDatabase
let now: Date
let done: string[]
let refuse: (text: string) => void
const runners: JobRunner[] = []
const clock = { now: () => now }

const write: JobKind<{ text: string }> = {
  name: 'test.write',
  payload: z.object({ text: z.string() }),
  async run(_, { text }) {
    refuse(text)
    done.push(text)
  },
}
const daily: JobKind<object> = {
  name: 'test.daily',
  payload: z.object({}),
  next: atHour(6),
  run: async () => void done.push('daily'),
}

beforeAll(async () => {
  database = await testDatabase()
})
beforeEach(async () => {
  await database.reset()
  now = new Date('2026-11-22T12:00:00Z')
  done = []
  refuse = () => undefined
})
afterEach(async () => {
  for (const runner of runners.splice(0)) await runner.stop()
})
afterAll(() => database.close())

const kinds = [runnable(write), runnable(daily)]
const ctx = () => ({ db: database.db, clock, log: silentLog })
const start = async () => {
  const runner = await startJobs({ database, ctx: ctx(), kinds })
  runners.push(runner)
  return runner
}
const runDue = () => runDueJobs({ ctx: ctx(), kinds })
const say = (text: string, more: object = {}, db: Db = database.db) =>
  enqueue(db, { clock }, write, { payload: { text }, ...more })
const waiting = async () =>
  (await database.db.select().from(schema.job)).filter((row) => row.kind === write.name)
const pass = (minutes: number) => {
  now = new Date(now.getTime() + minutes * 60_000)
}

describe('a job', () => {
  test('written in a transaction is done once that commits, and its row is gone', async () => {
    await start()
    await database.db.transaction((tx) => say('a', {}, tx))
    await vi.waitFor(() => expect(done).toEqual(['a']))
    await vi.waitFor(async () => expect(await waiting()).toEqual([]))
  })

  test('of a transaction that fails is never done', async () => {
    await database.db
      .transaction(async (tx) => {
        await say('a', {}, tx)
        throw new Error('no')
      })
      .catch(() => undefined)
    await say('b')
    await runDue()
    expect(done).toEqual(['b'])
  })

  test('is done once by several runners', async () => {
    for (let i = 0; i < 3; i += 1) await start()
    const all = Array.from({ length: 12 }, (_, i) => `job ${i}`)
    await enqueueAll(
      database.db,
      { clock },
      write,
      all.map((text) => ({ payload: { text } })),
    )
    await vi.waitFor(async () => expect(await waiting()).toEqual([]), 10_000)
    expect(done.toSorted()).toEqual(all.toSorted())
  })

  test('is not done before it is due, nor when it was taken back', async () => {
    const dueAt = new Date(now.getTime() + 60_000)
    await say('later', { dueAt })
    await say('never', { dueAt, key: 'x' })
    await cancelWork(database.db, write, 'x')
    await runDue()
    expect(done).toEqual([])
    pass(1)
    await runDue()
    expect(done).toEqual(['later'])
  })

  test('that fails is tried again after longer and longer, and says why', async () => {
    refuse = () => {
      throw new Error('the sea is rough')
    }
    await say('a')
    expect(await runDue()).toBe(1)
    expect(await waiting()).toMatchObject([{ attempts: 1, run: null }])
    expect((await waiting())[0]?.lastError).toContain('the sea is rough')
    expect(await runDue()).toBe(0)
    const waits: number[] = []
    for (let i = 0; i < 12; i += 1) {
      const dueAt = (await waiting())[0]?.dueAt ?? now
      waits.push((dueAt.getTime() - now.getTime()) / 1000)
      now = dueAt
      await runDue()
    }
    expect(waits).toEqual([5, 10, 20, 40, 80, 160, 320, 640, 1280, 2560, 3600, 3600])
    refuse = () => undefined
    pass(60)
    await runDue()
    expect([done, await waiting()]).toEqual([['a'], []])
  })

  test('that fails too often, or whose process ends each time, is given up and kept to be looked at', async () => {
    await say('a')
    await database.db.update(schema.job).set({ attempts: 50 })
    await runDue()
    expect(done).toEqual([])
    expect(await waiting()).toMatchObject([{ failedAt: now, lastError: 'Error: never came to an end' }])
    pass(600)
    expect(await runDue()).toBe(0)
  })

  test('of a kind that nobody here knows waits for a process that does', async () => {
    await enqueue(database.db, { clock }, { ...write, name: 'test.newer' }, { payload: { text: 'a' } })
    expect(await runDue()).toBe(0)
    expect(await database.db.$count(schema.job)).toBe(2)
  })
})

describe('of jobs with one key', () => {
  test('one waits: what is written later takes the place of what is there', async () => {
    await say('first', { key: 'x', dueAt: new Date(now.getTime() + 60_000) })
    await say('second', { key: 'x' })
    await say('other', { key: 'y' })
    await runDue()
    expect(done.toSorted()).toEqual(['other', 'second'])
  })

  test('the last counts of several that are written at once', async () => {
    const work = (text: string) => ({ key: 'x', payload: { text } })
    await enqueueAll(database.db, { clock }, write, [work('first'), work('second')])
    await runDue()
    expect(done).toEqual(['second'])
  })

  test('one that is written while it runs runs once more, with what is true then', async () => {
    const begun = Promise.withResolvers<void>()
    const mayEnd = Promise.withResolvers<void>()
    const slow: JobKind<{ text: string }> = {
      ...write,
      async run(_, { text }) {
        done.push(text)
        begun.resolve()
        await mayEnd.promise
      },
    }
    runners.push(await startJobs({ database, ctx: ctx(), kinds: [runnable(slow)] }))
    await say('old', { key: 'x' })
    await begun.promise
    await say('new', { key: 'x' })
    mayEnd.resolve()
    await vi.waitFor(async () => expect(await waiting()).toEqual([]), 10_000)
    expect(done).toEqual(['old', 'new'])
  })
})

describe('work that comes back by itself', () => {
  test('is done at its time, again and again, once however many runners there are', async () => {
    await start()
    await start()
    await runDue()
    expect(done).toEqual([])
    pass(18 * 60)
    await runDue()
    pass(60)
    await runDue()
    expect(done).toEqual(['daily'])
    pass(3 * 24 * 60)
    await runDue()
    expect(done).toEqual(['daily', 'daily'])
  })

  test('has its times', () => {
    const sunday = new Date('2026-11-22T12:00:00Z')
    expect(atHour(6)(sunday).toISOString()).toBe('2026-11-23T06:00:00.000Z')
    expect(atHour(12)(sunday).toISOString()).toBe('2026-11-23T12:00:00.000Z')
    expect(atHour(13, 0)(sunday).toISOString()).toBe('2026-11-22T13:00:00.000Z')
    expect(atHour(6, 3)(sunday).toISOString()).toBe('2026-11-25T06:00:00.000Z')
    expect(everyMinutes(5)(sunday).toISOString()).toBe('2026-11-22T12:05:00.000Z')
  })
})

const child = new URL('./job-runner.child.ts', import.meta.url)

/** Runs the job in a process that is killed in the middle of it, then looks after its time is over. */
const survivesKill = async (at: string, opened: () => Promise<{ db: Db; close(): Promise<void> }>) => {
  now = new Date()
  const before = await opened()
  await say('a', {}, before.db)
  await before.close()
  const running = startProcess(child, at)
  await running.line('began a')
  running.kill('SIGKILL')
  await running.ended
  const { db, close } = await opened()
  try {
    const run = () => runDueJobs({ ctx: { db, clock, log: silentLog }, kinds })
    now = new Date()
    expect(await run()).toBe(0)
    pass(2)
    await run()
    expect(done).toEqual(['a'])
    expect((await db.select().from(schema.job)).map((row) => row.kind)).toEqual([daily.name])
  } finally {
    await close()
  }
}

test('what a process had begun that was killed is done by another one a minute later', async () => {
  const { url } = database
  if (url !== null)
    return await survivesKill(url, async () => ({ db: database.db, close: async () => undefined }))
  await withFolder((dataDir) =>
    survivesKill(dataDir, async () => {
      const opened = await openDatabase({ dataDir, log: silentLog })
      await opened.migrate()
      return opened
    }),
  )
}, 60_000)
