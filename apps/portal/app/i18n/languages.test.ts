import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { IntlMessageFormat } from 'intl-messageformat'
import { describe, expect, test } from 'vitest'
import { locales } from './locale.ts'
import { t } from './words.ts'

const folder = new URL('../../locales', import.meta.url).pathname
const translated = locales.filter((locale) => locale !== 'en')

type Element = ReturnType<IntlMessageFormat['getAst']>[number]

function messages(locale: string): ReadonlyMap<string, string> {
  const files = readdirSync(join(folder, locale))
  return new Map(
    files.flatMap((file) => {
      const words: Record<string, string> = JSON.parse(readFileSync(join(folder, locale, file), 'utf8'))
      return Object.entries(words).map(([key, text]) => [`${file.replace('.json', '')}.${key}`, text])
    }),
  )
}

const parse = (text: string, locale: string) =>
  new IntlMessageFormat(text, locale, undefined, { ignoreTag: true }).getAst()

/** Every argument and choice of a message, also those inside a choice. */
function* elements(parts: readonly Element[]): Generator<Element> {
  for (const part of parts) {
    yield part
    if ('options' in part && part.options)
      for (const option of Object.values(part.options)) yield* elements(option.value)
  }
}

const argumentsOf = (text: string, locale: string): readonly string[] =>
  [
    ...new Set(
      [...elements(parse(text, locale))].flatMap((part) =>
        'value' in part && 'type' in part && part.type !== 0 ? [part.value] : [],
      ),
    ),
  ].sort()

/** The forms a language has for the numbers that occur here: nobody counts to a million. */
function formsOf(locale: string): ReadonlySet<string> {
  const rules = new Intl.PluralRules(locale)
  return new Set(Array.from({ length: 1000 }, (_, number) => rules.select(number)))
}

/** What a message says beside its values: no letters are left in `{title}, {page}`. */
const wording = (text: string): string => text.replace(/\{\w+(, plural,|\})|\b(one|few|many|other)\b/g, '')

/** Names, and words that are spelt alike in English and in another of our languages. */
const sameInSeveral = new Set([
  'Hansa',
  '{page} – Hansa',
  '{title}, page {page}',
  'PDF, {size}',
  'Verdict',
  'adaptable',
  'federal',
  'Budget',
  'Contact',
  'Format',
  'Latitude',
  'Licence',
  'Longitude',
  'Organisation',
  'Organisations',
  'Page',
  'Pages',
  'Participation',
  'Population',
  'Programme',
  'Source',
  'Sources',
  'Website',
  'in {text}',
  'partner',
  'region',
  '{count, plural, =0 {Filter} other {Filter (#)}}',
])

const english = messages('en')

describe.each(translated)('the words of %s', (locale) => {
  const own = messages(locale)

  test('are those of English, no more and no fewer', () => {
    expect([...own.keys()].sort()).toEqual([...english.keys()].sort())
    expect([...own].filter(([, text]) => text.trim() === '')).toEqual([])
  })

  test('are translated, but for those we know to be spelt alike', () => {
    const same = [...own].filter(
      ([key, text]) =>
        text === english.get(key) && /\p{L}{2}/u.test(wording(text)) && !sameInSeveral.has(text),
    )
    expect(same).toEqual([])
  })

  test('take the same values as in English', () => {
    const different = [...own].filter(
      ([key, text]) => argumentsOf(text, locale).join() !== argumentsOf(english.get(key) ?? '', 'en').join(),
    )
    expect(different).toEqual([])
  })

  test('have every form a number asks for', () => {
    const forms = formsOf(locale)
    const lacking = [...own].flatMap(([key, text]) =>
      [...elements(parse(text, locale))].flatMap((part) => {
        if (!('pluralType' in part)) return []
        const has = Object.keys(part.options).filter((form) => !form.startsWith('='))
        // A number that is never 1 needs no form for it: "all 12".
        const wanted = [...forms].filter((form) => form !== 'one' || has.length > 1)
        const unknown = has.filter((form) => form !== 'other' && !forms.has(form))
        return [...wanted.filter((form) => !has.includes(form)), ...unknown].map((form) => `${key}: ${form}`)
      }),
    )
    expect(lacking).toEqual([])
  })

  test('use no straight quotation mark, which ICU reads as an escape', () => {
    expect([...own].filter(([, text]) => /['"]/.test(text))).toEqual([])
  })
})

test.each([
  ['pl', 1, '1 wynik'],
  ['pl', 3, '3 wyniki'],
  ['pl', 12, '12 wyników'],
  ['pl', 22, '22 wyniki'],
  ['uk', 1, '1 результат'],
  ['uk', 21, '21 результат'],
  ['uk', 4, '4 результати'],
  ['uk', 11, '11 результатів'],
  ['fr', 0, '0 résultat'],
  ['fr', 2, '2 résultats'],
  ['tr', 2, '2 sonuç'],
  ['de', 1200, '1.200 Treffer'],
] as const)('in %s, %i asks for "%s"', (locale, count, text) => {
  expect(t(locale, 'ui.mapResults', { count })).toBe(text)
})
