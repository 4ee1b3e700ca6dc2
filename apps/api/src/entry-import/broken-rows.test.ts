import { schema } from '@hansa/db'
import { testEngine } from '@hansa/db/testing'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { idOf } from '../testing/world.ts'
import { csv, type Imports, league, openImports, xlsx } from './testing/open-imports.ts'

let i: Imports
beforeAll(async () => {
  i = await openImports()
})
afterAll(() => i.close())

const refused = async (kind: string, head: string, cell: string | number): Promise<string[]> => {
  const needed = kind === 'city' && head !== 'country' ? ['country'] : []
  const heads = head === 'title' ? [head, ...needed] : ['title', head, ...needed]
  const cells = head === 'title' ? [cell] : ['Broken', cell]
  const seen = await i.checked(
    csv(
      heads,
      [...cells, ...needed.map(() => 'SE')].map((one) => (one === 'SE' ? idOf('country', 'sweden') : one)),
    ),
    { kind },
  )
  await i.database.db.delete(schema.entryImport)
  return seen.rows.nodes.flatMap(({ reasons }) => reasons.map(({ field, code }) => `${field} ${code}`))
}

/** Every kind of cell that is refused: of which table, below which head, what it says, and what is told of it. */
const brokenCells: readonly (readonly [kind: string, head: string, cell: string, told: string])[] = [
  ['practice', 'title', 'x'.repeat(101), 'title TOO_LONG'],
  ['practice', 'title@de', 'x'.repeat(101), 'title@de TOO_LONG'],
  ['practice', 'start', '31.12.2016', 'start NOT_A_DATE'],
  ['practice', 'stage', 'sleeping', 'stage NOT_ONE_OF'],
  ['practice', 'evidenceLevel', '7', 'evidenceLevel NOT_ONE_OF'],
  ['practice', 'policyAreas', 'housing; nonsense', 'policyAreas UNKNOWN'],
  ['practice', 'policyAreas', '["policy-area/nonsense"]', 'policyAreas UNKNOWN'],
  ['practice', 'policyAreas', '["target-group/one"]', 'policyAreas MALFORMED'],
  ['practice', 'policyAreas', '[not json', 'policyAreas NOT_JSON'],
  ['practice', 'city', 'Atlantis', 'city UNKNOWN'],
  ['practice', 'city', idOf('practice', 'key'), 'city UNKNOWN'],
  ['practice', 'networks', '["netw_000000000000"]', 'networks UNKNOWN'],
  ['practice', 'contact.url', 'javascript:alert(1)', 'contact.url NOT_AN_ADDRESS'],
  ['practice', 'contentLanguage', 'english', 'contentLanguage NOT_A_LANGUAGE'],
  ['practice', 'currency', 'euro', 'currency NOT_A_CURRENCY'],
  ['practice', 'notMeasured', 'perhaps', 'notMeasured NOT_TRUE_OR_FALSE'],
  ['practice', 'sources', 'a | b | https://x.example | 2020 | e', 'sources TOO_MANY_PARTS'],
  ['practice', 'sources', ' | section only', 'sources EMPTY'],
  ['practice', 'translations', '{"city":{"de":"x"}}', 'translations MALFORMED'],
  ['practice', 'translations', '{', 'translations NOT_JSON'],
  ['practice', 'id', 'prac_000000000000', 'id UNKNOWN'],
  ['practice', 'id', idOf('city', 'malmo'), 'id UNKNOWN'],
  ['practice', 'slug', 'a-key', 'slug TAKEN'],
  ['practice', 'slug', 'Not a slug', 'slug MALFORMED'],
  ['practice', 'summary', 'caf\ufffd', 'summary UNREADABLE'],
  ['practice', 'summary', 'bell \u0007', 'summary UNREADABLE'],
  ['practice', 'summary', '#REF!', 'summary FORMULA_ERROR'],
  ['city', 'population', 'many', 'population NOT_A_NUMBER'],
  ['city', 'population', '1,000', 'population NOT_A_NUMBER'],
  ['city', 'population', '10.5', 'population NOT_WHOLE'],
  ['city', 'population', '-5', 'population OUT_OF_RANGE'],
  ['city', 'latitude', '91', 'latitude OUT_OF_RANGE'],
  ['city', 'country', '', 'country EMPTY'],
  ['city', 'figures', 'one | 5 | | % | 2024', 'figures EMPTY'],
  ['membership', 'role', 'king', 'role NOT_ONE_OF'],
]

describe('a row is refused for', () => {
  test.each(brokenCells)('%s: %s “%s”', async (kind, head, cell, reason) => {
    expect(await refused(kind, head, cell)).toContain(reason)
  })
})

/** Many rows could hold up others above all where all share one connection. */
const many = testEngine() === 'pglite' ? 10_000 : 1_000

test.each([
  ['practice', many],
  ['city', 1_000],
])(
  'in a table (%s) of %i rows each is named where it is, and no other, while others are answered',
  async (kind, size) => {
    const broken = brokenCells.filter(([of]) => of === kind)
    const columns = [...new Set(['title', ...broken.map(([, head]) => head)])]
    const country = columns.indexOf('country')
    // Spread over the whole file, its first and its last row among them.
    const places = new Map(
      broken.map((one, n) => [2 + Math.round((n * (size - 1)) / (broken.length - 1)), one]),
    )
    const rows = Array.from({ length: size }, (_, n) => {
      const cells = columns.map((head) => (head === 'title' ? `Row ${n + 2}` : ''))
      if (country >= 0) cells[country] = idOf('country', 'sweden')
      const [, head = '', cell = ''] = places.get(n + 2) ?? []
      if (head) cells[columns.indexOf(head)] = cell
      return cells
    })
    const before = [await i.states(), await i.database.db.$count(schema.audit)]
    const id = await i.sent(csv(columns, ...rows), { kind })
    const sent = await i.database.db.$count(schema.audit)
    const memory = process.memoryUsage().heapUsed
    const checking = i.act(i.admin, `checkImport(id: "${id}")`)
    let slowest = 0
    for (let state = 'MAPPING'; state !== 'CHECKED'; ) {
      const asked = performance.now()
      const { data } = await i.admin.ask(`{ import(id: "${id}") { state } practice(slug: "a-key") { id } }`)
      slowest = Math.max(slowest, performance.now() - asked)
      state = data.import.state
    }
    expect((await checking).problems).toEqual([])
    const { counts } = await i.see(id)
    expect(counts).toEqual({ new: size - broken.length, changed: 0, same: 0, refused: broken.length })
    const { rows: named } = await i.see(id, i.admin, 'REFUSED')
    const told = named.nodes.map(({ row, reasons }) => [
      row,
      ...reasons.map((one) => `${one.field} ${one.code}`),
    ])
    expect(told).toEqual([...places].map(([row, [, , , reason]]) => [row, reason]))
    expect(slowest).toBeLessThan(2_000)
    expect(process.memoryUsage().heapUsed - memory).toBeLessThan(300_000_000)
    // Nothing is written but that it was sent.
    expect(sent - Number(before[1])).toBe(1)
    expect([await i.states(), await i.database.db.$count(schema.audit)]).toEqual([before[0], sent])
    await i.database.db.delete(schema.entryImport)
  },
)

test('rows that say the same thing twice, or have too many cells, name each other', async () => {
  const id = idOf('practice', 'key')
  const { rows } = await i.checked(
    csv(
      ['id', 'provenance.id', 'title'],
      [id, '', 'A'],
      [id, '', 'B'],
      ['', 'p', 'C'],
      ['', 'p', 'D'],
      ['', '', 'E', 'more'],
    ),
  )
  const told = rows.nodes.map(({ row, reasons }) => [
    row,
    ...reasons.map(({ code, detail }) => `${code} ${detail}`),
  ])
  expect(told).toEqual([[2], [3, 'REPEATED 2'], [4], [5, 'REPEATED 4'], [6, 'CELLS 3']])
})

test('of 1,000 rows with 7 broken ones exactly those are named, and nothing is written before they are put right', async () => {
  const broken = new Set([17, 170, 444, 555, 666, 820, 1001])
  const rows = (good: boolean) =>
    Array.from({ length: 1000 }, (_, n) => [
      `k${n}`,
      `Practice ${n}`,
      broken.has(n + 2) && !good ? 'nonsense' : 'housing',
    ])
  const before = await i.states()
  const seen = await i.checked(csv(['provenance.id', 'title', 'policyAreas'], ...rows(false)))
  expect(seen.counts).toEqual({ new: 993, changed: 0, same: 0, refused: 7 })
  const { rows: named } = await i.see(seen.id, i.admin, 'REFUSED')
  expect(named.nodes.map(({ row }) => row)).toEqual([...broken])
  expect((await i.act(i.admin, `commitImport(id: "${seen.id}")`)).problems).toMatchObject([
    { code: 'CONFLICT' },
  ])
  expect(await i.states()).toEqual(before)
  const report = await (
    await i.get(`/tables/imports/${seen.id}/verdicts.csv?verdict=REFUSED`, i.admin)
  ).text()
  expect(report.trim().split('\r\n')).toHaveLength(8)
  expect(report).toContain('17,refused,Practice 15,policyAreas,unknown,nonsense,')
  const written = await i.committed(csv(['provenance.id', 'title', 'policyAreas'], ...rows(true)))
  expect(written.counts).toMatchObject({ new: 1000, refused: 0 })
})

describe('a file is refused as a whole', () => {
  const utf16 = Buffer.from('\ufefftitle\nCafé', 'utf16le')
  const many = `title\n${'x\n'.repeat(10_001)}`
  test.each([
    ['that is empty', '', 'empty'],
    ['without rows', 'title\n', 'empty'],
    ['in UTF-16', utf16, 'encoding'],
    ['in Windows-1252', Buffer.from('title\nCaf\xe9', 'latin1'), 'encoding'],
    ['with bytes of no text', Buffer.from('title\na\0b'), 'type'],
    ['that is an old workbook', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'type'],
    ['that is compressed', Buffer.from('1f8b0800', 'hex'), 'type'],
    ['with an open quote', 'title\n"never closed\n', 'quotes'],
    ['with too many rows', many, 'too-many-rows'],
    ['with too many columns', `${'a,'.repeat(200)}b\nx\n`, 'too-many-columns'],
    ['with too long a cell', `title\n${'x'.repeat(100_001)}\n`, 'too-large'],
  ])('%s', async (_, content, reason) => {
    const response = await i.post(i.admin, content)
    expect(await response.json()).toMatchObject({
      errors: [{ extensions: { code: 'UNREADABLE_FILE', reason } }],
    })
    await i.database.db.delete(schema.throttle)
  })

  test('that is half a workbook', async () => {
    const whole = await xlsx(['title'], ['A'])
    const response = await i.post(i.admin, whole.subarray(0, whole.length / 2))
    expect(response.status).toBe(422)
  })
})

test('a membership that a secretariat cannot add by itself says so', async () => {
  await i.person({ name: 'Mayor', at: [{ entry: idOf('city', 'lund'), function: 'representative' }] })
  const { rows } = await i.checked(
    csv(['member'], ['lund'], ['Housing Board']),
    { kind: 'membership', network: league },
    i.curator,
  )
  expect(rows.nodes.map(({ verdict, reasons }) => [verdict, ...reasons.map(({ code }) => code)])).toEqual([
    ['REFUSED', 'ANSWERED_FOR'],
    ['NEW'],
  ])
})
