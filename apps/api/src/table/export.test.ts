import { schema } from '@hansa/db'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Imports, openImports } from '../entry-import/testing/open-imports.ts'
import { buildPractice, idOf, save } from '../testing/world.ts'
import { readTable } from './table-file.ts'

let i: Imports
beforeAll(async () => {
  i = await openImports()
  const evil = ['=1+1', '+1', '-1', '@SUM(A1)', "'=quoted", '＝1', "=cmd|' /C calc'!A0"]
  await save(
    i.database.db,
    ...evil.map((title, n) =>
      buildPractice(`evil-${n}`, {
        title,
        summary: title,
        territory: `\t${title}`.trim(),
        alternativeNames: [title, 'a;b', 'plain'],
      }),
    ),
    buildPractice('draft', { title: 'Nobody’s business' }),
    // More than one page of anything.
    ...Array.from({ length: 120 }, (_, n) =>
      buildPractice(`p${n}`, { title: `Practice ${n}`, policyAreas: ['policy-area/health'] }),
    ),
  )
  await i.database.db
    .update(schema.entry)
    .set({ state: 'draft' })
    .where(eq(schema.entry.id, idOf('practice', 'draft')))
  await i.index()
})
afterAll(() => i.close())

const given = async (path: string) => {
  const response = await i.get(path)
  expect(response.status).toBe(200)
  return Buffer.from(await response.arrayBuffer())
}

test('everything that a search finds is given on all its pages, and only that', async () => {
  const { data } = await i.ask(
    `{ csv: exportPath(format: CSV, kinds: [PRACTICE], filter: { policyArea: ["health"] }) search(kinds: [PRACTICE], filter: { policyArea: ["health"] }) { totalCount } }`,
  )
  expect(data.csv).toBe('/tables/entries.csv?kinds=practice&policyArea=health')
  const { heads, records } = await readTable(await given(data.csv))
  expect(records).toHaveLength(data.search.totalCount)
  expect(records.length).toBeGreaterThan(120)
  expect(heads.slice(0, 3)).toEqual(['id', 'slug', 'title'])
  const json = JSON.parse((await given('/tables/entries.json?kinds=practice&policyArea=health')).toString())
  expect(json).toHaveLength(records.length)
  expect(json[0]).toMatchObject({
    kind: 'practice',
    address: expect.stringContaining('https://hansa.example/practices/'),
  })
})

test('what is not published is not given', async () => {
  const all = (await given('/tables/entries.csv')).toString()
  expect(all).toContain('A key for everybody')
  expect(all).not.toContain('Nobody’s business')
})

test('no cell is a formula to a spreadsheet', async () => {
  const text = (await given('/tables/entries.csv?kinds=practice')).toString()
  const cells = text.slice(1).split(/,|\r\n/)
  expect(cells.filter((cell) => /^"?[=+\-@\t\r＝]/.test(cell))).toEqual([])
  expect(text).toContain("'=1+1")
})

test.each(['csv', 'xlsx'])('what was given as %s says the same when it is sent again', async (format) => {
  for (const kind of ['practice', 'city', 'organisation']) {
    const file = await given(`/tables/entries.${format}?kinds=${kind}`)
    const { counts, columns, rows } = await i.checked(file, { kind })
    expect(columns.filter(({ means }) => means === '').map(({ head }) => head)).toEqual([
      'lastConfirmedAt',
      'confirmationDueAt',
      'address',
    ])
    expect(rows.nodes.filter(({ verdict }) => verdict !== 'SAME')).toEqual([])
    expect(counts).toMatchObject({ new: 0, changed: 0, refused: 0 })
  }
})

test('a template says in the reader’s language what each column holds, and its explanations are no rows', async () => {
  const csv = (await given('/tables/templates/practice.csv?language=de')).toString()
  expect(csv).toContain('Politikfelder')
  await expect(readTable(Buffer.from(csv))).rejects.toMatchObject({ problem: 'empty' })
  const { heads } = await readTable(Buffer.from(`${csv}x,y,z\r\n`))
  expect(heads.slice(0, 3)).toEqual(['id', 'slug', 'title'])
  await expect(readTable(await given('/tables/templates/membership.xlsx'))).rejects.toMatchObject({
    problem: 'empty',
  })
  expect((await i.get('/tables/templates/member.csv')).status).toBe(404)
})

test('a search that is no search is refused', async () => {
  expect((await i.get(`/tables/entries.csv?text=${'x'.repeat(501)}`)).status).toBe(400)
  expect((await i.get('/tables/entries.exe')).status).toBe(404)
})
