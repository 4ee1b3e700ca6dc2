import { randomBytes } from 'node:crypto'
import { type Db, schema } from '@hansa/db'
import { startProcess } from '@hansa/db/testing-process'
import { newId } from '@hansa/domain/id'
import { count, countDistinct, eq, inArray, like, sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { toCsv } from '../table/csv.ts'
import { type KeptDatabase, withKeptDatabase } from '../testing/kept-database.ts'
import { build, idOf, save } from '../testing/world.ts'
import { takeInTable } from './import-upload.ts'

const { audit, entry, entryImport, member, outbox } = schema
const child = new URL('./import-runner.child.ts', import.meta.url)

const ada = newId('memb')
const fresh = Array.from({ length: 300 }, (_, n) => `new-${n}`)
const there = Array.from({ length: 100 }, (_, n) => idOf('practice', `there-${n}`))
const clock = { now: () => new Date() }

/** Sends a table of 300 new practices and 100 that are there. */
const send = async (db: Db): Promise<string> => {
  await db
    .insert(member)
    .values({ id: ada, name: 'Ada', language: 'en', isAdministrator: true, createdAt: clock.now() })
  await save(db, ...there.map((_, n) => build('practice', `there-${n}`, { title: `As it was ${n}` })))
  const rows = [
    ...fresh.map((key) => ['', key, `Practice ${key}`]),
    ...there.map((id, n) => [id, '', `As it is now ${n}`]),
  ]
  const viewer = { kind: 'member', id: ada, isAdministrator: true, affiliations: [], scopes: null } as const
  const caller = { origin: { network: 'unknown', device: 'test' }, session: null, browser: null }
  async function* content() {
    yield Buffer.from(toCsv([['id', 'provenance.id', 'title'], ...rows]))
  }
  const file = { name: 'practices.csv', content: content() }
  const ctx = { db, clock, viewer, caller, random: randomBytes }
  return (await takeInTable(ctx, viewer, { kind: 'practice' }, file)).id
}

/** What was written of the table, and how often. */
const written = async (db: Db) => {
  const isNew = like(sql`${entry.provenance} ->> 'id'`, 'new-%')
  const ids = (await db.select({ id: entry.id }).from(entry).where(isNew)).map(({ id }) => id)
  const states = await db
    .select({ state: entry.state, count: count() })
    .from(entry)
    .where(isNew)
    .groupBy(entry.state)
  const times = async (table: typeof audit | typeof outbox, which: string[]) => {
    const twice = { rows: count(), entries: countDistinct(table.entryId) }
    const [row] = await db.select(twice).from(table).where(inArray(table.entryId, which))
    return row
  }
  const title = sql<string>`${entry.title} -> 'en' ->> 'text'`
  const titles = await db.select({ title }).from(entry).where(inArray(entry.id, there))
  return {
    states,
    trail: await times(audit, ids),
    events: await times(outbox, ids),
    now: titles.filter((row) => row.title.startsWith('As it is now')).length,
    trailOfThere: await times(audit, there),
  }
}

/**
 * Goes on with an import in a process that is killed at some point; without, until it is over. What it said.
 * @param minutes how far its clock is ahead: the one before must be known to be gone
 */
const goOn = async ({ at }: KeptDatabase, id: string, minutes: number, end: string, dieAt = '') => {
  const running = startProcess(child, at, id, ada, String(minutes), end, ...dieAt.split(' '))
  expect(await running.ended).toBe(dieAt ? null : 0)
  expect(running.lines.at(-1)).toContain(dieAt.split(' ')[0] || 'over')
  return running.lines
}

const settled = (lines: readonly string[]) => lines.find((line) => line.startsWith('stands'))

test('an import whose process is killed again and again is written once and whole, or not at all', async () => {
  await withKeptDatabase(async (kept) => {
    const id = await kept.use(({ db }) => send(db))
    const write = (minutes: number, dieAt?: string) => goOn(kept, id, minutes, 'committed', dieAt)
    await write(0, 'checking 250')
    expect(settled(await write(2, 'committing 250'))).toBe('stands mapping 0 0')
    // What was staged is gone before anybody goes on.
    expect(settled(await write(4, 'decided 0'))).toBe('stands checked 0 0')
    // Behind the decision whoever comes goes on with it, and if she is killed, too, the next one.
    await write(6, 'decided 300')
    expect(settled(await write(8))).toBe('stands committed 0 300')
    await kept.use(async ({ db }) => {
      expect(await written(db)).toEqual({
        states: [{ state: 'published', count: 300 }],
        trail: { rows: 300, entries: 300 },
        events: { rows: 300, entries: 300 },
        now: 100,
        trailOfThere: { rows: 200, entries: 100 },
      })
      const own = await db.select({ action: audit.action }).from(audit).where(eq(audit.entryId, ada))
      expect(own.map(({ action }) => action)).toEqual(['import.sent', 'import.committed'])
    })

    await goOn(kept, id, 10, 'undone', 'undoing 50')
    await goOn(kept, id, 12, 'undone', 'decided 0')
    await goOn(kept, id, 14, 'undone')
    await kept.use(async ({ db }) => {
      expect(await written(db)).toMatchObject({
        states: [{ state: 'archived', count: 300 }],
        trail: { rows: 600, entries: 300 },
        now: 0,
        trailOfThere: { rows: 300, entries: 100 },
      })
      expect(await db.$count(entryImport, eq(entryImport.state, 'undone'))).toBe(1)
    })
  })
}, 120_000)
