import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openEmbeddedEngine } from '../embedded/embedded-engine.ts'
import { fill, ids, TEST_SCHEMA, testDoc } from '../testing/fixtures.ts'
import { createStemmers } from '../text/stem.ts'
import { type SearchRequest, searchWithFacets } from './search-with-facets.ts'

const doc = (id: string, title: string, country: string, area: string[], kind = 'practice') =>
  testDoc(id, { kind, fields: { title: [title] }, facets: { country: [country], area } })

describe('searchWithFacets', () => {
  const engine = openEmbeddedEngine({ folder: null })
  const stemmers = createStemmers()
  const search = (request: SearchRequest) => searchWithFacets({ engine, stemmers, lexicon: null }, request)
  const found = async (request: SearchRequest) => ids({ ...(await search(request)), facets: {} })
  beforeAll(async () => {
    await engine.configure(TEST_SCHEMA)
    await fill(engine, [
      doc('a', 'Housing for newcomers', 'PL', ['housing', 'arrival']),
      doc('b', 'Housing first', 'SE', ['housing']),
      doc('c', 'Jobs for newcomers', 'PL', ['work']),
      doc('d', 'Gdańsk', 'PL', [], 'city'),
    ])
  })
  afterAll(() => engine.close())

  it('counts a facet without its own choice and with the choices of the others', async () => {
    const { facets, total } = await search({
      text: '',
      selected: { country: ['PL'], kind: ['practice'] },
      facets: ['country', 'area', 'kind'],
    })
    expect(total).toBe(2)
    const counts = Object.fromEntries(
      facets.map(({ name, values }) => [
        name,
        values.map((one) => `${one.value} ${one.count}${one.selected ? ' x' : ''}`),
      ]),
    )
    expect(counts).toEqual({
      country: ['PL 2 x', 'SE 1'],
      area: ['arrival 1', 'housing 1', 'work 1'],
      kind: ['practice 2 x', 'city 1'],
    })
  })

  it('looks for similar words only when few entries have those typed', async () => {
    const harbours = Array.from({ length: 5 }, (_, i) => doc(`h${i}`, `Harbour ${i}`, 'DE', []))
    const others = [doc('x', 'Harbours', 'DE', []), doc('y', 'Harbors', 'DE', [])]
    await engine.apply({ upsert: [...harbours, ...others], remove: [], seq: 2n })
    await engine.flush()
    const whole = { text: 'harbour ', selected: { country: ['DE'] } }
    expect(await found(whole)).toEqual(['h0', 'h1', 'h2', 'h3', 'h4'])
    expect(await found({ ...whole, text: 'harbors ' })).toEqual(['y', 'x'])
    await engine.apply({ upsert: [], remove: [...harbours, ...others].map(({ id }) => id), seq: 3n })
    await engine.flush()
  })

  it('shows a chosen value that nothing has', async () => {
    const { facets, total } = await search({ text: '', selected: { country: ['XX'] }, facets: ['country'] })
    expect(total).toBe(0)
    expect(facets[0]?.values.at(-1)).toEqual({ value: 'XX', count: 0, selected: true })
  })

  it('takes any of the values of one facet', async () => {
    expect(await found({ text: '', selected: { area: ['work', 'arrival'] } })).toEqual(['a', 'c'])
    expect(await found({ text: '', selected: { area: [] } })).toHaveLength(4)
  })

  it('never counts what the fixed filter hides', async () => {
    const { facets } = await search({
      text: '',
      filter: { facet: 'kind', in: ['practice'] },
      selected: { country: ['SE'] },
      facets: ['kind', 'country'],
    })
    expect(facets[0]?.values).toEqual([{ value: 'practice', count: 1, selected: false }])
    expect(facets[1]?.values.map((one) => one.count)).toEqual([2, 1])
  })

  it('leaves out the words that occur nowhere and says so', async () => {
    const result = await search({ text: 'nice xyzzy housing', facets: ['country'] })
    expect(ids({ ...result, facets: {} })).toEqual(['b', 'a'].sort())
    expect(result.relaxed).toEqual({ by: 'words', dropped: ['nice', 'xyzzy'] })
    expect(result.facets[0]?.values.map((one) => one.value)).toEqual(['PL', 'SE'])
  })

  it('does not ask for the little words of a question', async () => {
    const asked = [
      'what about the newcomers in Housing?',
      'quels newcomers dans le housing ',
      'housing und die newcomers ',
    ]
    for (const text of asked) expect([text, await found({ text })]).toEqual([text, ['a']])
    expect((await search({ text: 'what about' })).total).toBe(0)
    expect((await search({ text: '"housing for newcomers"' })).total).toBe(1)
    expect((await search({ text: '"housing newcomers"' })).total).toBe(0)
  })

  it('then leaves out the most frequent words, because the rare ones say more', async () => {
    const result = await search({ text: 'newcomers gdansk ' })
    expect(result.relaxed).toEqual({ by: 'words', dropped: ['newcomers'] })
    expect(ids({ ...result, facets: {} })).toEqual(['d'])
  })

  it('tries stems before it leaves words out', async () => {
    const result = await search({ text: 'job newcomer housed ' })
    expect(result.relaxed?.by).toBe('words')
    expect((await search({ text: 'job newcomer ' })).relaxed).toEqual({ by: 'stems', language: 'en' })
  })

  it('does not loosen the words because of a choice of values', async () => {
    const result = await search({ text: 'housing first', selected: { country: ['PL'] }, facets: ['country'] })
    expect(result).toMatchObject({ total: 0, relaxed: null })
    expect(result.facets[0]?.values).toEqual([
      { value: 'SE', count: 1, selected: false },
      { value: 'PL', count: 0, selected: true },
    ])
  })

  it('finds nothing for words it cannot help with', async () => {
    expect(await search({ text: 'xyzzy plugh', facets: [] })).toEqual({
      hits: [],
      total: 0,
      facets: [],
      relaxed: null,
      limited: false,
      names: [],
      didYouMean: null,
    })
  })

  it('suggests the right spelling, in place, and only then', async () => {
    expect((await search({ text: 'Hosuing, for newcmers!' })).didYouMean).toBe('housing, for newcomers!')
    expect((await search({ text: 'gdnask' })).didYouMean).toBe('gdansk')
    for (const text of ['housing', 'hous', 'Gdansk', '', 'xyzzy'])
      expect((await search({ text })).didYouMean).toBe(null)
  })

  it('reads phrases and exclusions from the text', async () => {
    expect(await found({ text: '"for newcomers" -jobs' })).toEqual(['a'])
    expect(await found({ text: '-housing' })).toEqual(['d', 'c'].sort())
  })

  it('pages through loosened results too', async () => {
    const pages = await Promise.all(
      [0, 1, 2].map((offset) => found({ text: 'nice xyzzy housing', offset, limit: 1 })),
    )
    expect(pages).toEqual([['a'], ['b'], []])
  })

  it('works on an index without stems', async () => {
    const result = await searchWithFacets(
      { engine, stemmers: null, lexicon: null },
      { text: 'housings newcomer plan ' },
    )
    expect(result.relaxed).toEqual({ by: 'words', dropped: ['plan'] })
  })
})
