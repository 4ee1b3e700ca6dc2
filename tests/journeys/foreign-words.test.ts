import { describe, expect, inject, test } from 'vitest'
import { get, type HTMLElement, read } from '../support/document.ts'
import { comparisonOf, type Kind, kinds, listPath, sampleOf } from '../support/sample.ts'

const url = inject('instanceUrl')

/**
 * Every page is looked at in Ukrainian, so that the script tells what is not: a word in Latin letters is either content,
 * then it stands in an element that says its language (or, with an empty `lang`, that nobody knows it), or a fault of
 * ours: a text left unmarked or a word of the interface left in English.
 */
const page = 'uk'

/**
 * What is written alike in every language: addresses, ids, licences, codes and acronyms, names of techniques and of what
 * stands in code, and the region of the city compared to, which the registry keeps as one name.
 */
const sameEverywhere =
  /https?:\/\/\S+|[\w.-]+\.[a-z]{2,}(?:\/\S*)?|[a-z]+_[a-z0-9]{6,}|\bprac_|CC0|CC BY(?:-SA)? \d\.\d|\b[A-Z]{2,5}\b|\b(?:Hansa|GraphQL|GraphiQL|GeoNames|JavaScript|axe|cookie|Creative Commons Attribution|after|extensions|Pomerania)\b/g

const latin = /\p{Script=Latin}{2,}(?:[^\p{L}]+\p{Script=Latin}+)*/gu
const cyrillic = /\p{Script=Cyrillic}/u

interface Piece {
  readonly text: string
  readonly lang: string
  readonly where: string
}

/** The texts of an element that people read, each with the language it is marked as. */
function* pieces(element: HTMLElement, lang: string, where: string): Generator<Piece> {
  if (/^(?:script|style|code|pre|svg)$/i.test(element.tagName ?? '')) return
  const own = element.hasAttribute?.('lang') ? (element.getAttribute('lang') ?? '') : lang
  const name = `${where} ${element.tagName?.toLowerCase() ?? ''}.${element.classNames ?? ''}`
  for (const attribute of ['aria-label', 'title', 'placeholder', 'alt']) {
    const text = element.getAttribute?.(attribute)
    if (text) yield { text, lang: own, where: `${name}[${attribute}]` }
  }
  for (const child of element.childNodes) {
    if (child.nodeType === 3) yield { text: child.text.trim(), lang: own, where: name }
    else if (child.nodeType === 1) yield* pieces(child as HTMLElement, own, name)
  }
}

/** Latin words of a page in no other language than its own, with where they stand. A sentence may quote marked names. */
function unmarked(body: HTMLElement): readonly string[] {
  const all = [...pieces(body, page, '')]
  const marked = all
    .filter(({ lang }) => lang !== page)
    .map(({ text }) => text)
    .join('\n')
  return all
    .filter(({ lang }) => lang === page)
    .flatMap(({ text, where }) => {
      const words = text.replace(sameEverywhere, '').match(latin) ?? []
      const quotes = cyrillic.test(text) ? words.filter((word) => !marked.includes(word)) : words
      return quotes.map((word) => `${word} · ${where.split(' ').slice(-3).join(' ')}`)
    })
}

async function bodyOf(path: string): Promise<HTMLElement> {
  const { status, html } = await get(`${url}/${page}${path === '/' ? '' : path}`)
  expect(status).toBe(200)
  const body = read(html).querySelector('body')
  if (!body) throw new Error(`${path} has no body`)
  return body
}

const comparisons = {
  practices: `${await comparisonOf(url, 'PRACTICE', 3)}&near=gdansk`,
  cities: await comparisonOf(url, 'CITY', 3),
}
const samples = await Promise.all(kinds.map(async (kind) => [kind, await sampleOf(url, kind)] as const))

describe('on a Ukrainian page, no word is unmarked that is not Ukrainian', () => {
  test.each([
    ['home', '/'],
    ['search, compared to a city', `/search?q=${encodeURIComponent('житло')}&near=gdansk`],
    ['search with filters', '/practices?country=SE&network=intercultural-cities'],
    ['policy areas', '/policy-areas'],
    ['a policy area', '/policy-areas/housing'],
    ['comparison of practices', comparisons.practices],
    ['comparison of cities', comparisons.cities],
    ['a city that much is known of', '/cities/gdansk'],
    ['about', '/about'],
    ['API', '/api'],
    ['accessibility', '/accessibility'],
    ...kinds.map((kind): [string, string] => [`list of ${kind}`, listPath(kind)]),
  ])('%s', async (_, path) => expect(unmarked(await bodyOf(path))).toEqual([]))

  test.each(samples)('%s: its page in full, in short and as a mention', async (_kind: Kind, entries) => {
    expect(entries.length).toBeGreaterThan(0)
    for (const { path } of entries) expect([path, unmarked(await bodyOf(path))]).toEqual([path, []])
  })
})

test('a title in another language is marked, and the reader is told which language that is', async () => {
  for (const [kind, entries] of samples)
    for (const { path } of entries) {
      const body = await bodyOf(path)
      if (!body.querySelector('h1')?.hasAttribute('lang')) continue
      const note = body.querySelector('.page-heading .language-note')
      expect([kind, path, note !== null]).toEqual([kind, path, true])
    }
})
