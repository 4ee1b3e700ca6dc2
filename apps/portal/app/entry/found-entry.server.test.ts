import { expect, test } from 'vitest'
import { foundEntry } from './found-entry.server.ts'

const entry = { slug: 'one-room', path: '/practices/one-room' }

function thrownBy(act: () => unknown): unknown {
  try {
    act()
  } catch (error) {
    return error
  }
  return undefined
}

test('an entry under its own slug is given back', () => {
  expect(foundEntry({ locale: 'en' }, entry, 'one-room')).toBe(entry)
})

test('an address nothing stands at is a 404', () => {
  expect(thrownBy(() => foundEntry({ locale: 'en' }, null, 'nothing'))).toMatchObject({ status: 404 })
})

test('an address from before a slug changed leads to the new one for good', () => {
  const response = thrownBy(() => foundEntry({ locale: 'en' }, entry, 'a-room'))
  expect(response).toBeInstanceOf(Response)
  if (!(response instanceof Response)) return
  expect(response.status).toBe(301)
  expect(response.headers.get('Location')).toBe('/practices/one-room')
})
