import { photo } from '@hansa/files/testing'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { axeFindings, type OpenPage, openPage, sidewaysScroll } from '../support/browser.ts'
import { wholePractice } from '../support/curation.ts'
import { type OwnInstance, openInstance, openPeople } from '../support/own-instance.ts'

/* Entries are written: a practice over several sittings and without a script, a city by two people at once. */

let server: OwnInstance
/** Without a script. */
let anna: OpenPage
let olena: OpenPage
let ada: OpenPage
/** Path of the practice that is being written. */
let writing: string

const main = (page: Page) => page.getByRole('main')
const press = (page: Page, name: string | RegExp) =>
  main(page)
    .getByRole('button', { name, exact: typeof name === 'string' })
    .last()
    .click()
const go = (page: Page, path: string) => page.goto(`${server.url}${path}`)
const alertOf = (page: Page) => page.getByRole('alert').textContent()

async function ask<T>({ page }: OpenPage, query: string, variables: object = {}): Promise<T> {
  const answer = await page.request.post(`${server.url}/graphql`, {
    data: { query, variables },
    headers: { 'Sec-Fetch-Site': 'same-origin' },
  })
  const { data, errors } = await answer.json()
  if (errors) throw new Error(JSON.stringify(errors))
  return data
}

beforeAll(async () => {
  server = await openInstance()
  ;({ ada, anna, olena } = await openPeople(server))
})

afterAll(() => server?.close())

test('a practice is begun in a few answers without a script, and a mistake takes none of them', async () => {
  const { page } = anna
  await go(page, '/write')
  await main(page).getByRole('link', { name: 'Practice', exact: true }).click()
  await page.locator('[name="solution.0.text"]').fill('Open the school in the evening')
  await press(page, 'Add one more: What was done')
  await page.locator('[name="solution.1.text"]').fill('Look after the children next door')
  await page.getByLabel('Housing', { exact: true }).check()
  await page.locator('[name="city.find"]').fill('Malmö')
  await press(page, 'Save and begin')
  expect(await alertOf(page)).toContain('choose what you mean')
  await page.getByLabel('Malmö Skåne, Sweden').check()
  await press(page, 'Save and begin')
  expect(await alertOf(page)).toContain('Title: still missing')
  expect(await page.locator('[name="solution.1.text"]').inputValue()).toBe(
    'Look after the children next door',
  )
  expect(await page.getByLabel('Housing', { exact: true }).isChecked()).toBe(true)
  await page.getByLabel('Title').fill('Evening classes for parents')
  await press(page, 'Save and begin')
  writing = new URL(page.url()).pathname
  expect(writing).toMatch(/^\/write\/revi_/)
  expect(await main(page).textContent()).toContain('Still missing: The challenge')
})

/** Fills in what is still missing, but for what is named. */
async function fillIn(but: string): Promise<void> {
  const known = await ask<{ organisations: { nodes: { id: string }[] } }>(
    anna,
    '{ organisations(first: 1) { nodes { id } } }',
  )
  const id = writing.split('/').at(-1)
  const { revision } = await ask<{ revision: { version: number; values: object } }>(
    anna,
    `{ revision(id: "${id}") { version } }`,
  )
  const { title, solution, networks, policyAreas, ...whole } = wholePractice(
    '',
    known.organisations.nodes[0]?.id ?? '',
  )
  const values = JSON.stringify({ ...whole, [but]: undefined })
  const save = `mutation ($values: String!) {
    outcome: saveRevision(id: "${id}", version: ${revision.version}, values: $values) { problems { field message } }
  }`
  expect(await ask(anna, save, { values })).toEqual({ outcome: { problems: [] } })
}

test('in later sittings the rest is filled in, what is wrong is put right, and it is sent for review', async () => {
  const { page } = anna
  await go(page, `${writing}/when`)
  await page.getByLabel('Start').fill('last winter')
  await press(page, 'Save and continue')
  expect(await alertOf(page)).toContain('Start: write a date such as 2016')
  expect(await page.getByLabel('Start').inputValue()).toBe('last winter')
  await go(page, writing)
  expect(await main(page).textContent()).toContain('To put right: Start.')

  await fillIn('participationHow')
  // Without an answer to one question it cannot be sent.
  await go(page, `${writing}/check`)
  await press(page, 'Send for review')
  expect(await alertOf(page)).toContain('It cannot be sent yet')
  await main(page).getByRole('link', { name: 'How they take part: still missing' }).click()
  expect(page.url()).toMatch(/participation\?check=1#participationHow$/)
  expect(await page.locator('[name=participationHow]').getAttribute('aria-invalid')).toBe('true')
  await page.getByLabel('How they take part').fill('Parents choose the topics.')
  await press(page, 'Save and go back to the list')
  expect(new URL(page.url()).pathname).toBe(writing)
  await go(page, `${writing}/check`)
  expect(await page.locator('#problems').textContent()).toBe('')
  expect(await main(page).textContent()).toContain('Look after the children next door')
  await press(page, 'Send for review')
  expect(await main(page).getByRole('status').textContent()).toContain('It is sent.')
  expect(await main(page).textContent()).toContain('It waits for a curator.')
  await go(page, `${writing}/story`)
  expect(await page.locator('[name=challenge]').count()).toBe(0)
  expect(anna.complaints.filter((complaint) => !complaint.includes('400 (Bad Request)'))).toEqual([])
})

test('a stranger is refused at every page of it, and a visitor is asked to sign in', async () => {
  for (const path of ['', '/story', '/check', '/translate']) {
    const response = await go(olena.page, writing + path)
    expect([path, response?.status()]).toEqual([path, 404])
  }
  const visitor = await openPage(server.browser, { javaScript: false })
  await go(visitor.page, `${writing}/story`)
  expect(new URL(visitor.page.url()).pathname).toBe('/sign-in')
  await visitor.close()
})

test('what is only a draft is found, to be named elsewhere, by who writes it alone', async () => {
  const found = async ({ page }: OpenPage): Promise<unknown> => {
    const answer = await page.request.get(`${server.url}/write/find.json?kind=practice&q=parents+évening`)
    return await answer.json()
  }
  const draft = expect.objectContaining({ label: 'Evening classes for parents', detail: 'draft' })
  expect(await found(anna)).toContainEqual(draft)
  expect(await found(olena)).not.toContainEqual(draft)
})

/** Lets somebody answer for a city. */
async function represent(who: OpenPage, entry: string): Promise<void> {
  await ask(
    who,
    `mutation { requestAffiliation(entry: "${entry}", function: REPRESENTATIVE) { problems { code } } }`,
  )
  const { affiliationsToDecide } = await ask<{ affiliationsToDecide: { affiliation: { id: string } }[] }>(
    ada,
    '{ affiliationsToDecide { affiliation { id } } }',
  )
  for (const { affiliation } of affiliationsToDecide)
    await ask(ada, `mutation { confirmAffiliation(id: "${affiliation.id}") { problems { code } } }`)
}

test('of two who change the same text at once, the second sees both and chooses, and loses nothing else', async () => {
  const { city } = await ask<{ city: { id: string } }>(ada, '{ city(slug: "ghent") { id } }')
  await represent(anna, city.id)
  await represent(olena, city.id)
  await go(anna.page, '/cities/ghent')
  await main(anna.page).getByRole('link', { name: 'Improve this entry' }).click()
  await press(anna.page, 'Begin to improve it')
  const path = new URL(anna.page.url()).pathname
  const { page } = olena
  await go(page, `/write/improve?entry=${city.id}`)
  await main(page).getByRole('link', { name: 'Go on' }).click()
  await page.waitForURL(`**${path}`)

  await go(page, `${path}/identity`)
  await go(anna.page, `${path}/identity`)
  await anna.page.getByLabel('Summary').fill('What Anna says of Ghent.')
  await press(anna.page, 'Save and continue')
  await page.getByLabel('Summary').fill('What Olena says of Ghent.')
  await page.getByLabel('Website').fill('https://stad.gent/olena')
  await press(page, 'Save and continue')
  expect(await alertOf(page)).toContain('Somebody else changed this meanwhile')
  const clash = page.locator('.clash')
  expect(await clash.textContent()).toContain('Anna Berg changed this')
  expect(await clash.textContent()).toContain('What Anna says of Ghent.')
  expect(await page.getByLabel('Summary').inputValue()).toBe('What Olena says of Ghent.')
  expect(await axeFindings(page)).toEqual([])
  await page.getByLabel('Take what Anna Berg wrote').check()
  await press(page, 'Save and continue')
  await page.waitForURL(`**${path}/where`)

  await go(page, `${path}/identity`)
  expect(await page.getByLabel('Summary').inputValue()).toBe('What Anna says of Ghent.')
  expect(await page.getByLabel('Website').inputValue()).toBe('https://stad.gent/olena')

  await go(page, `${path}/where`)
  await page.locator('form[data-smooth]').waitFor()
  await page.locator('[name="country.find"]').fill('Swed')
  await page.locator('#country .picker-found').getByLabel('Sweden').check()
  expect(await page.locator('#country [role=status]').textContent()).toBe('Choose what you mean.')
})

test('what improves a published entry is seen on its page by who writes it, and by nobody else', async () => {
  const { page } = anna
  await go(page, '/write')
  await main(page).getByRole('link', { name: 'Ghent', exact: true }).click()
  await main(page).getByRole('link', { name: 'Preview', exact: true }).click()
  const preview = new URL(page.url())
  expect(preview.pathname + preview.search).toMatch(/^\/cities\/ghent\?revision=revi_/)
  expect(await main(page).textContent()).toContain('What Anna says of Ghent.')
  expect(await main(page).textContent()).toContain('Only those who write, review or curate it')
  expect(await page.locator('meta[name=robots]').getAttribute('content')).toBe('noindex')
  expect((await page.request.get(preview.href)).headers()['cache-control']).toBe('no-store, private')
  await main(page).getByRole('link', { name: 'Back to what is being written' }).click()
  expect(new URL(page.url()).pathname).toMatch(/^\/write\/revi_/)

  const visitor = await openPage(server.browser, { javaScript: false })
  // An administrator may not read what was never sent for review, and is a stranger to it.
  for (const stranger of [visitor.page, ada.page]) {
    await stranger.goto(preview.href)
    expect(stranger.url()).toBe(`${server.url}/cities/ghent`)
    expect(await main(stranger).textContent()).not.toContain('What Anna says of Ghent.')
  }
  await visitor.close()
})

const kinds = [
  'practices',
  'components',
  'organisations',
  'cities',
  'networks',
  'events',
  'resources',
] as const

test.each(kinds)(
  'a picture of an entry among the %s is sent by who keeps it, and stands on its page',
  async (list) => {
    const found = await ask<Record<string, { nodes: { id: string; path: string }[] }>>(
      ada,
      `{ ${list}(first: 1) { nodes { id path } } }`,
    )
    const { id = '', path = '' } = found[list]?.nodes[0] ?? {}
    const sent = await ada.page.request.post(`${server.url}/files?entry=${id}`, {
      multipart: { file: { name: 'yard.jpg', mimeType: 'image/jpeg', buffer: await photo() } },
      headers: { 'Sec-Fetch-Site': 'same-origin' },
    })
    const file = (await sent.json()).id
    await ask(
      ada,
      `mutation { saveAttachment(id: "${file}", language: "en", alternativeText: "A yard of ${list}", caption: "In May", rightsHolder: "City of Ghent", licence: "CC-BY-4.0") { problems { code } } }`,
    )
    const html = await (await fetch(server.url + path)).text()
    const figure = /<figure class="attachment-figure">.*?<\/figure>/s.exec(html)?.[0] ?? ''
    expect(figure).toContain(`alt="A yard of ${list}"`)
    expect(figure.replace(/<[^>]*>/g, '')).toMatch(/In May City of Ghent, CC BY 4\.0/)
    expect(html).not.toContain('/write/files/')
    const own = await (await ada.page.request.get(server.url + path)).text()
    expect(own).toContain(`href="/write/files/${id}"`)
    const form = await ada.page.request.get(`${server.url}/write/files/${id}`)
    expect(await form.text()).toContain(`value="A yard of ${list}"`)
    expect((await olena.page.request.get(`${server.url}/write/files/${id}`)).status()).toBe(403)
  },
)

test('a session that ends while somebody writes takes nothing from her: the page keeps it until she has signed in elsewhere', async () => {
  const { page } = anna
  const context = page.context()
  const path = `${new URL(page.url()).pathname.split('/').slice(0, 3).join('/')}/identity`
  await go(page, path)
  const typed = 'What Anna says <b>since</b>.\nIn two lines.'
  await page.getByLabel('Summary').fill(typed)
  const cookies = await context.cookies()
  const [session] = cookies.filter(({ value }) => value.length > 20)
  if (!session) throw new Error('Anna has no session')
  // First a session that is none any more, then none at all.
  for (const left of [[{ ...session, value: 'x'.repeat(session.value.length) }], []]) {
    await context.clearCookies()
    await context.addCookies(left)
    const [answer] = await Promise.all([
      page.waitForResponse((response) => response.request().method() === 'POST'),
      press(page, left.length > 0 ? 'Save and continue' : 'Save again'),
    ])
    expect(answer.status()).toBe(401)
    expect(await alertOf(page)).toContain('this page keeps it')
    expect(await main(page).locator('#kept').textContent()).toContain('What Anna says <b>since</b>.')
    expect(await main(page).textContent()).not.toContain('Ghent')
    expect(await sidewaysScroll(page)).toBe(0)
  }
  const foreign = await page.request.post(`${server.url}${path}`, {
    form: { summary: 'What another site says' },
    headers: { 'Sec-Fetch-Site': 'cross-site', Origin: 'https://elsewhere.example' },
  })
  expect(await foreign.text()).not.toContain('another site says')

  await context.addCookies(cookies)
  await press(page, 'Save again')
  await page.waitForURL(`**${path.replace('identity', 'where')}`)
  await go(page, path)
  expect(await page.getByLabel('Summary').inputValue()).toBe(typed)
})

test('a remark is answered and its suggestion accepted at the field, and texts are translated side by side', async () => {
  const { page } = anna
  const id = writing.split('/').at(-1)
  await ask(ada, `mutation { takeUpRevision(id: "${id}") { problems { code message } } }`)
  await ask(
    ada,
    `mutation { addRemark(revision: "${id}", field: "summary", text: "Say for whom.", suggestion: { language: "en", text: "Parents of small children learn." }) { problems { code } } }`,
  )
  await ask(
    ada,
    `mutation { requestChanges(id: "${id}", reason: "Nearly there") { problems { code message } } }`,
  )
  await go(page, writing)
  expect(await main(page).textContent()).toContain('Nearly there')
  await go(page, `${writing}/identity`)
  await page.getByLabel('In one line').fill('Classes while the children play')
  await press(page, 'Accept this text')
  expect(await page.getByLabel('Summary').inputValue()).toBe('Parents of small children learn.')
  expect(await page.getByLabel('In one line').inputValue()).toBe('Classes while the children play')

  await go(page, `${writing}/translate?language=de`)
  await page.locator('[name="text:title"]').fill('Abendkurse für Eltern')
  await press(page, 'Save the translation')
  await go(page, `${writing}/identity`)
  await page.getByText('Also in German').click()
  expect(await main(page).textContent()).toContain('Abendkurse für Eltern')
  await go(page, '/write')
  expect(await main(page).textContent()).toContain('changes asked for')
})

test('what is published and lacks a language is found in a list, and its translation begun and gone on with', async () => {
  const { page } = ada
  const list = '/write/translations?language=pt&kind=city'
  await go(page, list)
  const lacking = main(page).getByRole('listitem').filter({ hasText: 'Translate it' }).first()
  const path = await lacking.getByRole('heading').getByRole('link').getAttribute('href')
  await lacking.getByRole('button').click()
  await page.waitForURL(/\/write\/revi_\w+\/translate\?language=pt$/)
  await page.locator('[name="text:title"]').fill('Nome da cidade')
  await press(page, 'Save the translation')
  await go(page, list)
  const begun = main(page)
    .getByRole('listitem')
    .filter({ has: page.locator(`a[href="${path}"]`) })
  await begun.getByRole('link', { name: 'Go on' }).click()
  expect(await page.locator('[name="text:title"]').inputValue()).toBe('Nome da cidade')
})

test('every page of writing fits every screen and is accessible, in light and dark', async () => {
  const cookies = await anna.page.context().cookies()
  const { revision } = await ask<{ revision: { entryId: string; previewPath: string } }>(
    anna,
    `{ revision(id: "${writing.split('/').at(-1)}") { entryId previewPath } }`,
  )
  const paths = [
    '/write',
    '/write/new/practice',
    writing,
    `${writing}/identity`,
    `${writing}/results`,
    `${writing}/where?check=1`,
    `${writing}/check`,
    `${writing}/translate`,
    '/write/translations?language=fr',
    `/write/files/${revision.entryId}`,
    revision.previewPath,
  ]
  const looks = [
    { width: 320, colorScheme: 'light', prefix: '/de', about: 'all but colours' },
    { width: 1440, colorScheme: 'dark', prefix: '', about: 'colours' },
  ] as const
  for (const { prefix, about, ...look } of looks) {
    const opened = await openPage(server.browser, look)
    await opened.page.context().addCookies(cookies)
    for (const path of paths) {
      await go(opened.page, prefix + path)
      expect([look, path, await sidewaysScroll(opened.page)]).toEqual([look, path, 0])
      expect([look, path, await axeFindings(opened.page, about)]).toEqual([look, path, []])
    }
    expect(opened.complaints).toEqual([])
    await opened.close()
  }
})
