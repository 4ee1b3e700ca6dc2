import { describe, expect, test } from 'vitest'
import { variantOf } from './page-variant.ts'

const variant = (headers: Record<string, string> = {}, method = 'GET') =>
  variantOf(new Request('http://portal.test/search', { method, headers }))

describe('two visitors get the same page', () => {
  test('when they want the same language, theme and city', () => {
    const one = variant({ Cookie: 'theme=dark; near=ghent', 'Accept-Language': 'de-AT,de;q=0.9' })
    const other = variant({ Cookie: 'near=ghent; language=de; theme=dark', 'Accept-Language': 'fr' })
    expect(one).not.toBeNull()
    expect(other).toBe(one)
  })

  test('though one of them has signed in from here before', () => {
    expect(variant({ Cookie: '__Host-hansa-device=x' })).toBe(variant())
  })

  test.each([
    [{ Cookie: 'theme=dark' }],
    [{ Cookie: 'near=ghent' }],
    [{ Cookie: 'language=pl' }],
    [{ 'Accept-Language': 'uk' }],
  ])('but not when one of them differs: %o', (headers) => {
    expect(variant(headers)).not.toBe(variant())
  })
})

describe('a page may be somebody’s own', () => {
  test.each([
    [{ Cookie: 'hansa-session=abc' }, 'GET'],
    [{ Cookie: '__Host-hansa-session=abc; __Host-hansa-device=x' }, 'GET'],
    [{ Cookie: '__Host-hansa-step=abc' }, 'GET'],
    [{ Cookie: 'session=abc' }, 'GET'],
    [{ Cookie: 'theme=dark; session' }, 'GET'],
    [{ Cookie: 'Theme=dark' }, 'GET'],
    [{ Authorization: 'Bearer abc' }, 'GET'],
    [{}, 'POST'],
  ])('when there is a cookie nobody knows, a password, or a form that was sent: %o %s', (headers, method) => {
    expect(variant(headers, method)).toBeNull()
  })
})
