import { Readable } from 'node:stream'
import { schema } from '@hansa/db'
import { type TestDatabase, testDatabase } from '@hansa/db/testing'
import { visitor } from '@hansa/domain/permissions'
import { asc, eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { saveConceptScheme } from '../concept/concept.service.ts'
import { today } from '../testing/open-api.ts'
import { build, idOf, save } from '../testing/world.ts'
import { importIndicators } from './import-indicators.ts'
import type { RowVerdict } from './import-report.ts'

let database: TestDatabase
const system = { kind: 'system', name: 'test' } as const

beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())
beforeEach(async () => {
  await database.reset()
  const { db } = database
  const labels = { en: { text: 'Any', origin: 'human' as const } }
  const concepts = ['foreign-born-share', 'population', 'nationalities'].map((key) => ({ key, labels }))
  await saveConceptScheme({ db, viewer: system }, { key: 'indicator', labels, concepts })
  await save(
    db,
    build('country', 'austria', { title: 'Austria', code: 'AT' }),
    build('country', 'usa', { title: 'United States', code: 'US' }),
    build('city', 'vienna', {
      title: 'Vienna',
      country: idOf('country', 'austria'),
      geonamesId: 2_761_369,
      alternativeNames: ['Wien', 'Wiedeń', 'Відень'],
    }),
    ...['Illinois', 'Ohio'].map((region) =>
      build('city', `springfield-${region.toLowerCase()}`, {
        title: 'Springfield',
        region,
        country: idOf('country', 'usa'),
      }),
    ),
  )
})

const load = async (
  file: string | Buffer,
  { commit = true, viewer = system as typeof system | typeof visitor } = {},
) => {
  const rows: RowVerdict[] = []
  const report = await importIndicators(
    { db: database.db, viewer, clock: { now: () => today } },
    { open: () => Readable.from([Buffer.from(file)]), commit, onRow: (row) => rows.push(row) },
  )
  return { ...report, rows }
}

const verdictsOf = async (file: string) => {
  const { rows } = await load(file, { commit: false })
  return rows.map(({ row, verdict, reasons }) => [
    row,
    verdict,
    ...reasons.map(({ field, message }) => `${field} ${message}`),
  ])
}

const figures = () =>
  database.db.select().from(schema.figure).orderBy(asc(schema.figure.entryId), asc(schema.figure.position))

const header = 'city,indicator,value,unit,year,definition,source,url'
const census = 'Statistik Austria,https://example.org/a'
const file = (...rows: string[]) => [header, ...rows, ''].join('\n')
const share = (value: string, year = '2023', source = census, city = 'vienna') =>
  `${city},foreign-born-share,${value},%,${year},born outside Austria,${source}`

describe('a file of figures', () => {
  test('is written with unit, year, definition and source of each', async () => {
    expect(await load(file(share('38.2')))).toMatchObject({ written: true, counts: { new: 1 } })
    expect(await figures()).toMatchObject([
      {
        entryId: idOf('city', 'vienna'),
        indicator: 'indicator/foreign-born-share',
        value: 38.2,
        unit: '%',
        year: 2023,
        definition: 'born outside Austria',
        source: { citation: 'Statistik Austria', url: 'https://example.org/a' },
      },
    ])
  })

  test('changes nothing in a dry run, and nothing the second time', async () => {
    expect(await load(file(share('38.2')), { commit: false })).toMatchObject({
      written: false,
      counts: { new: 1 },
    })
    expect(await figures()).toEqual([])
    await load(file(share('38.2')))
    expect(await load(file(share('38.2')))).toMatchObject({ counts: { new: 0, same: 1 } })
    const [city] = await database.db.select().from(schema.entry).where(eq(schema.entry.slug, 'vienna'))
    expect(city?.version).toBe(2)
  })

  test('replaces what the same source stated of the same year, and says what it was', async () => {
    await load(file(share('38.2'), share('37.1', '2022')))
    expect(await verdictsOf(file(share('38.4'), share('37.1', '2022')))).toEqual([
      [2, 'changed', 'value was 38.2 %'],
      [3, 'same'],
    ])
    await load(file(share('38.4')))
    expect((await figures()).map(({ year, value }) => [year, value])).toEqual([
      [2023, 38.4],
      [2022, 37.1],
    ])
  })

  test('keeps two sources that disagree beside each other, and says so', async () => {
    await load(file(share('38.2')))
    const other = share('36', '2023', 'City of Vienna,https://example.org/b')
    expect(await verdictsOf(file(other))).toEqual([
      [2, 'new', 'value is another than 38.2 % of Statistik Austria; both are kept'],
    ])
    await load(file(other))
    expect((await figures()).map(({ value, source }) => [value, source.citation])).toEqual([
      [38.2, 'Statistik Austria'],
      [36, 'City of Vienna'],
    ])
  })

  test('is refused as a whole when one source states two values of one year; both rows are named', async () => {
    const twice = file(share('38.2'), share('37.1', '2022'), share('40'))
    expect(await verdictsOf(twice)).toMatchObject([
      [2, 'refused', expect.stringMatching(/^value contradicts row 4 \(40 %\)/)],
      [3, 'new'],
      [4, 'refused', expect.stringMatching(/^value contradicts row 2 \(38.2 %\)/)],
    ])
    await expect(load(twice)).rejects.toThrow('2 rows are refused; nothing was written.')
    expect(await figures()).toEqual([])
  })

  test('may repeat a row', async () => {
    expect(await verdictsOf(file(share('38.2'), share('38.2')))).toEqual([
      [2, 'new'],
      [3, 'same', 'row repeats an earlier one'],
    ])
  })

  test('gives a city that states no population the newest of the file', async () => {
    const people = (value: string, year: string) => `vienna,population,${value},,${year},,${census}`
    await load(file(people('1982097', '2023'), people('1897491', '2019')))
    const [city] = await database.db
      .select()
      .from(schema.city)
      .where(eq(schema.city.id, idOf('city', 'vienna')))
    expect(city).toMatchObject({
      population: 1_982_097,
      populationYear: 2023,
      populationSource: 'Statistik Austria',
    })
  })

  test('is loaded by the system only', async () => {
    await expect(load(file(share('38.2')), { viewer: visitor })).rejects.toThrow(/Sign in/)
    expect(await figures()).toEqual([])
  })

  test('of a hundred thousand rows is judged row by row', async () => {
    const rows = Array.from({ length: 100_000 }, (_, i) => share('38.2', String(1900 + (i % 100))))
    const { counts } = await load(file(...rows), { commit: false })
    expect(counts).toMatchObject({ new: 100, same: 99_900 })
  })
})

describe('the city of a row', () => {
  const by = (columns: string, cells: string) =>
    verdictsOf(`${columns},indicator,value,year,source\n${cells},foreign-born-share,38.2,2023,Census\n`)

  test.each([
    ['slug', 'city', 'vienna'],
    ['id', 'city', idOf('city', 'vienna')],
    ['GeoNames id', 'geonames', '2761369'],
    ['name', 'name', 'Vienna'],
    ['name in another language, however written', 'name,country', 'WIEDEN,at'],
    ['name in another script', 'name', 'Відень'],
    ['slug and name that agree', 'city,name', 'vienna,Wien'],
    ['one of two of a name by its slug', 'city,name', 'springfield-ohio,Springfield'],
  ])('is found by its %s', async (_, columns, cells) => {
    expect(await by(columns, cells)).toEqual([[2, 'new']])
  })

  test('of which there are two is refused, and both are named with region and address', async () => {
    const [row] = await by('name,country', 'Springfield,US')
    expect(row).toEqual([
      2,
      'refused',
      expect.stringContaining('Springfield, Illinois, US (springfield-illinois)'),
    ])
    expect(row?.[2]).toContain('Springfield, Ohio, US (springfield-ohio)')
  })

  test.each([
    ['city', 'atlantis', 'city is no city of this registry'],
    ['name,country', 'Vienna,US', 'name means another city than the other columns: Vienna, AT (vienna)'],
    [
      'city,name',
      'vienna,Springfield',
      'city means another city than the other columns: Vienna, AT (vienna)',
    ],
    ['city', '', 'city is not named: give a slug, a GeoNames id or a name'],
  ])('is refused in words when %s is "%s"', async (columns, cells, words) => {
    expect(await by(columns, cells)).toEqual([[2, 'refused', words]])
  })
})

describe('a row', () => {
  test.each([
    ['value', share('a third'), 'value is not a number such as 24.5'],
    ['value', share('38,2').replace('38,2', '"38,2"'), 'value is not a number such as 24.5'],
    ['value', share(''), 'value state either a number or a text'],
    ['value', share('138'), 'value is no share between 0 and 100 %'],
    ['year', share('38', '23'), /^year /],
    ['year', share('38', 'last'), 'year is not a year such as 2024'],
    ['year', share('38', '2031'), 'year lies in the future'],
    [
      'indicator',
      share('38').replace('foreign-born-share', 'weather'),
      'indicator is no indicator of this registry',
    ],
    ['source', share('38', '2023', ','), /^source /],
    ['url', share('38', '2023', 'Census,ftp://x'), /^url is not a web address/],
    ['row', 'vienna,foreign-born-share,38', 'row has 3 columns where the header has 8'],
  ])('with a wrong %s is refused by it: %s', async (_, row, words) => {
    const [verdict] = await verdictsOf(file(row))
    expect(verdict?.[1]).toBe('refused')
    expect(verdict?.[2]).toMatch(words)
  })

  test('that was read before the year it states is refused', async () => {
    const text =
      'city,indicator,value,year,source,accessed\nvienna,foreign-born-share,38,2023,Census,2020-05-01\n'
    expect(await verdictsOf(text)).toEqual([[2, 'refused', 'year is later than the source was read (2020)']])
  })
})

describe('a file from elsewhere', () => {
  const rows = file(
    share('38.2'),
    'vienna,nationalities,179,,2023,"counted; with ""stateless"",\nand unknown",Census,',
  )

  test.each([
    ['with a byte order mark', `\uFEFF${rows}`],
    ['with the line ends of Windows', rows.replaceAll('\n', '\r\n')],
    ['with semicolons', rows.replaceAll(',', ';').replace('"";;', '"";')],
    ['with tabs', rows.replaceAll(',', '\t')],
    ['with empty lines between', rows.replace('\nvienna,nat', '\n\n\nvienna,nat')],
    ['without an end of its last line', rows.trimEnd()],
    ['with headers in capitals', rows.replace(header, header.toUpperCase())],
  ])('%s is read the same', async (_, text) => {
    expect((await load(text, { commit: false })).counts).toMatchObject({ new: 2, refused: 0 })
  })

  test.each([
    ['is empty', '', /empty/],
    ['has nothing but a header', `${header}\n`, /no row below its header/],
    ['was cut off within quotes', rows.slice(0, -20), /quote that is opened in row 3 is never closed/],
    [
      'has a stray quote',
      file(share('38.2').replace('born', 'bo"rn')),
      /Row 2 has a quote in the wrong place/,
    ],
    ['lacks columns', 'city,value\nvienna,3\n', /missing: indicator, year, source/],
    ['has columns nobody knows', file(share('1')).replace('unit', 'units'), /unknown: "units"/],
    ['has a column twice', file(share('1')).replace('unit', 'year'), /twice: year/],
    ['is binary', Buffer.from([1, 2, 0, 3, 0]), /not text/],
    ['is a spreadsheet', Buffer.from('PK\x03\x04'), /save the sheet as CSV/],
  ])('that %s is refused in words', async (_, text, words) => {
    await expect(load(text)).rejects.toThrow(words)
    expect(await figures()).toEqual([])
  })

  test('that was cut off between quotes is refused by its last row', async () => {
    const cut = file(share('38.2'), share('37', '2022')).slice(0, -40)
    await expect(load(cut)).rejects.toThrow('One row is refused; nothing was written.')
  })
})
