import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type OpenPage, openPage } from '../support/browser.ts'
import { askAs, showName } from '../support/curation.ts'
import { lettersTo, letterTo } from '../support/mailbox.ts'
import { type OwnInstance, openInstance, password } from '../support/own-instance.ts'
import { answers } from '../support/whole-fiche.ts'

/*
 * A year of one practice: written, sent back, recommended, published, found, and kept true; as four people in browsers of their own, the
 * server killed between any two steps. Nothing that was answered may be lost, and nobody may be written to twice.
 */

const title = 'Evening classes for parents'
const minute = 60_000
const day = 24 * 60 * minute
const migrants = 'European Network of Migrant Women'

let instance: OwnInstance
/** How far the clock of the server is ahead: it begins at noon, so that no day ends on the way. */
let ahead = (1.5 * day - (Date.now() % day)) % day
/** An author and a reviewer without a script, a curator with one. */
let anna: OpenPage
let rana: OpenPage
let clara: OpenPage
let visitor: OpenPage
/** Path of what is written, and of the page it comes to. */
let writing: string
let published: string

const main = (page: Page) => page.getByRole('main')
const press = (page: Page, name: string) =>
  main(page).getByRole('button', { name, exact: true }).last().click()
const go = (page: Page, path: string) => page.goto(`${instance.url}${path}`)
const said = (page: Page) => main(page).getByRole('status').first().textContent()

/** Kills the server as soon as a step was answered, and lets it go on with what that left. */
const killed = async (later = 0) => {
  ahead += later
  await instance.killed(ahead)
}

beforeAll(async () => {
  instance = await openInstance()
  const { ada, join, pageOf } = instance
  const [annaIn, claraIn, ranaIn] = await Promise.all([
    join('Anna Berg', 'anna@example.org'),
    join('Clara Secretariat', 'clara@example.org'),
    join('Rana Reviewer', 'rana@example.org'),
  ])
  const known = await askAs(
    instance.url,
    ada,
    `{ network(slug: "intercultural-cities") { id }
      organisation(slug: "european-network-of-migrant-women") { id title { value } type { id } } }`,
    {},
  )
  expect(known.organisation).toMatchObject({
    title: { value: migrants },
    type: { id: 'organisation-type/migrant-organisation' },
  })
  await instance.belong(claraIn, known.network.id, 'CURATOR')
  await instance.belong(ranaIn, known.organisation.id, 'MEMBER')
  await showName(instance.url, ranaIn, { name: 'Rana Reviewer', reviews: true })
  await showName(instance.url, annaIn, { name: 'Anna Berg', reviews: false })
  anna = await pageOf(annaIn, { javaScript: false })
  rana = await pageOf(ranaIn, { javaScript: false })
  clara = await pageOf(claraIn)
  visitor = await openPage(instance.browser)
  await killed()
})

afterAll(() => instance?.close())

test('an author writes it without a script, section by section, and sends it to the network it names', async () => {
  const { page } = anna
  await go(page, '/write/new/practice')
  await page.getByLabel('Title').fill(title)
  await page.locator('[name="solution.0.text"]').fill('Open the school in the evening')
  await page.getByLabel('Housing', { exact: true }).check()
  await press(page, 'Save and begin')
  writing = new URL(page.url()).pathname
  for (const [section, write] of answers) {
    // The button led on to it, and it is killed with half of it written.
    expect(page.url()).toContain(section === 'identity' ? writing : `${writing}/${section}`)
    if (section === 'identity') await go(page, `${writing}/${section}`)
    if (section === 'about') await killed()
    await write(page)
    await press(page, 'Save and continue')
  }
  expect(await main(page).textContent()).toContain('Parents of small children reach no classes.')
  await press(page, 'Send for review')
  expect(await said(page)).toContain('It is sent.')
  await killed()
})

test('the secretariat takes it up and asks for changes; the author answers', async () => {
  const { page } = clara
  await go(page, '/curation')
  await main(page).getByRole('link', { name: title }).click()
  await press(page, 'Take it up')
  expect(await said(page)).toContain('It is taken up')
  await killed()
  await page.getByText('Ask for changes', { exact: true }).click()
  await page.getByLabel('What they are to change').fill('Say how old the children are.')
  await press(page, 'Send it back to them')
  expect(await said(page)).toContain('It is back with its authors')
  await killed()

  const letter = await letterTo(instance, 'anna@example.org', /Changes are asked for in/)
  expect(letter).toContain(`${instance.url}${writing}`)
  await go(anna.page, writing)
  expect(await main(anna.page).textContent()).toContain('Say how old the children are.')
  await go(anna.page, `${writing}/story`)
  await anna.page.getByLabel('The challenge').fill('Parents of children under six reach no classes.')
  await press(anna.page, 'Save and continue')
  await killed()
  await go(anna.page, `${writing}/check`)
  await press(anna.page, 'Send for review')
  expect(await said(anna.page)).toContain('It is sent.')
  await killed()
})

test('a reviewer from a migrant-led body recommends it, without a script', async () => {
  const { page } = clara
  await go(page, '/curation')
  await main(page).getByRole('link', { name: title }).click()
  await press(page, 'Take it up')
  await page.getByLabel('Whom to ask').selectOption({ label: 'Rana Reviewer (none to give)' })
  await press(page, 'Ask for a review')
  expect(await said(page)).toContain('She is asked')
  await killed()

  await letterTo(instance, 'rana@example.org', /You are asked to review/)
  await go(rana.page, '/curation/reviews')
  await main(rana.page).getByRole('link', { name: title }).click()
  expect(await main(rana.page).textContent()).toContain('Parents of children under six reach no classes.')
  await rana.page.getByLabel('Publish it', { exact: true }).check()
  await main(rana.page).locator('#review-text').fill('It asks parents first. Publish it.')
  await press(rana.page, 'Give the review')
  expect(await said(rana.page)).toContain('Your review is given')
  await killed()
})

test('the secretariat accepts and publishes it; a visitor finds it and sees who stands for it', async () => {
  const { page } = clara
  await go(page, '/curation')
  await main(page).getByRole('link', { name: title }).click()
  const reviews = await main(page).locator('#reviews').textContent()
  expect(reviews).toContain('Rana Reviewer')
  expect(reviews).toContain('It asks parents first. Publish it.')
  for (const check of await main(page).locator('#checklist fieldset').all())
    await check.getByLabel('Yes').check()
  await press(page, 'Save the answers')
  expect(await said(page)).toContain('The answers are saved')
  await killed()
  await press(page, 'Accept it')
  expect(await said(page)).toContain('It is accepted')
  await killed()
  await press(page, 'Publish it now')
  expect(await said(page)).toContain('It is published')
  await killed()

  await expect.poll(hits, { timeout: 30_000 }).toBe(1)
  await main(visitor.page).getByRole('link', { name: title }).click()
  published = new URL(visitor.page.url()).pathname
  expect(published).toBe('/practices/evening-classes-for-parents')
  const history = main(visitor.page).locator('.history-line')
  expect(await history.textContent()).toMatch(/Published on .* by Intercultural Cities\./)
  expect(await main(visitor.page).textContent()).not.toContain('onfirmation overdue')
})

/** How often a visitor finds it. */
const hits = async () => {
  await go(visitor.page, '/search?q=evening+classes+for+parents')
  return await main(visitor.page).getByRole('link', { name: title }).count()
}

const about = new RegExp(`still so: ${title}`)
const reminders = () => lettersTo(instance, 'anna@example.org', about)

test('those who keep it are reminded thirty days before it is due, on the day, and thirty days after, each once', async () => {
  const ask = `{ practice(slug: "${published.split('/').at(-1)}") { confirmationDueAt } }`
  const { practice } = await askAs(instance.url, instance.ada, ask, {})
  const until = (Date.parse(practice.confirmationDueAt) + 0.5 * day - Date.now() - ahead) / day
  const days = [Math.round(until) - 30, 30, 30]
  for (const [sent, later] of days.entries()) {
    await killed((later - 1) * day)
    expect(await reminders()).toHaveLength(sent)
    // Killed while it does what a new day brings; whether that comes twice shows at the next occasion.
    await killed(day)
    await killed(2 * minute)
    await expect.poll(async () => (await reminders()).length, { timeout: 30_000 }).toBe(sent + 1)
  }
  await killed()
  const [last, second, first] = await reminders()
  expect(first).toContain('Please confirm that this is still so')
  expect(second).toContain('Please confirm that this is still so')
  expect(last).toContain('Nobody has confirmed for too long that this is still so')
  expect(await lettersTo(instance, 'clara@example.org', about)).toEqual([])
})

/** Signs in as somebody does whose session is long over, on the page she is sent to. */
async function signIn(page: Page, email: string): Promise<void> {
  expect(new URL(page.url()).pathname).toBe('/sign-in')
  await page.getByLabel('E-mail address').fill(email)
  await page.getByLabel('Password').fill(password)
  await press(page, 'Sign in')
}

/** Where it says that nobody has confirmed it in time. */
async function saysOverdue(): Promise<Record<'page' | 'hit' | 'stale', boolean>> {
  expect(await hits()).toBe(1)
  const row = main(visitor.page).locator('.result-row', { has: visitor.page.getByText(title) })
  const hit = ((await row.textContent()) ?? '').includes('confirmation overdue')
  await go(visitor.page, published)
  const onPage = await main(visitor.page).getByText('Confirmation overdue').count()
  await go(clara.page, '/curation/stale')
  if (new URL(clara.page.url()).pathname === '/sign-in') await signIn(clara.page, 'clara@example.org')
  const listed = await main(clara.page).getByRole('link', { name: title }).count()
  return { page: onPage > 0, hit, stale: listed > 0 }
}

test('overdue, it says so to everybody everywhere, until who keeps it confirms it from the letter', async () => {
  await expect.poll(saysOverdue, { timeout: 30_000 }).toEqual({ page: true, hit: true, stale: true })
  // The secretariat may ask for itself, but nobody is asked twice in a day.
  await main(clara.page).getByLabel(`Choose: ${title}`).check()
  await press(clara.page, 'Ask whether they still hold')
  await press(clara.page, 'Ask those who keep them')
  expect(await main(clara.page).textContent()).toContain('were asked in the last day already')
  const [letter = ''] = await reminders()
  const link = /href="([^"]*\/curation\/entries\/[^"]*)"/.exec(letter)?.[1] ?? ''
  const { page } = anna
  await go(page, writing)
  expect(new URL(page.url()).pathname).toBe('/sign-in')
  await page.goto(link)
  await signIn(page, 'anna@example.org')
  expect(page.url()).toBe(link)
  await press(page, 'It still holds: confirm')
  expect(await said(page)).toContain('It is confirmed.')
  await killed()
  await expect.poll(saysOverdue, { timeout: 30_000 }).toEqual({ page: false, hit: false, stale: false })
  await go(visitor.page, published)
  const history = await main(visitor.page).locator('.history-line').textContent()
  expect(history).toMatch(/Confirmed by Anna Berg on .*\d{4}\./)
  expect(await reminders()).toHaveLength(3)
  expect([...visitor.complaints, ...clara.complaints, ...anna.complaints, ...rana.complaints]).toEqual([])
})
