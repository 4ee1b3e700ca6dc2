import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  filterNames,
  nearQuery,
  readSearchParams,
  searchQuery,
  withoutFilters,
  withoutValue,
} from './search-params.ts'

const read = (query: string) => readSearchParams(new URLSearchParams(query))

describe('the address of a search', () => {
  test('says words, filters, order and page, and nothing that is default', () => {
    const params = read(
      'q=housing&country=SE&country=PL&evidence=2&sort=evidence&near=gdansk&page=3&utm_source=mail',
    )
    expect(params).toEqual({
      q: 'housing',
      filters: { country: ['SE', 'PL'], evidence: ['2'] },
      sort: 'evidence',
      near: 'gdansk',
      page: 3,
      more: [],
      map: false,
    })
    expect(searchQuery(params)).toBe(
      '?q=housing&country=SE&country=PL&evidence=2&sort=evidence&near=gdansk&page=3',
    )
    expect(nearQuery(params, '')).toBe('?q=housing&country=SE&country=PL&evidence=2&sort=evidence&near=')
    expect(searchQuery(read('q=&sort=relevance&page=1'))).toBe('')
  })

  test('says which filters offer all their values, and whether the map is drawn', () => {
    const params = read('map=open&more=network&more=country&more=price')
    expect([params.more, params.map]).toEqual([['country', 'network'], true])
    expect(searchQuery(params)).toBe('?more=country&more=network&map=open')
    expect(searchQuery(read('map=shut&more='))).toBe('')
  })

  test('without a value of a filter begins at the first page', () => {
    const params = read('country=SE&country=PL&page=3')
    expect(searchQuery(withoutValue(params, 'country', 'SE'))).toBe('?country=PL')
    expect(searchQuery(withoutFilters(params))).toBe('')
  })

  test.each([
    'page=0',
    'page=-1',
    'page=1e9',
    'page=NaN',
    'page=2.5',
    'sort=size',
    'country=',
    `country=${'x'.repeat(200)}`,
  ])('with %s is read as if it were not said', (query) => {
    expect(searchQuery(read(query))).toBe('')
  })

  test('whatever it holds is read the same way again', () => {
    const pair = fc.tuple(
      fc.oneof(fc.constantFrom(...filterNames, 'q', 'page', 'sort', 'near', 'more', 'map'), fc.string()),
      fc.string({ unit: 'binary' }),
    )
    fc.assert(
      fc.property(fc.array(pair, { maxLength: 20 }), (pairs) => {
        const params = readSearchParams(new URLSearchParams(pairs))
        expect(read(searchQuery(params))).toEqual(params)
      }),
      { seed: 1, numRuns: 200 },
    )
  })
})
