import { pdf, photo } from '@hansa/files/testing'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { axeFindings, type OpenPage, openPage, sidewaysScroll } from '../support/browser.ts'
import { letterTo } from '../support/mailbox.ts'
import { type OwnInstance, openInstance, openPeople } from '../support/own-instance.ts'

/* People find each other: belong to a city, be confirmed, show a profile, be found by members and by nobody else, write, leave. */

let server: OwnInstance
/** An administrator, a member of a city, another member: each in a browser of her own. */
let ada: OpenPage
let anna: OpenPage
let olena: OpenPage
/** Address of Anna's page. */
let annaPath: string

/** What a page must show as the text it is. */
const position = 'Head of <img src=x onerror=alert(1)> integration'
const main = (page: Page) => page.getByRole('main')
const press = (page: Page, name: string | RegExp) =>
  main(page)
    .getByRole('button', { name, exact: typeof name === 'string' })
    .click()
const go = (page: Page, path: string) => page.goto(`${server.url}${path}`)

beforeAll(async () => {
  server = await openInstance()
  ;({ ada, anna, olena } = await openPeople(server))
})

afterAll(() => server?.close())

test('somebody asks to belong to a city, and belongs to it once an administrator has confirmed her', async () => {
  const { page } = anna
  await go(page, '/account/affiliations')
  await page.getByLabel('Organisation, city or network').fill('Ghent')
  await press(page, 'Find')
  await page.getByLabel('As what').selectOption({ label: 'to lead it' })
  await page.getByLabel('What you do there').fill('Head of integration')
  await press(page, 'Ask to be confirmed')
  expect(await main(page).locator('#own').textContent()).toContain('waits to be confirmed')
  expect(await letterTo(server, 'ada@example.org', /Ghent/)).toContain('By Anna Berg.')

  await go(ada.page, '/account/affiliations')
  await press(ada.page, 'Confirm: Anna Berg')
  expect(await main(ada.page).getByRole('status').textContent()).toContain('It is done')
  await letterTo(server, 'anna@example.org', /It is confirmed that you belong to/)
  await go(page, '/account/affiliations')
  expect(await main(page).locator('#own').textContent()).toContain('represents the city')

  await press(page, 'Leave')
  expect(await page.getByRole('alert').textContent()).toContain('Nobody else leads this.')
})

test('what was decided stands among her news, and the link of its letter stops such letters without signing in', async () => {
  const { page } = anna
  const header = page.getByRole('banner')
  await go(page, '/account/news')
  expect(await header.getByRole('link', { name: 'News (1)' }).count()).toBe(1)
  expect(await main(page).textContent()).toContain('It is confirmed that you belong to: Ghent')
  await press(page, 'Mark as read')
  expect(await header.getByRole('link', { name: 'News', exact: true }).count()).toBe(1)

  const letter = await letterTo(server, 'anna@example.org', /It is confirmed that you belong to/)
  const stop = /href="([^"]*stop-letters[^"]*)"/.exec(letter)?.[1] ?? ''
  const stranger = await openPage(server.browser, { javaScript: false, width: 320 })
  await stranger.page.goto(stop)
  expect(await main(stranger.page).textContent()).toContain('Letters about who belongs where.')
  await stranger.close()
  await go(page, '/account/follows')
  expect(await page.getByLabel('Who belongs where').inputValue()).toBe('AT_ONCE')
  const body = new URLSearchParams({ 'List-Unsubscribe': 'One-Click' })
  expect((await fetch(stop, { method: 'POST', body })).status).toBe(200)
  await go(page, '/account/follows')
  expect(await page.getByLabel('Who belongs where').inputValue()).toBe('NEVER')
})

test('she follows a city and saves a search without a script; who is not signed in is asked to, and reads feeds', async () => {
  const { page } = anna
  await go(page, '/cities/ghent')
  await press(page, 'Follow')
  expect(new URL(page.url()).pathname).toBe('/cities/ghent')
  expect(await main(page).textContent()).toContain('You follow this.')
  await go(page, '/practices?q=housing&country=BE')
  await main(page).getByRole('link', { name: 'Save this search' }).click()
  await page.getByLabel('What you call it').fill(position)
  await press(page, 'Save this search')
  await main(page).getByRole('link', { name: position }).click()
  expect(new URL(page.url()).search).toBe('?q=housing&country=BE')
  await go(page, '/account/follows')
  await press(page, 'Remove this search')
  await press(page, 'No letters about this')
  expect(await main(page).locator('#follows').textContent()).toContain('on the News page only')
  expect(await main(page).locator('#searches').textContent()).toContain('None yet.')

  const stranger = await openPage(server.browser, { javaScript: false })
  await go(stranger.page, '/cities/ghent')
  await press(stranger.page, 'Follow')
  expect(new URL(stranger.page.url()).pathname).toBe('/sign-in')
  await stranger.close()
  const feed = await fetch(`${server.url}/de/feeds/search?policyArea=housing`)
  expect(feed.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8')
  const tag = feed.headers.get('etag') ?? ''
  expect(await feed.text()).toMatch(
    /^<\?xml[^>]*>\n<feed [^>]*xml:lang="de">[\s\S]*<entry [\s\S]*<\/feed>\n$/,
  )
  const again = await fetch(feed.url, { headers: { 'If-None-Match': tag } })
  expect(again.status).toBe(304)
})

test('a profile opens to others with consent only, and keeps what was typed until then', async () => {
  const { page } = anna
  await go(page, '/account/profile')
  await page.getByLabel('What you do', { exact: true }).fill(position)
  await page.getByLabel('Language', { exact: true }).first().selectOption('uk')
  await page.getByLabel('Level').first().selectOption('NATIVE')
  await page.getByLabel('interpreting', { exact: true }).check()
  await page.getByLabel('Your name is seen by').selectOption('PUBLIC')
  await page.getByLabel('What you do is seen by').selectOption('MEMBERS')
  await page.getByLabel('What you can offer is seen by').selectOption('MEMBERS')
  await press(page, 'Save the profile')
  expect(await page.getByRole('alert').textContent()).toContain('Tick your consent')
  expect(await page.getByLabel('What you do', { exact: true }).inputValue()).toBe(position)
  expect(await page.getByLabel('interpreting', { exact: true }).isChecked()).toBe(true)
  await page.getByLabel(/I agree that the fields/).check()
  await press(page, 'Save the profile')
  expect(await main(page).getByRole('status').textContent()).toContain('Your profile is saved.')
  expect(await page.getByLabel(/I agree that the fields/).count()).toBe(0)
})

test('she is found by a member, and a stranger sees no more than her name', async () => {
  await go(olena.page, '/members?offer=INTERPRETING')
  await main(olena.page).getByRole('link', { name: 'Anna Berg' }).click()
  expect(await main(olena.page).textContent()).toContain('interpreting')
  expect(await main(olena.page).textContent()).toContain(position)
  annaPath = new URL(olena.page.url()).pathname

  const stranger = await openPage(server.browser, { javaScript: false })
  await go(stranger.page, annaPath)
  expect(await main(stranger.page).textContent()).toContain('Anna Berg')
  expect(await main(stranger.page).textContent()).not.toContain('interpreting')
  await go(stranger.page, '/members?offer=INTERPRETING')
  expect(new URL(stranger.page.url()).pathname).toBe('/sign-in')
  await stranger.close()

  await go(olena.page, '/members?language=uk')
  expect(await main(olena.page).textContent()).toContain('Nobody is found')
})

test('a message reaches her, a copy the writer, and no address either of them', async () => {
  const { page } = olena
  await go(page, '/members?offer=INTERPRETING')
  await main(page).getByRole('link', { name: 'Anna Berg' }).click()
  await page.getByLabel('Your message').fill('<b>Hello</b>\n\nCould you interpret?')
  await press(page, 'Send the message')
  expect(await page.getByRole('alert').textContent()).toContain('Show your name to members first')
  expect(await page.getByLabel('Your message').inputValue()).toContain('Could you interpret?')

  await go(page, '/account/profile')
  await page.getByLabel('Your name is seen by').selectOption('MEMBERS')
  await page.getByLabel(/I agree that the fields/).check()
  await press(page, 'Save the profile')
  await go(page, annaPath)
  await page.getByLabel('Your message').fill('<b>Hello</b>\n\nCould you interpret?')
  await press(page, 'Send the message')
  expect(await main(page).getByRole('status').textContent()).toContain('on its way')
  const letter = await letterTo(server, 'anna@example.org', /Could you interpret/)
  expect(letter).not.toContain('olena@example.org')
  expect(letter).toContain('&lt;b&gt;Hello')
  expect(await letterTo(server, 'olena@example.org', /Could you interpret/)).not.toContain('anna@example.org')
})

test('an administrator sees who did what, and takes it along as a table', async () => {
  const { page } = ada
  await go(page, '/administration')
  expect(await main(page).getByRole('table').textContent()).toContain('olena@example.org')
  await main(page).getByRole('link', { name: 'What Anna Berg did' }).click()
  expect(await main(page).getByRole('table').textContent()).toContain('affiliation.requested')
  const href = await main(page).getByRole('link', { name: 'Download as a table (CSV)' }).getAttribute('href')
  const table = await page
    .context()
    .request.get(`${server.url}${href}`, { headers: { 'Sec-Fetch-Site': 'same-origin' } })
  expect(table.headers()['content-type']).toContain('text/csv')
  expect(await table.text()).toContain('profile.changed')
  await go(page, '/administration/places?q=Ghent')
  await main(page).getByRole('link', { name: 'Ghent', exact: true }).click()
  expect(await main(page).textContent()).toContain('Anna Berg')
  await go(anna.page, '/administration')
  expect(await main(anna.page).textContent()).toContain('This page is not open to you')
})

const practicePath = '/practices/a-better-welcome-to-swansea'
const attack = '<img src=x onerror=alert(1)>'

test('a picture and a document are sent and described without a script, and then shown to everybody as what they are', async () => {
  const opened = await openPage(server.browser, { javaScript: false })
  const { page } = opened
  await page.context().addCookies(await ada.page.context().cookies())
  await go(page, practicePath)
  await main(page).getByRole('link', { name: 'Add or change pictures and documents' }).click()
  const send = async (name: string, buffer: Buffer) => {
    await page.getByLabel('File', { exact: true }).setInputFiles({ name, mimeType: 'image/jpeg', buffer })
    await press(page, 'Send file')
  }
  await send('drawing.jpg', Buffer.from('<svg onload="alert(1)"/>'))
  expect(await page.getByRole('alert').textContent()).toContain('This is no JPEG')
  await send(`${attack}.jpg`, await photo())
  await press(page, 'Save texts')
  expect(await page.getByRole('alert').textContent()).toContain('who has the rights')
  const describeLast = async (label: string, words: string) => {
    const form = main(page).locator('.attachment-form').last()
    await form.getByLabel(label).fill(words)
    await form.getByLabel('Caption').fill(attack)
    await form.getByLabel('Who has the rights').fill(attack)
    await form.getByRole('button', { name: 'Save texts' }).click()
  }
  await describeLast('What the picture shows', `A yard ${attack}`)
  await send('evaluation.pdf', await pdf())
  await describeLast('What the document is called', 'Evaluation')

  const visitor = await openPage(server.browser)
  await go(visitor.page, practicePath)
  const files = main(visitor.page).locator('#files')
  const image = files.locator('figure img')
  await image.scrollIntoViewIfNeeded()
  await image.evaluate('node => node.decode()')
  expect(await image.getAttribute('alt')).toBe(`A yard ${attack}`)
  expect(await files.textContent()).toContain(`${attack} ${attack}, CC BY 4.0`)
  expect(await files.locator('img').count()).toBe(1)
  const href = await files.getByRole('link', { name: 'Evaluation' }).getAttribute('href')
  const document = await fetch(`${server.url}${href}`)
  expect(document.headers.get('Content-Security-Policy')).toBe("default-src 'none'; sandbox")
  expect(await document.text()).toMatch(/^%PDF-/)
  expect(visitor.complaints).toEqual([])
  await visitor.close()
  await opened.close()
  // A member who keeps nothing finds no way to it, and the page is closed to her.
  await go(anna.page, practicePath)
  expect(await main(anna.page).getByText('Add or change pictures').count()).toBe(0)
  await go(anna.page, `${practicePath}/files`)
  expect(await main(anna.page).textContent()).toContain('This page is not open to you')
})

test.each([
  [320, 'light', '/de'],
  [1440, 'dark', ''],
] as const)('the pages of people have no axe finding at %i px in the %s theme at %s/', async (...seen) => {
  const [width, colorScheme, language] = seen
  const opened = await openPage(server.browser, { width, colorScheme })
  await opened.page.context().addCookies(await ada.page.context().cookies())
  const paths = [
    '/account/profile',
    '/account/affiliations?q=Ghent',
    '/account/data',
    '/account/news',
    '/account/follows',
    '/members',
    '/administration',
    '/administration/places?q=Ghent',
    '/administration/trail',
    `${practicePath}/files`,
    practicePath,
  ]
  for (const path of paths.map((each) => `${language}${each}`)) {
    await go(opened.page, path)
    // All but colours is the same in the dark.
    const about = colorScheme === 'dark' ? 'colours' : 'everything'
    expect(await axeFindings(opened.page, about), path).toEqual([])
    expect(await sidewaysScroll(opened.page), path).toBe(0)
  }
  expect(opened.complaints).toEqual([])
  await opened.close()
})

test('she takes her data along, erases herself, and is gone from the directory and from her page', async () => {
  const { page } = anna
  await go(page, '/account/data')
  const file = await page
    .context()
    .request.get(`${server.url}/account/data.json`, { headers: { 'Sec-Fetch-Site': 'same-origin' } })
  expect(JSON.parse(await file.text())).toMatchObject({ account: { email: 'anna@example.org' } })
  await main(page).getByRole('link', { name: 'See what was done' }).click()
  expect(await main(page).getByRole('table').textContent()).toContain('affiliation.confirmed')
  await go(page, '/account/data')
  expect((await fetch(`${server.url}${annaPath}`)).status).toBe(200)
  await press(page, 'Erase my account')
  expect(await page.getByRole('alert').textContent()).toContain('cannot be undone')
  await page.getByLabel(/Erase me/).check()
  await press(page, 'Erase my account')
  expect(new URL(page.url()).pathname).toBe('/')
  expect(await page.getByRole('banner').textContent()).toContain('Sign in')
  expect((await fetch(`${server.url}${annaPath}`)).status).toBe(404)
  await go(olena.page, '/members')
  expect(await main(olena.page).textContent()).not.toContain('Anna Berg')
  await go(ada.page, '/administration/trail?action=member.erased')
  expect(await main(ada.page).getByRole('table').textContent()).toContain('a former member')
})
