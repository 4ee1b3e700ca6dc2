import { readFile } from 'node:fs/promises'
import { describe, expect, inject, test } from 'vitest'
import { get, read, textOf, textsOf } from '../support/document.ts'
import { ask } from '../support/server.ts'

const url = inject('instanceUrl')

interface Found {
  readonly search: {
    readonly totalCount: number
    readonly didYouMean: string | null
    readonly names: readonly { readonly label: { readonly value: string } | null }[]
    readonly nodes: readonly { readonly id: string }[]
  }
}

type Labels = Readonly<Record<string, { readonly text: string; readonly also?: readonly string[] }>>

const query = `query ($text: String, $near: ID) {
  search(text: $text, comparableTo: $near, first: 20) {
    totalCount didYouMean names { label { value } } nodes { id }
  }
}`

const search = async (text: string, near: string | null = null) =>
  (await ask<Found>(url, query, { text, near })).search

/** The first page, and what it was found by. */
const pageOf = async (text: string, near: string | null = null) => {
  const { totalCount, nodes, names } = await search(text, near)
  return { total: totalCount, ids: nodes.map(({ id }) => id), named: names.map(({ label }) => label?.value) }
}

const conceptsOf = async (scheme: string): Promise<{ key: string; labels: Labels }[]> => {
  const file = new URL(`../../seed/concepts/${scheme}.json`, import.meta.url)
  return JSON.parse(await readFile(file, 'utf8')).concepts
}

const languages = ['en', 'fr', 'de', 'es', 'pl', 'uk', 'tr', 'it', 'nl', 'pt']

/** Names that mean something else to an English reader: the city in Italian, the people in English. */
const shared = new Set(['Roma'])

describe.each(['policy-area', 'target-group'])('every %s', async (scheme) => {
  test.each(await conceptsOf(scheme))('$key has one first page in ten languages', async ({ labels }) => {
    const names = languages.flatMap((language) => {
      const label = labels[language]
      expect(label, language).toBeDefined()
      return label ? [label.text, ...(label.also ?? [])] : []
    })
    const pages = await Promise.all(names.map(async (name) => [name, await pageOf(name)] as const))
    const own = pages.filter(([name]) => !shared.has(name))
    const [, first] = own.find(([, page]) => page.named.length > 0) ?? []
    // What no entry names yet is searched for as words.
    if (!first) return expect(own.filter(([, page]) => page.named.length > 0)).toEqual([])
    for (const [name, page] of own) expect([name, page]).toEqual([name, first])
    expect(first.total).toBeGreaterThan(0)
  })
})

test.each([
  ['Vienna', 'Wien', 'Vienne', 'Viena', 'Wiedeń', 'Відень', 'Viyana', 'Wenen'],
  ['Warsaw', 'Warszawa', 'Varsovie', 'Warschau', 'Varsovia', 'Варшава', 'Varşova', 'Varsavia'],
  ['Munich', 'München', 'Muenchen', 'Monachium', 'Мюнхен', 'Monaco di Baviera'],
  ['Kyiv', 'Київ', 'Kiev', 'Kiew', 'Kijów', 'Kyjiw', 'КИЇВ'],
  ['Gdańsk', 'Gdansk', 'Danzig', 'Гданськ', 'Gdańsku'],
  ['Germany', 'Deutschland', 'Allemagne', 'Alemania', 'Niemcy', 'Німеччина', 'Almanya', 'Duitsland'],
])('%s has one first page under its foreign names', async (name, ...others) => {
  const own = await pageOf(name)
  expect(own.total).toBeGreaterThan(1)
  for (const other of others) expect([other, await pageOf(other)]).toEqual([other, own])
})

test('other forms and misspellings of housing find what housing finds, and say the right spelling', async () => {
  const own = await pageOf('housing')
  for (const other of ['mieszkań', 'mieszkaniach', 'Wohnungen', 'logements', 'viviendas', 'житла', 'hosuing'])
    expect([other, await pageOf(other)]).toEqual([other, own])
  expect((await search('hosuing')).didYouMean).toBe('housing')
})

test('housing in five words compared to Gdańsk is one page, best for Gdańsk first', async () => {
  const own = await pageOf('housing', 'gdansk')
  expect(own.ids).not.toEqual((await pageOf('housing')).ids)
  for (const other of ['mieszkanie', 'logement', 'Wohnung', 'hosuing'])
    expect([other, await pageOf(other, 'gdansk')]).toEqual([other, own])
})

/** What a page of results shows, and the reasons with what their language makes of them taken away: their figures. */
async function shown(prefix: string, word: string) {
  const { html } = await get(`${url}${prefix}/search?q=${encodeURIComponent(word)}&near=gdansk`)
  const root = read(html)
  const rows = root.querySelectorAll('.result-row').map((row) => {
    const reasons = textOf(row, '.result-reasons').split(' · ')
    const link = row.querySelector('h3 a')?.getAttribute('href') ?? ''
    return {
      path: link.replace(prefix, ''),
      reasons: reasons.length,
      figures: reasons.map((reason) =>
        (reason.match(/\d[\d.,\s]*/g) ?? []).map((figure) => figure.replace(/\D/g, '')),
      ),
    }
  })
  return { rows, said: textsOf(root, '.result-reasons'), named: textsOf(root, '.search-name b') }
}

test('a reader of each language, searching in it, sees the same entries for the same reasons in her words', async () => {
  const own = await shown('', 'housing')
  expect(own.rows).toHaveLength(20)
  expect(own.rows.some(({ figures }) => figures.flat().length >= 3)).toBe(true)
  const said = new Set([own.said.join()])
  for (const [prefix, word] of [
    ['/pl', 'mieszkanie'],
    ['/fr', 'logement'],
    ['/de', 'Wohnung'],
  ] as const) {
    const other = await shown(prefix, word)
    expect([word, other.rows]).toEqual([word, own.rows])
    expect([word, other.named.length]).toEqual([word, 1])
    said.add(other.said.join())
  }
  expect(said.size).toBe(4)
  expect(await shown('', 'hosuing')).toEqual(own)
})

test('a word for a part of a policy area stays that word', async () => {
  const { total, named } = await pageOf('homelessness')
  expect(named).toEqual([])
  expect(total).toBeLessThan((await pageOf('housing')).total)
})
