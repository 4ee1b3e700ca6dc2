import { photo } from '@hansa/files/testing'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { axeFindings, launchBrowser, type OpenPage, openPage, sidewaysScroll } from '../support/browser.ts'
import { letterTo, linkIn } from '../support/mailbox.ts'
import { seededCopy } from '../support/seeded.ts'
import {
  type RunningServer,
  removeFolder,
  runCommand,
  startServer,
  temporaryFolder,
} from '../support/server.ts'

/* Entries are written: a practice over several sittings and without a script, a city by two people at once. */

let browser: Browser
let folder: string
let server: RunningServer
/** Without a script. */
let anna: OpenPage
let olena: OpenPage
let ada: OpenPage
/** Path of the practice that is being written. */
let writing: string

const password = 'correct horse battery'
const main = (page: Page) => page.getByRole('main')
const press = (page: Page, name: string | RegExp) =>
  main(page)
    .getByRole('button', { name, exact: typeof name === 'string' })
    .last()
    .click()
const go = (page: Page, path: string) => page.goto(`${server.url}${path}`)
const alertOf = (page: Page) => page.getByRole('alert').textContent()

async function join(name: string, email: string, javaScript: boolean): Promise<OpenPage> {
  const opened = await openPage(browser, { javaScript })
  const { page } = opened
  await go(page, '/join')
  await page.getByLabel('Your name').fill(name)
  await page.getByLabel('E-mail address').fill(email)
  await press(page, 'Send me the letter')
  await page.goto(linkIn(await letterTo(server, email, /join\/confirm/)))
  await page.getByLabel('Password').fill(password)
  await press(page, 'Join')
  return opened
}

async function ask<T>({ page }: OpenPage, query: string): Promise<T> {
  const answer = await page.request.post(`${server.url}/graphql`, {
    data: { query },
    headers: { 'Sec-Fetch-Site': 'same-origin' },
  })
  const { data, errors } = await answer.json()
  if (errors) throw new Error(JSON.stringify(errors))
  return data
}

beforeAll(async () => {
  folder = await temporaryFolder()
  const DATA_DIR = await seededCopy(folder)
  const { said } = await runCommand(['create-administrator', 'ada@example.org'], { DATA_DIR })
  server = await startServer({ DATA_DIR })
  browser = await launchBrowser()
  ada = await openPage(browser)
  await go(ada.page, /\/join\/confirm\S+/.exec(said)?.[0] ?? '')
  await ada.page.getByLabel('Password').fill(password)
  await press(ada.page, 'Join')
  anna = await join('Anna Berg', 'anna@example.org', false)
  olena = await join('Olena Koval', 'olena@example.org', true)
})

afterAll(async () => {
  await browser?.close()
  await server?.stop()
  if (folder) await removeFolder(folder)
})

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

/** Writes what a whole practice says, section by section, as the buttons lead. */
const answers: readonly [section: string, write: (page: Page) => Promise<void>][] = [
  [
    'identity',
    async (page) => {
      await page.getByLabel('In one line').fill('Language classes while the children play')
      await page.getByLabel('Summary').fill('Parents learn in the school of their children.')
    },
  ],
  [
    'story',
    async (page) => {
      await page.getByLabel('The challenge').fill('Parents of small children reach no classes.')
      await page.getByLabel('What it set out to do').fill('Every parent finds a class.')
      await page.getByLabel('What was hard').fill('Rooms were locked at first.')
    },
  ],
  [
    'who',
    async (page) => {
      await page.locator('[name="leadOrganisation.find"]').fill('city')
      await page.locator('#leadOrganisation').getByRole('button', { name: 'Find' }).click()
      await page.locator('#leadOrganisation .picker-found input').first().check()
    },
  ],
  ['where', (page) => page.getByLabel('Municipal', { exact: true }).check()],
  [
    'about',
    async (page) => {
      await page.locator('[name=measureTypes]').first().check()
      await page.locator('[name=targetGroups]').first().check()
    },
  ],
  [
    'when',
    async (page) => {
      await page.getByLabel('Start').fill('2024-02')
      await page.getByLabel('running', { exact: true }).check()
    },
  ],
  [
    'participation',
    async (page) => {
      await page.locator('[name=participationLevel]').first().check()
      await page.getByLabel('How they take part').fill('Parents choose the topics.')
    },
  ],
  ['money', async () => undefined],
  ['results', (page) => page.getByLabel('The results were not measured').check()],
  [
    'transfer',
    async (page) => {
      await page.locator('[name="preconditions.0.type"]').selectOption('staff')
      await page.locator('[name="preconditions.0.text"]').fill('Two teachers')
    },
  ],
  [
    'reference',
    async (page) => {
      await page.locator('[name="contact.organisation"]').fill('Housing Board')
      await page.locator('[name="sources.0.citation"]').fill('A report, 2024')
    },
  ],
]

test('in later sittings the rest is filled in, what is wrong is put right, and it is sent for review', async () => {
  const { page } = anna
  await go(page, `${writing}/when`)
  await page.getByLabel('Start').fill('last winter')
  await press(page, 'Save and continue')
  expect(await alertOf(page)).toContain('Start: write a date such as 2016')
  expect(await page.getByLabel('Start').inputValue()).toBe('last winter')
  await go(page, writing)
  expect(await main(page).textContent()).toContain('To put right: Start.')

  for (const [section, write] of answers) {
    // The button leads from one section to the next.
    if (!page.url().endsWith(section)) await go(page, `${writing}/${section}`)
    await write(page)
    if (section !== 'where') await press(page, 'Save and continue')
    if (section !== 'where') continue
    await press(page, 'Save and go back to the list')
    expect(new URL(page.url()).pathname).toBe(writing)
    // Without an answer to one question it cannot be sent.
    await go(page, `${writing}/check`)
    await press(page, 'Send for review')
    expect(await alertOf(page)).toContain('It cannot be sent yet')
    await main(page).getByRole('link', { name: 'How they take part: still missing' }).click()
    expect(page.url()).toMatch(/participation\?check=1#participationHow$/)
    expect(await page.locator('[name=participationHow]').getAttribute('aria-invalid')).toBe('true')
  }
  expect(new URL(page.url()).pathname).toBe(`${writing}/check`)
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
  const visitor = await openPage(browser, { javaScript: false })
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

  const visitor = await openPage(browser, { javaScript: false })
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
    const opened = await openPage(browser, look)
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
