import { thoroughness } from '@hansa/domain/testing'
import fc from 'fast-check'
import { beforeAll, describe, expect, inject, test } from 'vitest'
import { type Answer, faultsOfPage, get } from '../support/document.ts'
import { request } from '../support/raw-request.ts'
import { kinds, listPath, sampleOf } from '../support/sample.ts'

const url = inject('instanceUrl')
const settings = { seed: 20_261_122, endOnFailure: true } as const
const mild = [200, 301, 302, 304, 400, 404, 414, 431]

// Hundreds of pages on a machine that does other things too.
const timeout = 600_000

/** Waits for the pages of a batch together: a server that is asked one page at a time shows less. */
const batch = 8

async function expectWhole(path: string): Promise<void> {
  const answer = await get(url + path)
  expectMild(path, answer)
}

function expectMild(path: string, { status, html, headers }: Answer): void {
  expect(mild, `${path} is answered with ${status}`).toContain(status)
  const isPage = [200, 400, 404].includes(status)
  expect(isPage ? faultsOfPage(html) : [], path).toEqual([])
  expect(headers.getSetCookie(), path).toEqual([])
}

const name = fc.constantFrom(
  ...['q', 'kind', 'policyArea', 'country', 'citySize', 'targetGroup', 'evidence', 'stage', 'measureType'],
  ...['network', 'city', 'freshness', 'language', 'year', 'sort', 'page', 'id', 'back', 'theme'],
  ...['__proto__', 'constructor', 'toString', '_data', '_routes', 'index', 'first', 'after', ''],
)

const wellEncoded = fc
  .oneof(
    fc.string({ unit: 'grapheme', maxLength: 30 }),
    fc.string({ unit: 'binary-ascii', maxLength: 30 }),
    fc.integer().map(String),
    fc.double().map(String),
    fc.constantFrom(
      'housing',
      'SE',
      'practice',
      'policy-area/housing',
      '"',
      '""',
      '-',
      '-housing',
      '"housing',
    ),
    fc.constantFrom(
      '__proto__',
      'hasOwnProperty',
      'null',
      'undefined',
      '[]',
      '{}',
      '../../etc/passwd',
      "' OR 1=1",
    ),
    fc.constantFrom('1e309', '-1', '0', '10001', '99999999999999999999', '0x10', '٣', 'relevance', 'title'),
  )
  .map((text) => encodeURIComponent(text.toWellFormed()))

const badlyEncoded = fc.oneof(
  fc.constantFrom(
    '%',
    '%zz',
    '%u0041',
    '%00',
    '%ED%A0%80',
    '%ED%BF%BF',
    '%FF%FE',
    '%C0%AF',
    '%E0%A4%A',
    '%25%',
    '+++',
  ),
  fc
    .uint8Array({ maxLength: 12 })
    .map((bytes) => [...bytes].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('')),
)

const value = fc.oneof({ weight: 3, arbitrary: wellEncoded }, { weight: 2, arbitrary: badlyEncoded })
const query = fc
  .array(fc.tuple(name, value), { maxLength: 12 })
  .map((pairs) => `?${pairs.map(([key, text]) => `${key}=${text}`).join('&')}`)
const lists = kinds.map(listPath)
const segment = fc.oneof(
  wellEncoded,
  badlyEncoded,
  fc.constantFrom('..', '.', '%2e%2e', '%2f', '%5c', 'a'.repeat(3000)),
)

async function tryAll<T>(
  paths: fc.Arbitrary<T>,
  runs: number,
  visit: (path: T) => Promise<void>,
): Promise<void> {
  const property = fc.asyncProperty(
    fc.array(paths, { minLength: batch, maxLength: batch }),
    async (few) => void (await Promise.all(few.map(visit))),
  )
  await fc.assert(property, { ...settings, numRuns: Math.ceil((runs / batch) * thoroughness) })
}

describe('no address breaks the portal', () => {
  test('a search with any query string gives a whole page', { timeout }, async () => {
    await tryAll(query, 400, (text) => expectWhole(`/search${text}`))
  })

  test('a list with any query string gives a whole page', { timeout }, async () => {
    const paths = fc.tuple(fc.constantFrom(...lists), query).map(([list, text]) => list + text)
    await tryAll(paths, 160, expectWhole)
  })

  test('a comparison of anything gives a whole page', { timeout }, async () => {
    const known = (await Promise.all(kinds.map((kind) => sampleOf(url, kind)))).flat().map(({ id }) => id)
    const id = fc.oneof(
      value,
      fc.constantFrom(...known),
      fc.constantFrom('prac_', 'prac_5vg3v97fy0cx%00', 'PRAC_'),
    )
    const paths = fc
      .array(id, { maxLength: 30 })
      .map((ids) => `/compare?${ids.map((one) => `id=${one}`).join('&')}`)
    await tryAll(paths, 160, expectWhole)
  })

  test('any path under a list is a whole page', { timeout }, async () => {
    const parents = fc.constantFrom(...lists, '/policy-areas', '/search', '/about', '/nowhere', '/api', '')
    const paths = fc
      .tuple(parents, fc.array(segment, { minLength: 1, maxLength: 3 }), fc.option(query, { nil: '' }))
      .map(([parent, segments, text]) => `${parent}/${segments.join('/')}${text}`)
    await tryAll(paths, 160, expectWhole)
  })

  test.each([
    ['a search for ten thousand letters', `/search?q=${'a'.repeat(10_000)}`],
    ['a search for two thousand words', `/search?q=${'city+'.repeat(2000)}`],
    ['a path of eight thousand letters', `/${'a'.repeat(8000)}`],
    ['a thousand filters', `/search?${'country=SE&'.repeat(1000)}`],
    ['five hundred ids', `/compare?${'id=prac_5vg3v97fy0cx&'.repeat(500)}`],
    ['page ten billion', '/practices?page=10000000000'],
    ['page minus one', '/practices?page=-1'],
    ['a page with a fraction', '/search?page=1.5'],
    ['a page that is no number', '/search?page=two'],
    ['an unclosed quotation', '/search?q=%22housing'],
    ['nothing but a minus', '/search?q=-'],
    ['nothing but stop words', '/search?q=the+of+and'],
    ['a zero byte', '/search?q=%00&country=%00'],
    ['a lone surrogate', '/search?q=%ED%A0%80'],
    ['text that runs both ways', '/search?q=%E2%80%AE%D7%A9%D7%9C%D7%95%D7%9D'],
    ['a filter named like what every object has', '/search?stage=hasOwnProperty&kind=toString&__proto__=1'],
    ['a backslash', '/%5c'],
    ['a tab before a slash', '/%09/evil.test'],
    ['what Remix would answer with data', '/search.data?q=housing'],
    ['what Remix would answer with data of a route', '/search?_data=routes%2Fsearch'],
    ['what Remix would answer with its routes', '/__manifest?p=/search'],
    ['an emoji family', '/search?q=%F0%9F%91%A8%E2%80%8D%F0%9F%91%A9%E2%80%8D%F0%9F%91%A7'],
  ])('%s gives a whole page', async (_name, path) => expectWhole(path))

  test('a page far beyond the last leads back to the first, with the search kept', async () => {
    const { status, headers } = await get(`${url}/search?q=housing&page=9999`)
    expect(status).toBe(302)
    expect(headers.get('Location')).toMatch(/^\/search\?q=housing$/)
  })
})

/* What fetch would put in order before it sends it. */
describe('no request breaks the server', () => {
  test.each([
    '/practices/%',
    '/practices/%zz',
    '/%',
    '/practices/%E0%A4%A',
    '/%00',
    '/practices/\u00ff\u00fe',
    '//evil.test/%2e%2e',
    '/..%2f..%2fetc%2fpasswd',
    '/../../etc/passwd',
    '/practices/..;/x',
    '/\\evil.test',
    '/search?q=\u00ff',
    '/search?%',
    '/search?=&&&=',
    '/search#fragment',
    '*',
    'http://evil.test/search',
  ])('the target %s is answered with a page or refused', async (target) => {
    const { status, body } = await request(url, { path: target })
    expect(mild).toContain(status)
    if (status < 300) expect(faultsOfPage(body)).toEqual([])
    expect(body).not.toMatch(/root:|at .+\.(ts|js):\d/)
  })

  test.each(['POST', 'PUT', 'DELETE', 'PATCH', 'TRACE', 'PROPFIND', 'OPTIONS'])(
    'the method %s on pages is refused without a fault',
    async (method) => {
      for (const path of [
        '/',
        '/search?q=housing',
        '/practices',
        '/practices/no-such',
        '/compare',
        '/about',
      ]) {
        const { status, body } = await request(url, { method, path, body: method === 'TRACE' ? '' : 'x=1' })
        expect(status, `${method} ${path}`).toBeLessThan(500)
        expect(body, `${method} ${path}`).not.toMatch(/at .+\.(ts|js):\d/)
      }
    },
  )

  test.each(['/', '/search?q=housing', '/practices', '/no/such/page'])(
    'HEAD of %s is GET without the page',
    async (path) => {
      const { status, body } = await request(url, { method: 'HEAD', path })
      expect([status, body]).toEqual([(await get(url + path)).status, ''])
    },
  )

  test.each([
    ['thousands of languages', { 'Accept-Language': 'xx-Yyyy-ZZ;q=0.1,'.repeat(500) }],
    ['languages that are none', { 'Accept-Language': '*;q=nonsense, __proto__, en-US-\u00ff, ;;;,' }],
    ['a cookie that is none', { Cookie: 'theme=%zz; =; ;; theme' }],
    ['a theme that is none', { Cookie: 'theme=__proto__' }],
    ['another host', { Host: 'evil.test' }],
    ['a host that is none', { Host: '<script>alert(1)</script>' }],
    ['a forwarded host', { 'X-Forwarded-Host': 'evil.test', 'X-Forwarded-Proto': 'gopher' }],
    [
      'a condition that is none',
      { 'If-None-Match': '"', 'If-Modified-Since': 'yesterday', Range: 'bytes=9-1' },
    ],
    ['an encoding that is none', { 'Accept-Encoding': ';q=;,br;q=9e9' }],
    ['an accepted type that is none', { Accept: '///;;q=,' }],
  ])('%s in the headers change nothing for the worse', async (_name, headers) => {
    for (const path of ['/', '/search?q=housing', '/practices', '/no/such/page']) {
      const { status, body } = await request(url, { path, headers })
      expect([200, 400, 404], path).toContain(status)
      expect(body).not.toContain('evil.test')
      expect(body).not.toContain('<script>alert')
    }
  })

  test('headers of a megabyte are refused, and the server lives on', async () => {
    const { status } = await request(url, { headers: { 'X-Large': 'x'.repeat(1024 * 1024) } }).catch(() => ({
      status: 431,
    }))
    expect(status).toBe(431)
    expect((await get(`${url}/healthz`)).status).toBe(200)
  })

  test.each([
    'text/plain',
    'application/xml',
    'multipart/form-data; boundary=x',
    'application/json; charset=utf-7',
    '',
  ])('the API refuses a body that says it is "%s", in an error of its own kind', async (type) => {
    for (const body of ['{ __typename }', '{"query":', '<a/>', '\0', '[]', 'null', '']) {
      const answer = await request(url, {
        method: 'POST',
        path: '/graphql',
        body,
        headers: { 'Content-Type': type },
      })
      expect(answer.status, `${type}: ${body}`).toBeGreaterThanOrEqual(400)
      expect(answer.status, `${type}: ${body}`).toBeLessThan(500)
      expect(answer.body).not.toMatch(/at .+\.(ts|js):\d/)
    }
  })
})

describe('what a visitor sends never becomes markup', () => {
  const probes = [
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    "'><svg onload=alert(1)>",
    '</title><script>alert(1)</script>',
    '</script><script>alert(1)</script>',
    'javascript:alert(1)',
    '{{constructor.constructor("alert(1)")()}}',
    '<!--<script>',
    '\u2028<iframe src=//evil.test>',
  ]
  let places: ((probe: string) => string)[] = []
  beforeAll(() => {
    const fields = ['q', 'country', 'policyArea', 'network', 'city', 'evidence', 'sort', 'page', 'unknown']
    places = [
      ...fields.map((field) => (probe: string) => `/search?q=housing&${field}=${probe}`),
      (probe) => `/search?q=${probe}&page=2`,
      (probe) => `/practices?q=${probe}`,
      (probe) => `/practices/${probe}`,
      (probe) => `/${probe}`,
      (probe) => `/policy-areas/${probe}`,
      (probe) => `/compare?id=${probe}&id=${probe}`,
    ]
  })

  test.each(probes)('%s', async (probe) => {
    for (const place of places) {
      const path = place(encodeURIComponent(probe))
      const answer = await get(url + path)
      expectMild(path, answer)
      expect(answer.html, path).not.toMatch(
        /<(script|iframe)>|<script>alert|onerror=alert\(1\)>|<svg onload|<iframe src=\/\//,
      )
      expect(answer.html, path).not.toMatch(/(href|src|action)="\s*javascript:/i)
    }
  })
})
