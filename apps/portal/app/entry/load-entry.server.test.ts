import type { AppLoadContext } from '@remix-run/node'
import { expect, test, vi } from 'vitest'
import { loadEntry } from './load-entry.server.ts'

const ghent = { id: 'city_1', slug: 'ghent', path: '/cities/ghent' }

const load = (search: string, signedIn: boolean, mayRead = true) => {
  const execute = async () => ({ viewerCan: false })
  const context = { locale: 'de', signedIn, execute } as unknown as AppLoadContext
  const request = new Request(`https://hansa.example/cities/ghent${search}`)
  const read = vi.fn(async ({ revision }: { revision: string | null }) =>
    revision === null || mayRead ? ghent : null,
  )
  return { read, loaded: loadEntry({ context, params: { slug: 'ghent' }, request }, read) }
}

const leadsTo = async (loaded: Promise<unknown>): Promise<unknown> => {
  const thrown: unknown = await loaded.catch((error: unknown) => error)
  return thrown instanceof Response ? [thrown.status, thrown.headers.get('Location')] : thrown
}

test('an address with a revision shows it to whoever may read that, and leads everybody else to the page', async () => {
  const plain = await load('', false).loaded
  expect(plain.reader).toEqual({ keepsFiles: false, preview: null })
  const preview = load('?revision=revi_1', true)
  expect((await preview.loaded).reader.preview).toBe('revi_1')
  expect(preview.read).toHaveBeenCalledWith({ slug: 'ghent', revision: 'revi_1' })
  expect(await leadsTo(load('?revision=revi_1', true, false).loaded)).toEqual([303, '/de/cities/ghent'])
  const visitor = load('?revision=revi_1', false)
  expect(await leadsTo(visitor.loaded)).toEqual([303, '/de/cities/ghent'])
  expect(visitor.read).not.toHaveBeenCalled()
})
