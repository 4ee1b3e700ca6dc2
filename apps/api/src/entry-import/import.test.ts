import { schema } from '@hansa/db'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { idOf } from '../testing/world.ts'
import { csv, type Imports, league, openImports, xlsx } from './testing/open-imports.ts'

const { audit, entry, outbox } = schema

let i: Imports
beforeAll(async () => {
  i = await openImports()
})
afterAll(() => i.close())

const entryOf = async (id: string | null | undefined) =>
  (
    await i.database.db
      .select()
      .from(entry)
      .where(eq(entry.id, String(id)))
  )[0]

const heads = [
  'provenance.id',
  'Title',
  'Titre (fr)',
  'Politikfelder',
  'Miasto',
  'Sources',
  'Solution',
  'nonsense',
]
const row = (key: string, title: string, ...more: string[]) => [
  key,
  title,
  `${title} en français`,
  'Wohnen; health',
  'malmo',
  'A report | 3 | https://example.org/report\nAnother',
  'Rent flats | the board\nLet them',
  ...more,
]

describe('an import', () => {
  test('guesses columns by labels in any language, tells each row, and writes what it told', async () => {
    const seen = await i.checked(csv(heads, row('1', 'One'), row('2', 'Two')))
    expect(seen.columns.map(({ means }) => means)).toEqual([
      'provenance.id',
      'title',
      'title@fr',
      'policyAreas',
      'city',
      'sources',
      'solution',
      '',
    ])
    expect(seen.counts).toEqual({ new: 2, changed: 0, same: 0, refused: 0 })
    expect(await i.states()).not.toHaveProperty('draft')
    expect(await i.act(i.admin, `commitImport(id: "${seen.id}", publish: true)`)).toEqual({
      problems: [],
      errors: [],
    })
    const after = await i.see(seen.id)
    expect(after.state).toBe('COMMITTED')
    const one = await entryOf(after.rows.nodes[0]?.entryId)
    expect(one).toMatchObject({
      state: 'published',
      slug: 'one',
      title: { en: { text: 'One', origin: 'human' }, fr: { text: 'One en français', origin: 'human' } },
      provenance: { system: 'import:administration', id: '1' },
      sources: [
        { citation: 'A report', section: '3', url: 'https://example.org/report' },
        { citation: 'Another' },
      ],
    })
    const { data } = await i.ask(
      `{ practice(slug: "one") { city { slug } policyAreas { id } solution { actor } } }`,
    )
    expect(data.practice).toEqual({
      city: { slug: 'malmo' },
      policyAreas: [{ id: 'policy-area/housing' }, { id: 'policy-area/health' }],
      solution: [{ actor: 'the board' }, { actor: null }],
    })
  })

  test('leaves a trail and an event for every entry and for itself', async () => {
    const { id, rows } = await i.committed(csv(['Title'], ['Trail']))
    const entryId = String(rows.nodes[0]?.entryId)
    const trail = await i.database.db.select().from(audit).where(eq(audit.entryId, entryId))
    expect(trail).toMatchObject([
      {
        actor: i.admin.id,
        action: 'entry.created',
        before: null,
        after: { title: { en: { text: 'Trail' } } },
      },
    ])
    const events = await i.database.db.select().from(outbox).where(eq(outbox.entryId, entryId))
    expect(events).toMatchObject([{ entryKind: 'practice', event: 'entry.created' }])
    const own = await i.database.db.select().from(audit).where(eq(audit.entryId, i.admin.id))
    expect(own.filter(({ after }) => JSON.stringify(after).includes(id)).map(({ action }) => action)).toEqual(
      ['import.sent', 'import.committed'],
    )
  })

  test('sent again changes nothing, and changes only what its cells say', async () => {
    const first = await i.committed(
      csv(['provenance.id', 'Title', 'Summary'], ['again', 'Again', 'As it was']),
    )
    const id = String(first.rows.nodes[0]?.entryId)
    const same = await i.checked(csv(['provenance.id', 'Title'], ['again', 'Again']))
    expect(same.counts).toEqual({ new: 0, changed: 0, same: 1, refused: 0 })
    expect((await i.act(i.admin, `commitImport(id: "${same.id}")`)).problems).toMatchObject([
      { code: 'CONFLICT' },
    ])
    await i.committed(csv(['id', 'title', 'summary', 'stage'], [id, 'Again and again', '', 'running']))
    expect(await entryOf(id)).toMatchObject({
      title: { en: { text: 'Again and again' } },
      summary: { en: { text: 'As it was' } },
      slug: 'again-and-again',
      state: 'published',
      version: 2,
    })
    await i.committed(csv(['id', 'summary'], [id, '[]']))
    expect((await entryOf(id))?.summary).toBeNull()
  })

  test('reads the first sheet of a workbook as it is shown', async () => {
    const { rows } = await i.committed(
      await xlsx(['title', 'population', 'country', 'latitude'], ['Kraków', 800_000, 'Sweden', -12.5]),
      { kind: 'city', name: 'städte.xlsx' },
    )
    const { data } = await i.ask(`{ city(id: "${rows.nodes[0]?.entryId}") { population latitude slug } }`)
    expect(data.city).toEqual({ population: 800_000, latitude: -12.5, slug: 'krakow' })
  })

  test('tells things of one name apart by their addresses', async () => {
    const { rows } = await i.committed(csv(['title'], ['Sister'], ['Sister'], ['A key for everybody']))
    const slugs = await Promise.all(rows.nodes.map(async ({ entryId }) => (await entryOf(entryId))?.slug))
    expect(new Set(slugs).size).toBe(3)
    expect(slugs[0]).toBe('sister')
    expect(slugs[1]).toMatch(/^sister-[0-9a-z]{5}$/)
  })

  test('waits for another mapping where the guess was wrong', async () => {
    const id = await i.sent(csv(['Projekt', 'Kürzel'], ['Named', 'nmd']), { kind: 'organisation' })
    expect((await i.act(i.admin, `mapImport(id: "${id}", mapping: ["title"])`)).problems).toMatchObject([
      { field: 'mapping' },
    ])
    expect(
      (await i.act(i.admin, `mapImport(id: "${id}", mapping: ["title", "title"])`)).problems,
    ).toMatchObject([{ field: 'mapping.1' }])
    expect(
      (await i.act(i.admin, `mapImport(id: "${id}", mapping: ["title", "__proto__"])`)).problems,
    ).toMatchObject([{ field: 'mapping.1' }])
    expect(await i.act(i.admin, `mapImport(id: "${id}", mapping: ["title", "acronym"])`)).toEqual({
      problems: [],
      errors: [],
    })
    await i.act(i.admin, `checkImport(id: "${id}")`)
    expect((await i.see(id)).counts).toMatchObject({ new: 1, refused: 0 })
    expect(await i.act(i.admin, `discardImport(id: "${id}")`)).toEqual({ problems: [], errors: [] })
    await expect(i.see(id)).rejects.toThrow('FORBIDDEN')
  })
})

describe('an import of memberships', () => {
  const table = (...rows: string[][]) => csv(['Network', 'Member', 'Role', 'Member since', 'Source'], ...rows)

  test('is one change of each network, told row by row, and is taken back as a whole', async () => {
    const { rows, counts, id } = await i.committed(
      table(
        ['league', 'Malmö', 'member', '2016', ''],
        ['league', 'Housing Board', 'partner', '2020-05', 'Minutes'],
        ['League of Cities', 'lund', 'observer', '', ''],
      ),
      { kind: 'membership' },
    )
    expect(rows.nodes.map(({ verdict }) => verdict)).toEqual(['SAME', 'CHANGED', 'NEW'])
    expect(counts).toEqual({ new: 1, changed: 1, same: 1, refused: 0 })
    const members = `{ network(id: "${league}") { members { role since member { id } } } }`
    const listed = async () => (await i.ask(members)).data.network.members
    expect(await listed()).toContainEqual({
      role: 'OBSERVER',
      since: null,
      member: { id: idOf('city', 'lund') },
    })
    expect((await i.act(i.admin, `undoImport(id: "${id}")`)).problems).toEqual([])
    expect((await i.see(id)).state).toBe('UNDONE')
    expect(await listed()).toHaveLength(2)
  })
})
