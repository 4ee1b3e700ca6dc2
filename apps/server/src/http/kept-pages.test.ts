import { gunzipSync } from 'node:zlib'
import { type Kept, keepNothing } from '@hansa/api'
import { beforeEach, describe, expect, test } from 'vitest'
import { keepPages } from './kept-pages.ts'

const words = 'Welcome to a city that shares. '.repeat(100)
let made: number
beforeEach(() => {
  made = 0
})

/** Keeps what is read until `change` is called, as the follower of the outbox does. */
const keeping = (): Kept & { change(): void } => {
  const held = new Map<string, unknown>()
  return {
    ...keepNothing,
    read: (name, _kinds, read) => {
      if (!held.has(name)) held.set(name, read())
      return held.get(name) as ReturnType<typeof read>
    },
    change: () => held.clear(),
  }
}

const open = (kept: Kept, init: ResponseInit = {}, mostBytes = 1_000_000) => {
  const page = () => {
    made++
    const headers = { 'Content-Type': 'text/html; charset=utf-8', Vary: 'Cookie' }
    return new Response(`${words}${made}`, { headers, ...init })
  }
  const variantOf = (request: Request) => (request.headers.has('Cookie') ? null : 'en')
  const handler = keepPages(page, { kept, variantOf, mostBytes })
  return async (path: string, headers: Record<string, string> = {}) =>
    handler(new Request(`http://localhost${path}`, { headers }), {
      requestId: 'r',
      nonce: 'n',
      address: undefined,
    })
}

describe('a page that was asked for before', () => {
  test('is answered with the same bytes, without being made again', async () => {
    const get = open(keeping())
    const first = await (await get('/search?q=housing')).text()
    expect(await (await get('/search?q=housing')).text()).toBe(first)
    expect(await (await get('/search?q=work')).text()).not.toBe(first)
    expect(made).toBe(2)
  })

  test('is made again after anything changed', async () => {
    const kept = keeping()
    const get = open(kept)
    await get('/')
    kept.change()
    expect(await (await get('/')).text()).toBe(`${words}2`)
  })

  test('is made again when a change came while it was made', async () => {
    const kept = keeping()
    const changing = keepPages(
      () => {
        kept.change()
        return new Response('old', { headers: { 'Content-Type': 'text/html' } })
      },
      { kept, variantOf: () => 'en', mostBytes: 1_000_000 },
    )
    await changing(new Request('http://localhost/'), { requestId: 'r', nonce: 'n', address: undefined })
    expect(await (await open(kept)('/')).text()).toBe(`${words}1`)
  })

  test('is kept apart for each way to compress it', async () => {
    const get = open(keeping())
    const zipped = await get('/', { 'Accept-Encoding': 'gzip' })
    expect(zipped.headers.get('Content-Encoding')).toBe('gzip')
    expect(gunzipSync(await zipped.bytes()).toString()).toBe(`${words}1`)
    const plain = await get('/')
    expect([plain.headers.get('Content-Encoding'), await plain.text()]).toEqual([null, `${words}2`])
  })

  test('is not sent again to a browser that has it, and nobody between may keep it', async () => {
    const get = open(keeping())
    const first = await get('/')
    expect(first.headers.get('Cache-Control')).toBe('private, no-cache')
    const tag = first.headers.get('ETag') ?? ''
    const again = await get('/', { 'If-None-Match': `"other", ${tag}` })
    expect([again.status, await again.text(), again.headers.get('Vary')]).toEqual([304, '', 'Cookie'])
  })
})

describe('what is not kept', () => {
  test('is a page that may be somebody’s own', async () => {
    const get = open(keeping())
    await get('/')
    expect(await (await get('/', { Cookie: 'session=1' })).text()).toBe(`${words}2`)
    expect(await (await get('/')).text()).toBe(`${words}1`)
  })

  test.each([
    ['a failure', { status: 404 }],
    [
      'an answer that sets a cookie',
      { headers: { 'Content-Type': 'text/html', 'Set-Cookie': 'near=ghent' } },
    ],
    [
      'an answer that says how it may be kept',
      { headers: { 'Content-Type': 'text/html', 'Cache-Control': 'no-store' } },
    ],
    ['anything but a page', { headers: { 'Content-Type': 'application/json' } }],
  ])('is %s', async (_what, init) => {
    const get = open(keeping(), init)
    await get('/')
    const second = await get('/')
    expect([made, second.headers.get('ETag')]).toEqual([2, null])
  })

  test('is anything where nothing is kept, or no memory is given', async () => {
    for (const get of [open(keepNothing), open(keeping(), {}, 0)]) {
      made = 0
      await get('/')
      await get('/')
      expect(made).toBe(2)
    }
  })

  test('are the pages asked for longest ago, where there is no room for all', async () => {
    const get = open(keeping(), {}, 3 * (words.length + 1100))
    for (const path of ['/1', '/2', '/3', '/1', '/4', '/1', '/2']) await get(path)
    expect(made).toBe(5)
  })
})
