import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { countStatements } from '../testing/count-statements.ts'
import { openTestApi, type TestApi } from '../testing/open-api.ts'
import { build, buildPractice, idOf, sampleIds, save, saveWorld } from '../testing/world.ts'

let t: TestApi
beforeAll(async () => {
  // Fewer than there are, so that the seam between ordered and other hits is crossed.
  t = await openTestApi({ comparable: 40 })
  const { db } = t.database
  await saveWorld(db)
  await save(
    db,
    build('country', 'far', { title: 'Far', code: 'XX', languages: ['xx'], governanceType: 'federal' }),
    ...[350_000, 40_000, 25_000, 1_000].map((population, i) =>
      build('city', `size-${i}`, {
        title: `Size ${i}`,
        population,
        pathway: 'recent',
        country: idOf('country', 'far'),
      }),
    ),
    build('city', 'blank', { title: 'Blank', country: idOf('country', 'far') }),
    build('country', 'void', { title: 'Void', code: 'ZZ' }),
    build('city', 'adrift', { title: 'Adrift', country: idOf('country', 'void') }),
    ...Array.from({ length: 60 }, (_, i) =>
      buildPractice(`course-${i}`, {
        title: `A course ${i}`,
        ...(i % 6 === 5 ? {} : { city: idOf('city', `size-${i % 5}`) }),
        ...(i % 6 !== 5 && i % 5 === 4 ? { city: idOf('city', 'blank') } : {}),
        policyAreas: ['policy-area/housing'],
      }),
    ),
  )
  await t.index()
})
afterAll(() => t.close())

const ask = async (query: string) => {
  const { data, errors } = await t.ask(query)
  expect(errors).toEqual([])
  return data
}
const refused = async (query: string) => {
  const { errors } = await t.ask(query)
  expect(errors[0]?.extensions.code).toBe('INVALID_INPUT')
  const fields = (errors[0]?.extensions.fields ?? []) as { field: string }[]
  return fields.map(({ field }) => field)
}

describe('cities like one', () => {
  const fields =
    'city { slug } score confidence features { name weight own { number codes holders { holder } } other { number codes } distance known }'

  test('come in order, each with every feature of both, known or not', async () => {
    const { city } = await ask(
      `{ city(slug: "malmo") { similarCities(policyArea: "policy-area/housing", first: 10) { ${fields} } } }`,
    )
    const [lund, ...others] = city.similarCities
    expect(lund.city.slug).toBe('lund')
    const by = Object.fromEntries(lund.features.map((each: { name: string }) => [each.name, each]))
    expect(by.POPULATION).toMatchObject({ own: { number: 360_000 }, other: { number: 90_000 }, known: true })
    expect(by.POPULATION.distance).toBeCloseTo(Math.log(4) / Math.log(20))
    expect(by.COMPETENCE).toMatchObject({ own: { holders: [{ holder: 'LOCAL' }] }, distance: 0 })
    expect(by.LANGUAGES).toMatchObject({ other: { codes: ['sv'] }, distance: 0 })
    expect(by.FOREIGN_BORN_SHARE).toMatchObject({ own: null, other: null, distance: null, known: false })
    const known = lund.features.filter((each: { known: boolean }) => each.known)
    const sum = (list: { weight: number }[]) => list.reduce((total, { weight }) => total + weight, 0)
    expect(lund.confidence).toBeCloseTo(sum(known) / sum(lund.features))
    expect(others.map(({ city: { slug } }: { city: { slug: string } }) => slug)).toEqual([
      'size-0',
      // Of an unknown size: halfway between the alike and the different.
      'blank',
      'size-1',
      'size-2',
      'size-3',
    ])
  })

  test('refuse a policy area that does not exist, and numbers out of range', async () => {
    expect(
      await refused('{ city(slug: "malmo") { similarCities(policyArea: "housing") { score } } }'),
    ).toEqual(['policyArea'])
    for (const first of [0, 51, -1])
      expect(await refused(`{ city(slug: "malmo") { similarCities(first: ${first}) { score } } }`)).toEqual([
        'first',
      ])
  })

  test('can be compared one with one, either way round', async () => {
    const fields = 'score confidence city { slug } features { name own { number } other { number } }'
    const of = async (a: string, b: string) =>
      (await ask(`{ city(slug: "${a}") { comparison(with: "${b}") { ${fields} } } }`)).city.comparison
    const [there, back] = [await of('lund', 'malmo'), await of('malmo', 'lund')]
    expect([there.score, there.city.slug]).toEqual([back.score, 'lund'])
    expect(there.features[0]).toEqual({
      name: 'POPULATION',
      own: { number: 360_000 },
      other: { number: 90_000 },
    })
    expect(await refused('{ city(slug: "lund") { comparison(with: "x") { score } } }')).toEqual(['with'])
  })

  test('cost the same number of statements for one city and for many', async () => {
    const cost = (query: string) => countStatements(t.database.db, () => ask(query))
    const one = await cost('{ city(slug: "malmo") { similarCities(first: 1) { city { slug } } } }')
    const many = await cost('{ cities(first: 50) { nodes { similarCities(first: 7) { city { slug } } } } }')
    expect(one).toBeLessThanOrEqual(12)
    expect(many).toBeLessThanOrEqual(one + 2)
  })
})

describe('a search compared to a city', () => {
  type Edge = {
    cursor: string
    node: { id: string; title: { value: string }; city: { slug: string } | null }
    comparison: { score: number | null; confidence: number; city: { slug: string } } | null
  }
  const page = async (args: string) =>
    (
      await ask(
        `{ search(${args}) { totalCount edges { cursor comparison { score confidence city { slug } features { known } } node { id title { value } ... on Practice { city { slug } } } } pageInfo { hasNextPage endCursor } } }`,
      )
    ).search as { totalCount: number; edges: Edge[]; pageInfo: { hasNextPage: boolean; endCursor: string } }
  const course = 'text: "course", kinds: [PRACTICE], comparableTo: "malmo"'

  test('puts equally relevant entries in order of how like their cities are, those without a city last', async () => {
    const { edges } = await page(`${course}, first: 40`)
    const slugs = edges.map(({ node }) => node.city?.slug ?? null)
    expect([...new Set(slugs)]).toEqual(['size-0', 'blank', 'size-1', 'size-2', 'size-3', null])
    expect(slugs).toEqual(
      slugs.toSorted((a, b) => [...new Set(slugs)].indexOf(a) - [...new Set(slugs)].indexOf(b)),
    )
    for (const { node, comparison } of edges)
      expect(comparison?.city.slug ?? null).toBe(node.city?.slug ?? null)
  })

  test('never puts comparability before relevance', async () => {
    const { edges } = await page('text: "course", comparableTo: "size-3", first: 100')
    const exact = await page('text: "A course 0", comparableTo: "size-3", first: 3')
    expect(exact.edges[0]?.node.title.value).toBe('A course 0')
    expect(edges).toHaveLength(60)
  })

  test('has the same entries as without, page by page, beyond those that are put in order too', async () => {
    const plain = await page('text: "course", kinds: [PRACTICE], first: 100')
    for (const first of [7, 13, 100]) {
      const seen: string[] = []
      let after = ''
      for (let more = true; more; ) {
        const { edges, pageInfo, totalCount } = await page(`${course}, first: ${first}${after}`)
        expect(totalCount).toBe(plain.totalCount)
        seen.push(...edges.map(({ node }) => node.id))
        more = pageInfo.hasNextPage
        after = `, after: "${pageInfo.endCursor}"`
      }
      expect(new Set(seen).size).toBe(seen.length)
      expect(seen.toSorted()).toEqual(plain.edges.map(({ node }) => node.id).toSorted())
      const numbered = [0, 20, 40].map((offset) => page(`${course}, first: 20, offset: ${offset}`))
      const pages = (await Promise.all(numbered)).flatMap(({ edges }) => edges.map(({ node }) => node.id))
      expect(pages).toEqual(seen)
    }
  })

  test('leaves other orders as they are, with the comparison', async () => {
    const sorted = 'text: "course", kinds: [PRACTICE], sort: TITLE, first: 100'
    const [plain, compared] = [await page(sorted), await page(`${sorted}, comparableTo: "malmo"`)]
    expect(compared.edges.map(({ node }) => node.id)).toEqual(plain.edges.map(({ node }) => node.id))
    expect(plain.edges.every(({ comparison }) => comparison === null)).toBe(true)
    expect(compared.edges.some(({ comparison }) => comparison !== null)).toBe(true)
  })

  test('takes an id as well as a slug, and refuses any other city by the name of the argument', async () => {
    const bySlug = await page(`${course}, first: 5`)
    const byId = await page(`${course.replace('malmo', sampleIds.city)}, first: 5`)
    expect(byId).toEqual(bySlug)
    for (const city of ['', 'nowhere', sampleIds.practice, 'city_000000000000', '\\u0000'])
      expect(await refused(`{ search(comparableTo: "${city}") { totalCount } }`)).toEqual(['comparableTo'])
  })

  test('has cursors of its own', async () => {
    const { pageInfo } = await page(`${course}, first: 5`)
    const after = `after: "${pageInfo.endCursor}"`
    expect(await refused(`{ search(text: "course", kinds: [PRACTICE], ${after}) { totalCount } }`)).toEqual([
      'after',
    ])
    expect(await refused(`{ search(${course.replace('malmo', 'lund')}, ${after}) { totalCount } }`)).toEqual([
      'after',
    ])
  })

  test('costs the same number of statements for few and many entries', async () => {
    const cost = (first: number) => countStatements(t.database.db, () => page(`${course}, first: ${first}`))
    const few = await cost(3)
    expect(Math.abs((await cost(60)) - few)).toBeLessThanOrEqual(2)
    expect(few).toBeLessThanOrEqual(16)
  })
})

describe('a city of which nothing is known', () => {
  test('is like no other, which is said with every feature missing', async () => {
    const { city } = await ask(
      '{ city(slug: "adrift") { similarCities(first: 5) { score } comparison(with: "malmo") { score confidence features { own { number } other { number } known } } } }',
    )
    expect(city.similarCities).toEqual([])
    expect(city.comparison).toMatchObject({ score: null, confidence: 0 })
    expect(city.comparison.features.every((each: { known: boolean }) => !each.known)).toBe(true)
    expect(city.comparison.features[0]).toMatchObject({ own: { number: 360_000 }, other: null })
  })

  test('can still be searched from: the same entries, each with a comparison that stands on nothing', async () => {
    const courses = 'text: "course", kinds: [PRACTICE], first: 60'
    const fields = '{ search(ARGS) { nodes { id } edges { comparison { score confidence } } } }'
    const { search: plain } = await ask(fields.replace('ARGS', courses))
    const { search } = await ask(fields.replace('ARGS', `${courses}, comparableTo: "adrift"`))
    const ids = ({ nodes }: { nodes: { id: string }[] }) => nodes.map(({ id }) => id).toSorted()
    expect(ids(search)).toEqual(ids(plain))
    const stated = search.edges.flatMap(({ comparison }: { comparison: object | null }) => comparison ?? [])
    expect(stated.length).toBeGreaterThan(0)
    expect(new Set(stated.map((one: object) => JSON.stringify(one)))).toEqual(
      new Set([JSON.stringify({ score: null, confidence: 0 })]),
    )
  })
})

describe('whether a practice would work in a city', () => {
  const fields =
    'type stated precondition { text { value } } verdict fact { population holder policyArea { key } } missing'
  const checks = async (practice: string, city: string) =>
    (await ask(`{ practice(slug: "${practice}") { transferability(city: "${city}") { ${fields} } } }`))
      .practice.transferability

  test('is said for each stated precondition with the fact', async () => {
    expect(await checks('a-key', 'lund')).toEqual([
      {
        type: 'COMPETENCE',
        stated: true,
        precondition: { text: { value: 'May rent flats' } },
        verdict: 'MET',
        fact: { population: null, holder: 'LOCAL', policyArea: { key: 'housing' } },
        missing: [],
      },
    ])
    expect(await checks('a-key', 'size-0')).toMatchObject([{ verdict: 'UNKNOWN', missing: ['COMPETENCE'] }])
  })

  test('is said for the policy areas when nothing is stated; a narrower one has the fact of the broader', async () => {
    expect(await checks('twin', 'malmo')).toMatchObject([
      {
        stated: false,
        precondition: null,
        verdict: 'MET',
        fact: { holder: 'LOCAL', policyArea: { key: 'housing' } },
      },
      {
        stated: false,
        precondition: null,
        verdict: 'MET',
        fact: { holder: 'LOCAL', policyArea: { key: 'housing' } },
      },
    ])
  })

  test('refuses a city that does not exist', async () => {
    expect(await refused('{ practice(slug: "a-key") { transferability(city: "x") { verdict } } }')).toEqual([
      'city',
    ])
  })
})

test('the features with their weights are public', async () => {
  const { comparisonFeatures } = await ask('{ comparisonFeatures { name weight farthest } }')
  expect(comparisonFeatures).toContainEqual({ name: 'POPULATION', weight: 3, farthest: 20 })
  expect(comparisonFeatures).toHaveLength(10)
})
