import { describe, expect, inject, test } from 'vitest'
import { get, read, textOf, textsOf } from '../support/document.ts'
import { ask } from '../support/server.ts'

const url = inject('instanceUrl')

interface Found {
  readonly search: {
    readonly totalCount: number
    readonly didYouMean: string | null
    readonly nodes: readonly { id: string; path: string; kind: string; title: { value: string } }[]
    readonly facets: readonly {
      name: string
      values: readonly { value: string; label: string; count: number; selected: boolean }[]
    }[]
  }
}

const query = `query ($text: String, $kinds: [EntryKind!], $filter: SearchFilter) {
  search(text: $text, kinds: $kinds, filter: $filter, first: 20) {
    totalCount didYouMean nodes { id path kind title { value } }
    facets { name values { value label count selected } }
  }
}`

const search = async (variables: object) => (await ask<Found>(url, query, variables)).search

async function pathsOnPage(address: string): Promise<string[]> {
  const root = read((await get(url + address)).html)
  return root.querySelectorAll('.result-row h3 a').map((link) => link.getAttribute('href') ?? '')
}

describe('words of any language', () => {
  test.each(['housing', 'mieszkanie', 'logement', 'Wohnung', 'HOUSING', 'житло', 'vivienda', 'barınma'])(
    '%s finds practices about housing on the first page',
    async (word) => {
      const paths = await pathsOnPage(`/search?q=${encodeURIComponent(word)}`)
      const practices = paths.filter((path) => path.startsWith('/practices/'))
      expect(practices.length).toBeGreaterThan(0)
      const about = await search({ kinds: ['PRACTICE'], filter: { policyArea: ['housing'] } })
      const known = about.nodes.map(({ path }) => path)
      expect(practices.filter((path) => known.includes(path)).length).toBeGreaterThan(0)
    },
  )

  test.each([
    ['Gdansk', '/cities/gdansk'],
    ['Gdańsk', '/cities/gdansk'],
    ['gdańsk', '/cities/gdansk'],
    ['Malmo', '/cities/malmo'],
    ['Malmö', '/cities/malmo'],
    ['Lodz', '/cities/lodz'],
    ['Łódź', '/cities/lodz'],
    ['Reykjavik', '/cities/reykjavik'],
    ['Reykjavík', '/cities/reykjavik'],
    ['Варшава', '/cities/warsaw'],
    ['Αθήνα', '/cities/athens'],
    ['Wiedeń', '/cities/vienna'],
  ])('%s finds its city first', async (name, path) => {
    expect((await pathsOnPage(`/search?q=${encodeURIComponent(name)}`))[0]).toBe(path)
  })

  test('an identifier finds its entry alone', async () => {
    const { nodes } = await search({ kinds: ['PRACTICE'] })
    for (const { id, path } of nodes.slice(0, 5)) expect(await pathsOnPage(`/search?q=${id}`)).toEqual([path])
  })

  test.each([
    ['ECCAR', '/networks/eccar'],
    ['ICC', '/networks/intercultural-cities'],
    ['CLIP', '/networks/clip'],
  ])('the acronym %s finds its network on the first page', async (acronym, path) => {
    expect(await pathsOnPage(`/search?q=${acronym}`)).toContain(path)
  })
})

describe('what people see and what programs get', () => {
  test.each([
    ['words alone', '?q=housing', { text: 'housing' }],
    ['words and a country', '?q=housing&country=IS', { text: 'housing', filter: { country: ['IS'] } }],
    [
      'words, a kind, countries and evidence',
      '?q=housing&kind=practice&country=IS&country=SE&evidence=1',
      { text: 'housing', filter: { kind: ['practice'], country: ['IS', 'SE'], evidence: ['1'] } },
    ],
    ['a filter alone', '?policyArea=housing', { filter: { policyArea: ['housing'] } }],
    ['nothing', '', {}],
    ['a misspelt word', '?q=hosuing', { text: 'hosuing' }],
    ['words that are nowhere', '?q=xyzzyqwv', { text: 'xyzzyqwv' }],
  ])('%s give the same count, results and facets', async (_name, address, variables) => {
    const { totalCount, nodes, facets, didYouMean } = await search(variables)
    const root = read((await get(`${url}/search${address}`)).html)
    const shown = textOf(root, '#results')
    if (totalCount === 0) expect(shown).toContain('Nothing found')
    else expect(shown).toMatch(new RegExp(`^${totalCount.toLocaleString('en')} entr`))
    expect(root.querySelectorAll('.result-row h3 a').map((link) => link.getAttribute('href'))).toEqual(
      nodes.map(({ path }) => path),
    )
    for (const { name, values } of facets) {
      const options = root.querySelectorAll(`.filter-panel input[name=${name}]`)
      const offered = options.map((input) => [
        input.getAttribute('value') ?? '',
        Number(textOf(input.closest('label') ?? input, '.filter-count').replaceAll(',', '')),
        input.hasAttribute('checked'),
      ])
      const expected = values.map(({ value, count, selected }) => [value, count, selected].join())
      const rest = root.querySelectorAll(`.filter-panel button[name=more][value=${name}]`).length
      // A page offers the first values and those chosen, and the rest on request.
      expect(expected, name).toEqual(expect.arrayContaining(offered.map(String)))
      if (rest === 0) expect(offered.length, name).toBe(expected.length)
      else expect(offered.length, name).toBeGreaterThan(0)
      for (const { value, selected } of values)
        if (selected) expect(offered.map(([offer]) => offer)).toContain(value)
    }
    expect(textsOf(root, '.search-note a')).toEqual(didYouMean ? [didYouMean] : [])
  })

  test('an entry has the same title by id, by slug and on its page', async () => {
    const { nodes } = await search({ text: 'housing' })
    for (const { id, path, title } of nodes) {
      const { node } = await ask<{ node: { path: string; title: { value: string } } }>(
        url,
        'query ($id: ID!) { node(id: $id) { ... on Entry { path title { value } } } }',
        { id },
      )
      expect(node).toEqual({ path, title })
      expect(textOf(read((await get(url + path)).html), 'h1')).toBe(title.value.replace(/\s+/g, ' '))
    }
  })

  test('every value of a facet gives as many results as it says', async () => {
    const { facets } = await search({ text: 'housing' })
    for (const name of [
      'country',
      'evidence',
      'kind',
      'policyArea',
      'citySize',
      'stage',
      'freshness',
      'year',
    ]) {
      const values = facets.find((facet) => facet.name === name)?.values ?? []
      expect(values.length, name).toBeGreaterThan(0)
      for (const { value, count } of values.slice(0, 4)) {
        const { totalCount } = await search({ text: 'housing', filter: { [name]: [value] } })
        expect([name, value, totalCount]).toEqual([name, value, count])
      }
    }
  })
})
