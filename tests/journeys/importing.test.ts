import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type OpenPage, openPage } from '../support/browser.ts'
import { askAs } from '../support/curation.ts'
import { type FormBrowser, openFormBrowser } from '../support/form-browser.ts'
import { type OwnInstance, openInstance } from '../support/own-instance.ts'
import { countEntries } from '../support/server.ts'

/* A secretariat brings a thousand practices in from its own table, without a script: wrong at first, then right, then taken back. */

let server: OwnInstance
let secretary: FormBrowser
/** The secretary's page. */
let clara: OpenPage
let sven: FormBrowser
let network: string
/** Path of the import whose rows were all right. */
let good: string

const main = (page: Page) => page.getByRole('main')
const press = (page: Page, name: string) => main(page).getByRole('button', { name, exact: true }).click()
const go = (page: Page, path: string) => page.goto(`${server.url}${path}`)
/** Waits until the page says something: long work goes on behind it, and it asks again by itself. */
const says = (page: Page, words: string) =>
  main(page).getByText(words, { exact: false }).first().waitFor({ timeout: 60_000 })

const heads = ['Laufende Nummer', 'Name des Projekts', 'Politikfelder', 'Wo', 'Notiz']
const broken = new Map([
  [2, 'policy'],
  [99, 'city'],
  [250, 'title'],
  [251, 'policy'],
  [502, 'city'],
  [777, 'title'],
  [1001, 'policy'],
])

/** A table as a secretariat keeps it, with seven rows that are wrong unless they are mended. */
function table({ mended }: { mended: boolean }): Buffer {
  const rows = Array.from({ length: 1000 }, (_, n) => {
    const fault = mended ? undefined : broken.get(n + 2)
    return [
      `P-${n}`,
      fault === 'title' ? 'x'.repeat(101) : `Lanternhouse ${n}`,
      fault === 'policy' ? 'Quidditch' : 'Wohnen',
      fault === 'city' ? 'Atlantis' : 'Ghent',
      '"intern; nicht zeigen"',
    ].join(';')
  })
  return Buffer.from([heads.join(';'), ...rows].join('\r\n'))
}

async function send(page: Page, name: string, buffer: Buffer): Promise<void> {
  await go(page, '/imports')
  await page.getByLabel('What the rows are').selectOption({ label: 'Practices' })
  await press(page, 'Go on')
  await page.getByLabel('File', { exact: true }).setInputFiles({ name, mimeType: 'text/csv', buffer })
  await press(page, 'Send file')
}

/** Says what the columns mean that nobody could guess, and has all rows checked. */
async function check(page: Page): Promise<void> {
  const means = (head: string) => page.getByLabel(head, { exact: true })
  expect(await means('Politikfelder').inputValue()).toBe('policyAreas')
  expect(await means('Notiz').inputValue()).toBe('')
  await means('Laufende Nummer').selectOption('provenance.id')
  await means('Name des Projekts').selectOption('title')
  await means('Wo').selectOption('city')
  await press(page, 'Check all rows')
  await says(page, 'Every row was checked')
}

beforeAll(async () => {
  server = await openInstance()
  const [claraIn, svenIn] = await Promise.all([
    server.join('Clara Secretariat', 'clara@example.org'),
    server.join('Sven Stranger', 'sven@example.org'),
  ])
  secretary = claraIn
  sven = svenIn
  network = (await askAs(server.url, sven, '{ network(slug: "intercultural-cities") { id } }', {})).network.id
  await server.belong(claraIn, network, 'CURATOR')
  clara = await server.pageOf(claraIn, { javaScript: false, width: 320 })
})

afterAll(() => server?.close())

test('there is a template of all columns, and a table with seven wrong rows of a thousand names exactly those', async () => {
  const { page } = clara
  await go(page, '/imports?kind=PRACTICE')
  for (const name of ['workbook (XLSX)', 'CSV file']) {
    const href = await main(page).getByRole('link', { name }).getAttribute('href')
    const template = await page.request.get(`${server.url}${href}`)
    expect(template.status()).toBe(200)
    if (name === 'CSV file') expect(await template.text()).toContain('policyAreas')
    else expect((await template.body()).subarray(0, 2).toString()).toBe('PK')
  }

  await send(page, 'Projekte <b>2026</b>.csv', table({ mended: false }))
  await check(page)
  expect(await page.title()).not.toContain('<b>')
  expect(await main(page).textContent()).toContain('7 rows are refused.')
  const rows = main(page).locator('#rows tbody tr')
  const told = (await rows.allTextContents()).map((text) =>
    Number(/^[\d,]+/.exec(text)?.[0].replace(',', '')),
  )
  expect(told).toEqual([...broken.keys()])
  const first = await rows.first().textContent()
  expect(first).toContain('Policy areas: “Quidditch” is not known here')
  expect(
    await main(page)
      .getByRole('button', { name: /^Write/ })
      .count(),
  ).toBe(0)
  expect(await countEntries(server.url, 'Lanternhouse')).toBe(0)
})

test('a form that says nothing of what to do, or something else, does nothing', async () => {
  const { pathname } = new URL(clara.page.url())
  const forms: Record<string, string>[] = [{}, { intent: '' }, { intent: 'burn' }]
  for (const form of forms)
    expect([form, (await secretary.go(`${server.url}${pathname}`, { form })).status]).toEqual([form, 400])
  const { status, html } = await secretary.go(`${server.url}${pathname}`)
  expect([status, html.includes('7 rows are refused.')]).toEqual([200, true])
})

test('the table put right is written whole, found by everybody, and taken back whole', async () => {
  const { page } = clara
  await send(page, 'Projekte 2026.csv', table({ mended: true }))
  good = new URL(page.url()).pathname
  await check(page)
  await page.getByLabel('Publish new entries at once').check()
  await press(page, 'Write 1,000 rows')
  await says(page, 'Written on')
  await expect.poll(() => countEntries(server.url, 'Lanternhouse'), { timeout: 60_000 }).toBe(1000)
  const visitor = await openPage(server.browser, { javaScript: false })
  await go(visitor.page, '/search?q=%22Lanternhouse+998%22')
  await main(visitor.page).getByRole('link', { name: 'Lanternhouse 998' }).click()
  const shown = await main(visitor.page).textContent()
  expect(shown).toContain('Intercultural Cities')
  expect(shown).not.toContain('nicht zeigen')
  await visitor.close()

  await press(page, 'Take all of it back')
  await says(page, 'What it had made is archived')
  await expect.poll(() => countEntries(server.url, 'Lanternhouse'), { timeout: 60_000 }).toBe(0)
  expect(clara.complaints).toEqual([])
})

test('a stranger is refused at every step, on the page and by the API', async () => {
  const id = good.split('/').at(-1)
  for (const path of ['/imports', good]) expect((await sven.go(`${server.url}${path}`)).status).toBe(403)
  for (const intent of ['map', 'check', 'commit', 'undo', 'discard']) {
    const answer = await sven.go(`${server.url}${good}`, { form: { intent, 'column-0': 'title' } })
    expect([intent, answer.status]).toEqual([intent, 403])
  }
  const verdicts = await sven.go(`${server.url}/tables/imports/${id}/verdicts.csv`)
  expect([verdicts.status, verdicts.html.includes('Lanternhouse')]).toEqual([403, false])
  for (const act of ['map', 'check', 'commit', 'undo', 'discard']) {
    const more = act === 'map' ? ', mapping: ["title", "", "", "", ""]' : ''
    const ask = `mutation { outcome: ${act}Import(id: "${id}"${more}) { problems { field } } }`
    await expect(askAs(server.url, sven, ask, {})).rejects.toThrow('FORBIDDEN')
  }
  await expect(askAs(server.url, sven, `{ import(id: "${id}") { id } }`, {})).rejects.toThrow('FORBIDDEN')

  const form = new FormData()
  form.set('file', new Blob([new Uint8Array(table({ mended: true }))]), 'mine.csv')
  const post = (who: FormBrowser) =>
    fetch(`${server.url}/tables/imports?kind=practice&network=${network}`, {
      method: 'POST',
      headers: {
        Cookie: [...who.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        'Sec-Fetch-Site': 'same-origin',
      },
      body: form,
    })
  expect((await post(sven)).status).toBe(403)
  const visitor = openFormBrowser()
  expect((await post(visitor)).status).toBe(401)
  const asked = await visitor.go(`${server.url}${good}`)
  expect(new URL(asked.location).pathname).toBe('/sign-in')
})
