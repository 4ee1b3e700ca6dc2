import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { countStatements } from '../testing/count-statements.ts'
import { openTestApi, type TestApi } from '../testing/open-api.ts'
import { build, buildPractice, idOf, sampleIds, save, saveWorld } from '../testing/world.ts'
import { facetNames } from './search-filter.ts'

let t: TestApi
beforeAll(async () => {
  t = await openTestApi()
  await saveWorld(t.database.db)
  await save(
    t.database.db,
    ...Array.from({ length: 53 }, (_, i) =>
      buildPractice(`many-${i}`, {
        title: `Language course ${i % 4}`,
        summary: 'People learn together in a café.',
        city: i % 2 ? sampleIds.city : idOf('city', 'lund'),
        start: String(2000 + (i % 5)),
        stage: i % 3 ? 'running' : 'ended',
        evidenceLevel: i % 6,
        targetGroups: i % 2 ? ['target-group/one'] : [],
      }),
    ),
  )
  await t.index()
})
afterAll(() => t.close())

const search = async (args: string, fields: string, headers?: Record<string, string>) => {
  const { data, errors } = await t.ask(`{ search${args} { ${fields} } }`, {}, headers)
  expect(errors).toEqual([])
  return data.search
}
const refused = async (args: string) => {
  const { data, errors } = await t.ask(`{ search${args} { totalCount } }`)
  expect(data).toBeNull()
  expect(errors[0]?.extensions.code).toBe('INVALID_INPUT')
  const fields = errors[0]?.extensions.fields as { field: string }[] | undefined
  return fields?.map(({ field }) => field)
}

type Edge = { cursor: string; node: { id: string } }
type Facets = { name: string; values: { value: string; label: string; count: number; selected: boolean }[] }[]

describe('words', () => {
  test.each(['housing', 'Wohnen', 'hosuing'])('"%s" are told to mean a policy area', async (text) => {
    const { names } = await search(`(text: "${text} -cat")`, 'names { words kind literally label { value } }')
    expect(names).toEqual([
      { words: text, kind: 'POLICY_AREA', literally: `"${text}" -cat`, label: { value: 'Housing' } },
    ])
  })

  test.each([
    ['housing', 'CONCEPT', 'Housing'],
    ['wohnen', 'CONCEPT', 'Housing'],
    ['logement', 'SYNONYM', 'Housing'],
    ['neighbourhood dimension', 'SYNONYM', 'Housing'],
    ['key', 'TITLE', 'A key for everybody'],
    ['schlussel', 'TITLE', 'A key for everybody'],
    ['Malmö', 'PLACE', 'Malmö'],
    ['malmo', 'PLACE', 'Malmö'],
    ['schweden', 'PLACE', 'Sweden'],
    ['league', 'ORGANISATION', 'League of Cities'],
    ['counter', 'ENTRY', 'One-stop counter'],
    ['lets', 'TEXT', null],
  ])('"%s" find the practice, and say that it was a match of %s', async (text, code, found) => {
    const { edges } = await search(
      `(text: "${text}", kinds: [PRACTICE], first: 100)`,
      'edges { reasons { code text } snippet { text match } node { id } }',
    )
    const edge = edges.find(({ node }: Edge) => node.id === sampleIds.practice)
    expect(edge.reasons).toContainEqual({ code, text: found })
  })

  test('are marked in the snippet, as they are written there', async () => {
    const { edges } = await search('(text: "cafe learn")', 'edges { snippet { text match } snippetLanguage }')
    expect(edges[0]).toEqual({
      snippet: [
        { text: 'People ', match: false },
        { text: 'learn', match: true },
        { text: ' together in a ', match: false },
        { text: 'café', match: true },
        { text: '.', match: false },
      ],
      snippetLanguage: 'en',
    })
  })

  test('that are misspelt find what was meant, and the right ones are offered', async () => {
    const found = await search(
      '(text: "housnig", kinds: [PRACTICE])',
      'totalCount didYouMean relaxed { droppedWords }',
    )
    expect(found).toEqual({ totalCount: 2, didYouMean: 'housing', relaxed: null })
  })

  test('of which one occurs nowhere are searched without it, and that is told', async () => {
    const found = await search(
      '(text: "housing xylophone", kinds: [PRACTICE])',
      'totalCount relaxed { droppedWords stemLanguage }',
    )
    expect(found).toEqual({ totalCount: 2, relaxed: { droppedWords: ['xylophone'], stemLanguage: null } })
  })

  test('that nothing has find nothing', async () => {
    const found = await search(
      '(text: "zzzzqqq")',
      'totalCount edges { cursor } facets { values { count } } points { count }',
    )
    expect(found).toMatchObject({ totalCount: 0, edges: [], points: [] })
  })

  test('are not needed: without any, everything is found and no reason is given', async () => {
    const { data } = await t.ask(
      '{ search { totalCount edges { reasons { code } } } stats { entries { count } } }',
    )
    const all = data.stats.entries.reduce((sum: number, { count }: { count: number }) => sum + count, 0)
    expect(data.search.totalCount).toBe(all)
    expect(data.search.edges.every(({ reasons }: { reasons: unknown[] }) => reasons.length === 0)).toBe(true)
  })
})

describe('facets', () => {
  const fields = 'totalCount facets { name label values { value label count selected } }'

  test('have values that, chosen, find as many entries as they said', async () => {
    const { facets }: { facets: Facets } = await search('', fields)
    expect(facets.map(({ name }) => name)).toEqual([...facetNames])
    const values = facets.flatMap(({ name, values }) => values.map((value) => ({ name, ...value })))
    expect(values.length).toBeGreaterThan(30)
    for (const { name, value, count } of values) {
      const found = await search(`(filter: { ${name}: ["${value}"] })`, fields)
      expect([name, value, found.totalCount]).toEqual([name, value, count])
      const own = (found.facets as Facets).find((facet) => facet.name === name)?.values
      expect(own?.find((other) => other.value === value)?.selected).toBe(true)
      // A choice in one facet leaves the other values of that facet as they were.
      expect(own?.map((other) => [other.value, other.count])).toEqual(
        facets.find((facet) => facet.name === name)?.values.map((other) => [other.value, other.count]),
      )
    }
  })

  test('give their first values when asked for so many, with those that are chosen, and say how many there are', async () => {
    const few = 'facets { name valueCount values(first: 1) { value selected } }'
    const { facets } = await search('(filter: { evidence: ["5", "4"] })', few)
    const { facets: all } = await search(
      '(filter: { evidence: ["5", "4"] })',
      'facets { name values { value } }',
    )
    const valuesOf = (list: Facets, name: string) =>
      list.find((facet) => facet.name === name)?.values.map(({ value }) => value) ?? []
    expect(new Set(valuesOf(facets, 'evidence'))).toEqual(new Set([valuesOf(all, 'evidence')[0], '4', '5']))
    expect(facets.map(({ valueCount }: { valueCount: number }) => valueCount)).toEqual(
      (all as Facets).map(({ values }) => values.length),
    )
    expect(valuesOf(facets, 'stage')).toEqual(valuesOf(all, 'stage').slice(0, 1))
  })

  test('of years begin with the latest', async () => {
    const { facets }: { facets: Facets } = await search('', 'facets { name values { value } }')
    const years = facets.find(({ name }) => name === 'year')?.values.map(({ value }) => Number(value)) ?? []
    expect(years.length).toBeGreaterThan(3)
    expect(years).toEqual(years.toSorted((a, b) => b - a))
  })

  test('are labelled in the language of the reader', async () => {
    const { facets }: { facets: Facets } = await search('', fields, { 'Accept-Language': 'de' })
    const labels = (name: string) =>
      facets.find((facet) => facet.name === name)?.values.map(({ label }) => label)
    expect(labels('country')).toEqual(['Schweden'])
    expect(labels('policyArea')).toContain('Wohnen')
    expect(labels('language')).toEqual(['Englisch'])
    expect(labels('network')).toContain('League of Cities')
    expect(labels('citySize')).toContain('200,000 to 499,999 people')
  })

  test('of networks count what the city of a practice is a member of', async () => {
    const { totalCount } = await search('(kinds: [PRACTICE], filter: { network: ["league"] })', 'totalCount')
    expect(totalCount).toBe(27)
  })

  test('are narrowed together: any value within one, all of them together', async () => {
    const one = await search('(filter: { stage: ["running", "ended"], year: ["2001"] })', 'totalCount')
    const years = await search(
      '(filter: { stage: ["running", "ended"], yearFrom: 2001, yearTo: 2001 })',
      'totalCount',
    )
    expect(one.totalCount).toBe(11)
    expect(years.totalCount).toBe(11)
  })

  test('accept ids where they show slugs, codes and keys', async () => {
    const short = await search(
      '(filter: { country: ["SE"], city: ["malmo"], policyArea: ["housing"] })',
      'nodes { id }',
    )
    const long = await search(
      `(filter: { country: ["${sampleIds.country}"], city: ["${sampleIds.city}"], policyArea: ["policy-area/housing"] })`,
      'nodes { id }',
    )
    expect(long).toEqual(short)
    expect(short.nodes).toContainEqual({ id: sampleIds.practice })
  })

  test('find nothing for a value that nothing has, and still show it as chosen', async () => {
    for (const name of [...facetNames, 'city']) {
      const { totalCount, facets } = await search(`(filter: { ${name}: ["no-such-thing"] })`, fields)
      expect([name, totalCount]).toEqual([name, 0])
      const own = (facets as Facets).find((facet) => facet.name === name)
      if (own)
        expect(own.values.find(({ value }) => value === 'no-such-thing')).toMatchObject({
          count: 0,
          selected: true,
        })
    }
  })

  test('refuse what is malformed, each part by its name', async () => {
    expect(await refused('(filter: { country: [""], stage: ["a\\u0000b"], year: ["2001"] })')).toEqual([
      'filter.country',
      'filter.stage',
    ])
    expect(await refused(`(filter: { network: ["${'x'.repeat(201)}"] })`)).toEqual(['filter.network'])
    expect(
      await refused(`(filter: { language: [${Array.from({ length: 101 }, (_, i) => `"${i}"`)}] })`),
    ).toEqual(['filter.language'])
    expect(await refused('(filter: { yearFrom: 0, yearTo: 10000 })')).toEqual([
      'filter.yearFrom',
      'filter.yearTo',
    ])
    expect(await refused('(filter: { yearFrom: 2020, yearTo: 2010 })')).toEqual(['filter.yearFrom'])
    expect(await refused(`(text: "${'a'.repeat(501)}")`)).toEqual(['text'])
    expect(await refused('(first: 0)')).toEqual(['first'])
    const { errors } = await t.ask('{ search { facets { values(first: -1) { value } } } }')
    expect(errors[0]?.extensions.code).toBe('INVALID_INPUT')
  })
})

describe('pages of results', () => {
  const walk = async (args: string, first: number) => {
    const seen: string[] = []
    let after: string | null = null
    do {
      const page: {
        totalCount: number
        edges: Edge[]
        pageInfo: { hasNextPage: boolean; endCursor: string }
      } = await search(
        `(${args}, first: ${first}${after ? `, after: "${after}"` : ''})`,
        'totalCount edges { cursor node { id } } pageInfo { hasNextPage endCursor }',
      )
      seen.push(...page.edges.map(({ node }) => node.id))
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null
      if (!after) expect(seen).toHaveLength(page.totalCount)
    } while (after)
    return seen
  }

  test.each(['RELEVANCE', 'TITLE', 'NEWEST', 'YEAR', 'EVIDENCE', 'POPULATION'])(
    'ordered by %s follow each other without gap or repetition',
    async (sort) => {
      for (const args of [`sort: ${sort}`, `text: "course", sort: ${sort}`]) {
        const seen = await walk(args, 9)
        expect(new Set(seen).size).toBe(seen.length)
        expect(seen.length).toBeGreaterThan(50)
        expect(await walk(args, 100)).toEqual(seen)
      }
    },
  )

  test('neither repeat nor skip when entries come and go before the cursor', async () => {
    const page = (after: string | null) =>
      search(
        `(text: "course", sort: TITLE, first: 10${after ? `, after: "${after}"` : ''})`,
        'edges { node { id } } pageInfo { endCursor }',
      )
    const first = await page(null)
    const expected = (await page(first.pageInfo.endCursor)).edges
    await save(
      t.database.db,
      ...['a', 'b', 'c'].map((key) => buildPractice(key, { title: `A course ${key}` })),
    )
    await t.index()
    expect((await page(first.pageInfo.endCursor)).edges).toEqual(expected)
  })

  test('refuse a cursor of another search, and what is no cursor', async () => {
    const { pageInfo } = await search('(text: "course", first: 5)', 'pageInfo { endCursor }')
    expect(await refused(`(text: "courses", first: 5, after: "${pageInfo.endCursor}")`)).toEqual(['after'])
    expect(
      await refused(`(text: "course", filter: { year: ["2001"] }, after: "${pageInfo.endCursor}")`),
    ).toEqual(['after'])
    for (const cursor of [
      '',
      'x',
      Buffer.from('[1]').toString('base64url'),
      Buffer.from('["h",1e99,"x"]').toString('base64url'),
    ])
      expect(await refused(`(after: "${cursor}")`)).toEqual(['after'])
  })

  test('cost the same number of statements for 5 and for 50 entries', async () => {
    const fields =
      'totalCount edges { snippet { text match } reasons { code text } node { title { value } ... on Practice { city { name { value } country { code } } policyAreas { label { value } } } } } facets { name values { value label count } } points { name { value } count }'
    const cost = (first: number) =>
      countStatements(t.database.db, () => search(`(text: "course", first: ${first})`, fields))
    const few = await cost(5)
    expect(Math.abs((await cost(50)) - few)).toBeLessThanOrEqual(3)
    expect(few).toBeLessThanOrEqual(15)
  })
})

test('the map shows the cities of all hits, not only of the page', async () => {
  const { points, pointCount, totalCount } = await search(
    '(text: "course", kinds: [PRACTICE], first: 1)',
    'totalCount pointCount points { name { value } latitude longitude count slug city { slug } }',
  )
  expect(points).toEqual([
    {
      name: { value: 'Lund' },
      latitude: 55.7,
      longitude: 13.2,
      count: 27,
      slug: 'lund',
      city: { slug: 'lund' },
    },
    {
      name: { value: 'Malmö' },
      latitude: 55.6,
      longitude: 13,
      count: 26,
      slug: 'malmo',
      city: { slug: 'malmo' },
    },
  ])
  expect(pointCount).toBe(2)
  expect(totalCount).toBeGreaterThanOrEqual(53)
})

test('an entry that is published but not indexed yet does not break the page', async () => {
  await save(t.database.db, build('city', 'late', { title: 'Latecomer' }))
  expect(await search('(text: "latecomer")', 'totalCount')).toEqual({ totalCount: 0 })
})
