import { describe, expect, test } from 'vitest'
import { formatDate, formatList, formatMoney, formatPercent, languageName } from './format.ts'
import { direction, foreignLang, href, splitLocale } from './locale.ts'

describe('dates', () => {
  test('a date is as exact as its source', () => {
    expect(formatDate('en', '2009')).toBe('2009')
    expect(formatDate('en', '2009-04')).toBe('April 2009')
    expect(formatDate('en', '2009-04-03')).toBe('3 April 2009')
    expect(formatDate('en', '2009-04-03T23:59:59Z')).toBe('3 April 2009')
  })

  test('what is not a date is shown as it stands', () => {
    for (const value of ['', 'spring 2009', '2009-4', '20090403', '99999-01'])
      expect(formatDate('en', value)).toBe(value)
  })
})

describe('numbers and names', () => {
  test('money has its currency, also one nobody knows', () => {
    expect(formatMoney('en', 50_000, 'EUR')).toBe('€50,000')
    expect(formatMoney('en', 50_000, 'points')).toBe('50,000 points')
  })

  test('a share is given in percentage points', () => {
    expect(formatPercent('en', 24.13)).toBe('24.1%')
  })

  test('languages are named, and a broken tag is shown as it stands', () => {
    expect(languageName('en', 'nl')).toBe('Dutch')
    expect(languageName('en', '!')).toBe('!')
  })

  test('lists are joined as the language joins them', () => {
    expect(formatList('en', ['Ghent', 'Malmö', 'Turin'])).toBe('Ghent, Malmö and Turin')
  })
})

describe('addresses and languages', () => {
  test('the default language has no prefix, and an unknown prefix is part of the path', () => {
    expect(href('en', '/search')).toBe('/search')
    expect(splitLocale('/xx/search')).toEqual({ locale: 'en', path: '/xx/search' })
    expect(splitLocale('/en/search')).toEqual({ locale: 'en', path: '/en/search' })
    expect(splitLocale('/')).toEqual({ locale: 'en', path: '/' })
  })

  test('text in another language carries its tag, a variety of the page’s own does not', () => {
    expect(foreignLang('en', 'de')).toBe('de')
    expect(foreignLang('en', 'en-GB')).toBeUndefined()
    expect(foreignLang('en', undefined)).toBeUndefined()
  })

  test('Arabic runs from right to left', () => {
    expect(direction('ar-SY')).toBe('rtl')
    expect(direction('fr')).toBe('ltr')
  })
})
