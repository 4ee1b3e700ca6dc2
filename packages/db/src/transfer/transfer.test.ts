import { createHash } from 'node:crypto'
import { Readable, Writable } from 'node:stream'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { ImportRefused } from '../errors.ts'
import { type TestDatabase, testDatabase } from '../testing.ts'
import { writeMigrations } from '../testing-migrations.ts'
import { withFolder } from '../testing-process.ts'
import { dumpExample, EXAMPLE, fillExample } from './example.ts'
import { exportInstance } from './export-instance.ts'
import { importInstance } from './import-instance.ts'

/** Exports into memory; gives the lines. */
async function exportLines(database: TestDatabase): Promise<string[]> {
  const chunks: string[] = []
  const sink = new Writable({
    write(chunk, _, done) {
      chunks.push(String(chunk))
      done()
    },
  })
  await exportInstance(database, sink, { now: () => new Date('2026-01-02T03:04:05Z') })
  return chunks.join('').split('\n').slice(0, -1)
}

/** Gives the lines a trailer with the right checksum again, after they were changed. */
function seal(lines: string[]): string[] {
  const body = lines.slice(0, -1)
  const sha256 = createHash('sha256')
    .update(body.map((line) => `${line}\n`).join(''))
    .digest('hex')
  return [...body, JSON.stringify({ ...JSON.parse(lines.at(-1) ?? ''), sha256 })]
}

const stream = (lines: string[]) => Readable.from([lines.map((line) => `${line}\n`).join('')])

let lines: string[]
let folder: string
let target: TestDatabase
let cleanUp: () => void

beforeAll(async () => {
  await new Promise<void>((ready) => {
    void withFolder(async (temp) => {
      folder = writeMigrations(temp, [EXAMPLE, ['CREATE TABLE later (id int)']])
      const source = await testDatabase({ migrations: folder })
      await fillExample(source)
      lines = await exportLines(source)
      await source.close()
      target = await testDatabase({ migrations: folder })
      ready()
      await new Promise<void>((resolve) => {
        cleanUp = resolve
      })
    })
  })
})
beforeEach(() => target.reset())
afterAll(async () => {
  await target.close()
  cleanUp()
})

const rowCount = async () =>
  await target.exclusive(
    5_000,
    async (connection) => (await connection.query('SELECT 1 FROM node')).rows.length,
  )

describe('an export', () => {
  test('is one JSON object per line: header, rows with referred tables first, sequences, trailer', () => {
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({
      hansa: 'export',
      format: 1,
      at: '2026-01-02T03:04:05.000Z',
    })
    const tables = lines
      .map((line) => JSON.parse(line).table)
      .filter((table, i, all) => table && table !== all[i - 1])
    expect(tables).toHaveLength(6)
    expect(tables.indexOf('node')).toBeLessThan(tables.indexOf('Weird table'))
    expect(JSON.parse(lines.at(-1) ?? '')).toMatchObject({
      end: true,
      counts: { node: 1202, empty: 0, keyless: 3 },
    })
  })

  test('is imported row for row, with the positions of the sequences', async () => {
    const counts = await importInstance(target, stream(lines), folder)
    expect(counts).toMatchObject({ node: 1202, 'Weird table': 30, outbox: 1 })
    expect(await exportLines(target)).toEqual(lines)
    const next = await target.exclusive(5_000, (connection) =>
      connection.query('INSERT INTO node DEFAULT VALUES RETURNING id'),
    )
    // The last row was deleted before the export; its number is not given out again.
    expect(next.rows).toEqual([{ id: '1211' }])
  })

  test('checks references as before once it is imported', async () => {
    await importInstance(target, stream(lines), folder)
    const early = target.exclusive(5_000, async (connection) => {
      await connection.query('BEGIN')
      await connection
        .query('INSERT INTO right_side VALUES (7, 7)')
        .finally(() => connection.query('ROLLBACK'))
    })
    await expect(early).rejects.toMatchObject({ code: '23503' })
  })

  test('of an older release is imported into an untouched database and brought up to date', async () => {
    const untouched = await testDatabase({ migrations: null })
    const older = writeMigrations(folder, [
      EXAMPLE,
      ['CREATE TABLE later (id int)'],
      ['CREATE TABLE newest (id int)'],
    ])
    await importInstance(untouched, stream(lines), older)
    const { rows } = await untouched.exclusive(5_000, (connection) =>
      connection.query(
        "SELECT to_regclass('newest') IS NOT NULL AS yes, (SELECT count(*) FROM node) AS count",
      ),
    )
    expect(rows).toEqual([{ yes: true, count: '1202' }])
    expect(await dumpExample(untouched)).toHaveLength(1202 + 30 + 3 + 1 + 1 + 3)
    await untouched.close()
  })
})

describe('an import is refused, and leaves the database empty, when', () => {
  const at = (index: number, change: (line: string) => string | string[]) => [
    ...lines.slice(0, index),
    ...[change(lines[index] ?? '')].flat(),
    ...lines.slice(index + 1),
  ]
  const edit = (change: (row: Record<string, string | null>) => void) => (line: string) => {
    const parsed = JSON.parse(line)
    change(parsed.row)
    return JSON.stringify(parsed)
  }
  const nodeLine = () => lines.findIndex((line) => JSON.parse(line).table === 'node')
  const cases: [string, () => string[], RegExp][] = [
    ['it is empty', () => [], /file is empty/],
    ['it is not an export', () => ['hello'], /^.*Line 1: this is not JSON/],
    [
      'its first line is something else',
      () => ['{"hansa":"import"}'],
      /Line 1: this is not a line of a Hansa export/,
    ],
    [
      'its format is unknown',
      () => at(0, (l) => l.replace('"format":1', '"format":2')),
      /Line 1: .*format 2/,
    ],
    [
      'its tables are unknown',
      () => at(0, (l) => l.replace(/"schema":"\w/, '"schema":"x')),
      /Line 1: .*newer one/,
    ],
    ['a line is cut', () => at(500, (l) => l.slice(0, -3)), /Line 501: this is not JSON/],
    ['a line has an unknown shape', () => at(500, () => '{"drop":"table"}'), /Line 501: this is not a line/],
    ['its end is missing', () => lines.slice(0, -1), /ends without its last line/],
    ['something follows its end', () => [...lines, lines[1] ?? ''], /more after the end/],
    ['a row is missing', () => at(600, () => []), /checksum differs/],
    ['a row is missing and the checksum is right', () => seal(at(600, () => [])), /has \d+ rows instead of/],
    ['a value was changed', () => at(600, (l) => l.replace('null', '"1"')), /checksum differs/],
    [
      'a table is unknown',
      () => seal(at(600, (l) => l.replace(/"table":"[^"]+"/, '"table":"x"'))),
      /Line 601: .*no table x/,
    ],
    [
      'a column is unknown',
      () =>
        seal(
          at(
            nodeLine(),
            edit((row) => Object.assign(row, { x: '1' })),
          ),
        ),
      /no column x/,
    ],
    [
      'a column is missing',
      () =>
        seal(
          at(
            nodeLine(),
            edit((row) => delete row.big),
          ),
        ),
      /column big .* missing/,
    ],
    [
      'a value has the wrong type',
      () =>
        seal(
          at(
            nodeLine() + 700,
            edit((row) => Object.assign(row, { big: 'many' })),
          ),
        ),
      /Line \d+: .*invalid input syntax/,
    ],
    [
      'a value is too long',
      () =>
        seal(
          at(
            nodeLine() + 3,
            edit((row) => Object.assign(row, { code: '123456789' })),
          ),
        ),
      /Line \d+: .*too long/,
    ],
    [
      'a key comes twice',
      () =>
        seal(
          at(
            nodeLine() + 3,
            edit((row) => Object.assign(row, { id: '1' })),
          ),
        ),
      /Line \d+: .*duplicate key/,
    ],
    [
      'a reference points nowhere',
      () =>
        seal(
          at(
            nodeLine() + 3,
            edit((row) => Object.assign(row, { parent: '99999' })),
          ),
        ),
      /refused the content.*foreign key/,
    ],
    [
      'a sequence is unknown',
      () => seal(lines.map((l) => l.replace('"sequence":"node_id_seq"', '"sequence":"x"'))),
      /no sequence x/,
    ],
  ]
  test.each(cases)('%s', async (_, change, reason) => {
    const refusal = await importInstance(target, stream(change()), folder).catch((error: unknown) => error)
    expect(refusal).toBeInstanceOf(ImportRefused)
    expect(String(refusal)).toMatch(reason)
    expect(await rowCount()).toBe(0)
  })

  test('its stream breaks off', async () => {
    const broken = Readable.from(
      (function* () {
        yield `${lines.slice(0, 700).join('\n')}\n`
        throw new Error('disk on fire')
      })(),
    )
    await expect(importInstance(target, broken, folder)).rejects.toThrow(/disk on fire/)
    expect(await rowCount()).toBe(0)
  })

  test('the database has rows already, which stay', async () => {
    await target.exclusive(5_000, (connection) =>
      connection.query(`INSERT INTO keyless (text) VALUES ('mine')`),
    )
    await expect(importInstance(target, stream(lines), folder)).rejects.toThrow(/not empty \(table keyless/)
    expect(await rowCount()).toBe(0)
  })

  test('the database was started by a newer release than the file', async () => {
    const newer = writeMigrations(folder, [
      EXAMPLE,
      ['CREATE TABLE later (id int)'],
      ['CREATE TABLE newest (id int)'],
    ])
    const database = await testDatabase({ migrations: newer })
    await expect(importInstance(database, stream(lines), newer)).rejects.toThrow(
      /older release than this database/,
    )
    await database.close()
  })
})
