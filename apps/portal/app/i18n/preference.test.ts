import { describe, expect, test } from 'vitest'
import { acceptedLocale, chosenLocale, languageCookie, wantedLocale } from './preference.ts'

const asked = (headers: Record<string, string>) => new Request('http://portal.test/', { headers })

describe('the language a visitor would rather read', () => {
  test.each([
    ['en', 'en'],
    ['en-GB,en;q=0.8', 'en'],
    ['nl, sv;q=0.9, en;q=0.1', 'en'],
    ['EN-us', 'en'],
    ['nl', undefined],
    ['', undefined],
    ['*', undefined],
    ['en;q=0', undefined],
    ['en;q=2', undefined],
    ['en;q=x', undefined],
    [',;,;q=1;;', undefined],
    ['constructor', undefined],
    [`${'x'.repeat(5000)},en`, undefined],
  ])('"%s" means %s', (header, locale) => {
    expect(acceptedLocale(header)).toBe(locale)
  })

  test('a choice comes before what the browser says', () => {
    expect(wantedLocale(asked({ Cookie: 'theme=dark; language=en', 'Accept-Language': 'nl' }))).toBe('en')
    expect(wantedLocale(asked({ 'Accept-Language': 'en' }))).toBe('en')
    expect(wantedLocale(asked({}))).toBeUndefined()
  })

  test.each(['language=xx', 'language=', 'language', 'mylanguage=en', 'language=%65n', ''])(
    'a cookie that says no language of ours is no choice: %s',
    (cookie) => expect(chosenLocale(asked({ Cookie: cookie }))).toBeUndefined(),
  )

  test('what is remembered is read again', () => {
    expect(chosenLocale(asked({ Cookie: languageCookie('en').split(';')[0] ?? '' }))).toBe('en')
  })
})
