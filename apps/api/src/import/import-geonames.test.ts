import { createReadStream, existsSync } from 'node:fs'
import { Readable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { schema } from '@hansa/db'
import { type TestDatabase, testDatabase, testEngine } from '@hansa/db/testing'
import { visitor } from '@hansa/domain/permissions'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { saveConceptScheme } from '../concept/concept.service.ts'
import { lastInputs } from '../entry/entry.rows.ts'
import { today } from '../testing/open-api.ts'
import { build, idOf, save } from '../testing/world.ts'
import { type GeonamesOptions, importGeonames } from './import-geonames.ts'
import type { RowVerdict } from './import-report.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())
beforeEach(async () => {
  await database.reset()
  await save(
    database.db,
    build('country', 'sweden', { title: 'Sweden', code: 'SE' }),
    build('country', 'usa', { title: 'United States', code: 'US' }),
  )
})

type Line = {
  id: number
  name: string
  names?: string
  at?: [number, number]
  feature?: string
  country?: string
  region?: string
  people?: number
}

const line = ({
  id,
  name,
  names = '',
  at = [55.6, 13],
  feature = 'PPL',
  country = 'SE',
  region = '',
  people = 20_000,
}: Line) =>
  [
    id,
    name,
    name.normalize('NFKD').replace(/\p{M}/gu, ''),
    names,
    ...at,
    'P',
    feature,
    country,
    '',
    region,
    '',
    '',
    '',
    people,
    '',
    10,
    'Europe/Stockholm',
    '2024-06-20',
  ].join('\t')

const fileOf = (...lines: (Line | string)[]) =>
  lines.map((each) => (typeof each === 'string' ? each : line(each))).join('\n')

const system = { kind: 'system', name: 'test' } as const

const load = async (file: string | Buffer, options: Partial<GeonamesOptions> & { regions?: string } = {}) => {
  const rows: RowVerdict[] = []
  const { regions } = options
  const report = await importGeonames(
    { db: database.db, viewer: system, clock: { now: () => today } },
    {
      open: () => Readable.from([Buffer.from(file)]),
      openRegions: regions === undefined ? undefined : () => Readable.from([Buffer.from(regions)]),
      choice: { minPopulation: 15_000, countries: new Set() },
      createCountries: false,
      commit: true,
      onRow: (row) => rows.push(row),
      ...options,
    },
  )
  return { ...report, rows }
}

const cities = async () => {
  const rows = await database.db
    .select({ base: schema.entry, own: schema.city })
    .from(schema.city)
    .innerJoin(schema.entry, eq(schema.entry.id, schema.city.id))
    .orderBy(schema.entry.slug)
  return rows.map(({ base, own }) => ({ ...own, ...base }))
}

const kyiv: Line = {
  id: 703_448,
  name: 'Kyiv',
  names: 'Civ,IEV,Kiev,Kiew,Kijow,Kijów,Kyiv,jifu,Κίεβο,Киев,Київ,کیف,キーウ,基輔,키예프',
  at: [50.45466, 30.5238],
  feature: 'PPLC',
  country: 'UA',
  people: 2_797_553,
}

describe('a city the registry lacks', () => {
  test('is created with position, people, names in every script, source and licence', async () => {
    await save(database.db, build('country', 'ukraine', { title: 'Ukraine', code: 'UA' }))
    expect((await load(fileOf(kyiv))).counts).toMatchObject({ new: 1 })
    const [city] = await cities()
    expect(city).toMatchObject({
      slug: 'kyiv-ua',
      title: { en: { text: 'Kyiv' } },
      type: 'municipality',
      geonamesId: 703_448,
      latitude: 50.45466,
      population: 2_797_553,
      populationYear: null,
      populationSource: 'GeoNames, record of 2024-06-20 (the year of the count is not given)',
      licence: 'CC-BY-4.0',
      provenance: { system: 'geonames', id: '703448', harvested: '2026-11-22' },
      alternativeNames: [
        'Civ',
        'Kiev',
        'Kiew',
        'Kijów',
        'Κίεβο',
        'Киев',
        'Київ',
        'کیف',
        'キーウ',
        '基輔',
        '키예프',
      ],
    })
    expect(city?.sources[0]).toMatchObject({
      citation: 'GeoNames (CC BY 4.0)',
      url: 'https://www.geonames.org/703448',
    })
  })

  test('is not written by a dry run, which gives the same verdicts', async () => {
    const dry = await load(fileOf({ id: 1, name: 'Lund' }), { commit: false })
    expect(dry).toMatchObject({ written: false, counts: { new: 1 } })
    expect(await cities()).toEqual([])
    expect((await load(fileOf({ id: 1, name: 'Lund' }))).rows).toEqual(dry.rows)
  })

  test('is written once, however often the file is loaded', async () => {
    await load(fileOf({ id: 1, name: 'Lund' }, kyiv), { createCountries: true })
    const before = await cities()
    const again = await load(fileOf({ id: 1, name: 'Lund' }, kyiv), { createCountries: true })
    expect(again.counts).toMatchObject({ new: 0, changed: 0, same: 2 })
    expect(await cities()).toEqual(before)
  })

  test('gets an address that tells it from others of its name', async () => {
    const springfield = { name: 'Springfield', country: 'US' }
    await load(
      fileOf(
        { id: 1, ...springfield, region: 'IL' },
        { id: 2, ...springfield, region: 'MA' },
        { id: 3, ...springfield, region: 'XX' },
        { id: 4, name: 'Springfield' },
      ),
      { regions: 'US.IL\tIllinois\tIllinois\t1\nUS.MA\tMassachusetts\tMassachusetts\t2\n' },
    )
    expect((await cities()).map(({ slug, region }) => [slug, region])).toEqual([
      ['springfield-illinois-us', 'Illinois'],
      ['springfield-massachusetts-us', 'Massachusetts'],
      ['springfield-se', null],
      ['springfield-us-3', null],
    ])
  })

  test('is left out when it is not wanted or no longer there, or when its country is not known', async () => {
    const { counts, rows } = await load(
      fileOf(
        { id: 1, name: 'Lund' },
        { id: 2, name: 'Hamlet', people: 14_999 },
        { id: 3, name: 'Ruin', feature: 'PPLQ' },
        kyiv,
      ),
    )
    expect(counts).toMatchObject({ new: 1, 'left out': 2 })
    expect(rows.map(({ row, reasons }) => [row, reasons.map(({ message }) => message)])).toEqual([
      [1, []],
      [3, ['is abandoned']],
      [4, ['the registry has no country UA']],
    ])
  })

  test('brings its country with it when asked to, named in ten languages', async () => {
    await load(fileOf(kyiv), { createCountries: true })
    const [country] = await database.db.select().from(schema.entry).where(eq(schema.entry.slug, 'ua'))
    expect(country?.title).toMatchObject({
      en: { text: 'Ukraine' },
      pl: { text: 'Ukraina' },
      uk: { text: 'Україна' },
    })
    expect(await cities()).toMatchObject([{ country: country?.id }])
  })
})

describe('a city the registry has', () => {
  const malmo = { id: 2_692_969, name: 'Malmö', names: 'Malmo,Мальмё', people: 301_706, region: '27' }
  const regions = 'SE.27\tSkåne\tSkane\t3\n'

  test('is found by name, country and nearness, and gets what it does not state, nothing else', async () => {
    await save(
      database.db,
      build('city', 'malmo', {
        title: 'Malmö',
        population: 360_000,
        populationYear: 2024,
        latitude: 55.5,
        longitude: 13.1,
      }),
    )
    const { rows } = await load(fileOf(malmo), { regions })
    expect(rows[0]?.reasons.map(({ field }) => field)).toEqual(['GeoNames id', 'region', 'names'])
    expect(await cities()).toMatchObject([
      {
        id: idOf('city', 'malmo'),
        slug: 'malmo',
        geonamesId: 2_692_969,
        latitude: 55.5,
        population: 360_000,
        populationYear: 2024,
        region: 'Skåne',
        alternativeNames: ['Мальмё'],
        version: 2,
      },
    ])
    expect((await load(fileOf(malmo), { regions })).counts).toMatchObject({ same: 1, changed: 0 })
  })

  test('that has a figure of its population gets no other count beside it', async () => {
    const labels = { en: { text: 'Population', origin: 'human' as const } }
    const scheme = { key: 'indicator', labels, concepts: [{ key: 'population', labels }] }
    await saveConceptScheme({ db: database.db, viewer: system }, scheme)
    const source = { citation: 'Census' }
    const figures = [{ indicator: 'indicator/population', value: 344_166, year: 2019, source }]
    await save(database.db, build('city', 'malmo', { title: 'Malmö', geonamesId: 2_692_969, figures }))
    await load(fileOf(malmo))
    expect(await cities()).toMatchObject([{ population: null, latitude: 55.6 }])
  })

  test('is another one when it lies elsewhere', async () => {
    await save(database.db, build('city', 'malmo', { title: 'Malmö', latitude: 60, longitude: 13 }))
    expect((await load(fileOf(malmo))).counts).toMatchObject({ new: 1 })
  })

  test('is left alone when two cities or two rows may be meant, and the report names them', async () => {
    await save(
      database.db,
      build('city', 'one', { title: 'Malmö' }),
      build('city', 'two', { title: 'Malmö', region: 'North' }),
      build('city', 'lund', { title: 'Lund' }),
    )
    const { rows, counts } = await load(
      fileOf(malmo, { id: 5, name: 'Lund' }, { id: 6, name: 'Lund', at: [65, 20] }),
    )
    expect(counts).toMatchObject({ 'left out': 3, new: 0, changed: 0 })
    expect(rows[0]?.reasons[0]?.message).toMatch(
      /may be any of (?=.*Malmö, SE \(one\))(?=.*Malmö, North, SE \(two\))/,
    )
    expect(rows[1]?.reasons[0]?.message).toMatch(/may be Lund, SE \(lund\), whose position is not known/)
  })

  test('keeps in the audit trail what it was before', async () => {
    await save(database.db, build('city', 'malmo', { title: 'Malmö', geonamesId: 2_692_969 }))
    await load(fileOf(malmo))
    const rows = await database.db
      .select()
      .from(schema.audit)
      .where(eq(schema.audit.entryId, idOf('city', 'malmo')))
    expect(rows.map(({ actor, action }) => [actor, action])).toEqual([
      ['system:test', 'entry.created'],
      ['system:test', 'entry.updated'],
    ])
    expect(rows[1]).toMatchObject({ before: { title: {} }, after: { population: 301_706 } })
    expect(await lastInputs(database.db, [idOf('city', 'malmo')])).toEqual(
      new Map([[idOf('city', 'malmo'), rows[1]?.after]]),
    )
  })
})

describe('a file', () => {
  const good = fileOf({ id: 1, name: 'Lund' }, { id: 2, name: 'Malmö' })

  test('may be compressed, begin with a byte order mark and end its lines like Windows', async () => {
    for (const file of [gzipSync(good), `\uFEFF${good}`, good.replaceAll('\n', '\r\n')]) {
      expect((await load(file, { commit: false })).counts).toMatchObject({ new: 2 })
    }
  })

  test.each([
    ['is empty', Buffer.alloc(0), /empty/],
    ['ends in the middle of a line', good.slice(0, -30), /Line 2 has \d+ columns instead of 19/],
    ['is compressed and not whole', gzipSync(good).subarray(0, -20), /ends in the middle|damaged/],
    ['has another form', 'city,population\nLund,90000\n', /Line 1 has 1 columns/],
    ['is a spreadsheet', Buffer.from('PK\x03\x04 and more'), /ZIP archive or a spreadsheet/],
    ['is in another encoding', Buffer.from(good, 'latin1'), /not UTF-8/],
    ['is UTF-16', Buffer.from(`\uFEFF${good}`, 'utf16le'), /UTF-16/],
    ['states a position that cannot be', fileOf({ id: 1, name: 'Lund', at: [95, 13] }), /Line 1, latitude/],
    ['has nothing that is wanted', fileOf({ id: 1, name: 'Hamlet', people: 10 }), /no place that is wanted/],
  ])('that %s is refused in words, and nothing is written', async (_, file, words) => {
    await expect(load(file)).rejects.toThrow(words)
    expect(await cities()).toEqual([])
  })

  test('is loaded by the system only', async () => {
    const options = {
      open: () => Readable.from([Buffer.from(good)]),
      choice: { minPopulation: 0, countries: new Set<string>() },
      createCountries: false,
      commit: true,
      onRow: () => undefined,
    }
    await expect(
      importGeonames({ db: database.db, viewer: visitor, clock: { now: () => today } }, options),
    ).rejects.toThrow(/Sign in/)
    expect(await cities()).toEqual([])
  })
})

// Beside the project, not in it: outside data with its licence (CC BY 4.0) at its provider.
const real = fileURLToPath(
  new URL('../../../../../shared/data/cities/geonames-cities15000-2026-01-27.tsv.gz', import.meta.url),
)

// Once is enough, and on a server its long transaction would hold back what other tests wait for.
const runs = testEngine() === 'postgres' ? () => undefined : describe.skipIf(!existsSync(real))

runs('the 33,227 cities above 15,000 people (skipped where ../shared/data is not)', () => {
  const open = () => createReadStream(real)

  test('all get a place and an address of their own', async () => {
    const { counts, rows } = await load('', { open, createCountries: true, commit: false })
    expect(counts).toMatchObject({ refused: 0, same: 0, changed: 0 })
    expect(counts.new + counts['left out']).toBeGreaterThan(33_000)
    const slugs = rows.filter(({ verdict }) => verdict === 'new').map(({ about }) => about.split(' as ')[1])
    expect(new Set(slugs).size).toBe(counts.new)
  })

  test('are written, and the same when loaded again', async () => {
    const choice = { minPopulation: 15_000, countries: new Set(['AT', 'SE', 'UA', 'US']) }
    const first = await load('', { open, createCountries: true, choice })
    const all = await cities()
    expect(first.counts.new).toBeGreaterThan(3_000)
    expect(all).toHaveLength(first.counts.new)
    const vienna = all.find(({ slug }) => slug === 'vienna-at')
    expect(vienna?.alternativeNames).toEqual(expect.arrayContaining(['Wien', 'Wiedeń', 'Відень', 'Viyana']))
    const again = await load('', { open, createCountries: true, choice })
    expect(again.counts).toMatchObject({ new: 0, changed: 0, same: first.counts.new })
  })
})
