import { ficheOf } from '@hansa/domain/fiche'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { axeFindings, type OpenPage, sidewaysScroll } from '../support/browser.ts'
import { askAs, attack, showName, title, wholePractice } from '../support/curation.ts'
import { type FormBrowser, openFormBrowser } from '../support/form-browser.ts'
import { beginEveryKind, publish } from '../support/markup.ts'
import { type OwnInstance, openInstance } from '../support/own-instance.ts'

/* A network's secretariat curates: what an author sends is reviewed, sent back, accepted, published and found; nobody else can. */

let server: OwnInstance
let people: Record<'ada' | 'anna' | 'clara' | 'rana' | 'sven', FormBrowser>
/** The curator and the reviewer go without a script. */
let clara: OpenPage
let rana: OpenPage
let network: string
let organisation: string
let revision: string
let entry: string

const main = (page: Page) => page.getByRole('main')
const press = (page: Page, name: string) => main(page).getByRole('button', { name, exact: true }).click()
const go = (page: Page, path: string) => page.goto(`${server.url}${path}`)
const said = (page: Page) => main(page).getByRole('status').first().textContent()
const unfold = (page: Page, name: string) => main(page).locator('summary', { hasText: name }).click()

const ask = (who: FormBrowser, query: string, variables: object = {}) =>
  askAs(server.url, who, query, variables)

beforeAll(async () => {
  server = await openInstance()
  const { ada, join, pageOf } = server
  const [anna, clara_, rana_, sven] = await Promise.all([
    join('Anna Berg', 'anna@example.org'),
    join('Clara Secretariat', 'clara@example.org'),
    join('Rana Reviewer', 'rana@example.org'),
    join('Sven Stranger', 'sven@example.org'),
  ])
  people = { ada, anna, clara: clara_, rana: rana_, sven }
  const known = await ask(
    ada,
    '{ network(slug: "intercultural-cities") { id } organisations(first: 1) { nodes { id } } }',
  )
  network = known.network.id
  organisation = known.organisations.nodes[0]?.id ?? ''
  await server.belong(clara_, network, 'CURATOR')
  await showName(server.url, rana_, { name: 'Rana Reviewer', reviews: true })
  clara = await pageOf(clara_, { javaScript: false })
  rana = await pageOf(rana_, { javaScript: false })
})

afterAll(() => server?.close())

test('what an author sends waits in the queue of the network it names, is taken up, and a reviewer is asked', async () => {
  const started = await ask(
    people.anna,
    'mutation ($v: String!) { outcome: startEntry(kind: PRACTICE, values: $v) { problems { field message } revision { id entryId } } }',
    { v: JSON.stringify(wholePractice(network, organisation)) },
  )
  expect(started.outcome.problems).toEqual([])
  ;({ id: revision, entryId: entry } = started.outcome.revision)
  const submitted = await ask(
    people.anna,
    `mutation { outcome: submitRevision(id: "${revision}") { problems { field message } } }`,
  )
  expect(submitted.outcome.problems).toEqual([])

  const { page } = clara
  await go(page, '/account')
  await main(page).getByRole('link', { name: 'Curation', exact: true }).click()
  await page.getByLabel('Words of the title').fill('kitchens')
  await page.getByLabel('Whose turn').selectOption('CURATOR')
  await press(page, 'Find')
  expect(await main(page).getByRole('table').textContent()).toContain('Anna Berg')
  await main(page).getByRole('link', { name: title }).click()
  expect(await main(page).locator('#field-challenge').textContent()).toContain(attack)
  await press(page, 'Take it up')
  expect(await said(page)).toContain('It is taken up')
  await page.getByLabel('Whom to ask').selectOption({ label: 'Rana Reviewer (none to give)' })
  await press(page, 'Ask for a review')
  expect(await said(page)).toContain('She is asked')
  await press(page, 'Accept it')
  expect(await main(page).getByRole('alert').getByRole('link').count()).toBe(4)
})

test('a reviewer remarks on a field, proposes a wording, and gives her review once', async () => {
  const { page } = rana
  await go(page, '/account')
  await main(page).getByRole('link', { name: 'Reviews to give' }).click()
  await main(page).getByRole('link', { name: title }).click()
  await main(page)
    .getByRole('link', { name: /^Remark on this.*The challenge/ })
    .click()
  await page.getByLabel('Your wording, if you have one').fill('People meet nobody after work.')
  await press(page, 'Save the remark')
  expect(await main(page).getByRole('alert').textContent()).toContain('Write what is to be said')
  expect(await page.getByLabel('Your wording, if you have one').inputValue()).toBe(
    'People meet nobody after work.',
  )
  await page.getByLabel('Your remark').fill(`Which people? ${attack}`)
  await press(page, 'Save the remark')
  expect(await main(page).locator('#field-challenge').textContent()).toContain(`Which people? ${attack}`)
  await press(page, 'Give the review')
  expect(await main(page).getByRole('alert').textContent()).toContain('Say what should become of it')
  await main(page).locator('#review-evidence').getByLabel('Yes').check()
  await page.getByLabel('Publish it after changes').check()
  await main(page).locator('#review-text').fill('Good. Say who the people are.')
  await press(page, 'Save for later')
  await go(clara.page, `/curation/${revision}`)
  expect(await main(clara.page).locator('#reviews').textContent()).not.toContain('Say who the people are')
  await press(page, 'Give the review')
  expect(await said(page)).toContain('Your review is given')
  await go(clara.page, `/curation/${revision}`)
  expect(await main(clara.page).locator('#reviews').textContent()).toContain('Say who the people are')
})

test('changes are asked for and answered; what differs is shown in words; it is accepted and published', async () => {
  const { page } = clara
  await unfold(page, 'Ask for changes')
  await press(page, 'Send it back to them')
  expect(await main(page).getByRole('alert').textContent()).toContain('Say why')
  await page.getByLabel('What they are to change').fill('Say who the people are.')
  await press(page, 'Send it back to them')
  expect(await said(page)).toContain('It is back with its authors')

  const remarks = await ask(people.anna, `{ revision(id: "${revision}") { version remarks { id } } }`)
  const [remark] = remarks.revision.remarks
  const accepted = await ask(
    people.anna,
    `mutation { outcome: acceptSuggestion(id: "${remark?.id}") { problems { field } } }`,
  )
  expect(accepted.outcome.problems).toEqual([])
  await ask(people.anna, `mutation { outcome: submitRevision(id: "${revision}") { problems { field } } }`)

  await go(page, `/curation/${revision}`)
  expect(await main(page).locator('#field-challenge').textContent()).toContain(
    'People meet nobody after work.',
  )
  await press(page, 'Take it up')
  for (const check of await main(page).locator('#checklist fieldset').all())
    await check.getByLabel('Yes').check()
  await press(page, 'Save the answers')
  await press(page, 'Accept it')
  await unfold(page, 'Publish at a time')
  await page.getByLabel('Day').fill('2099-01-01')
  await press(page, 'Publish at this time')
  expect(await main(page).textContent()).toContain('to be published on 1 January 2099 at 08:00 UTC')
  await press(page, 'Do not publish at that time')
  await press(page, 'Publish it now')
  expect(await said(page)).toContain('It is published')
  expect(await main(page).locator('#history').textContent()).toContain('Say who the people are.')
})

test('what was changed since is told in both versions beside each other, with what came and went marked', async () => {
  const improved = await ask(
    people.anna,
    `mutation { outcome: improveEntry(entry: "${entry}") { revision { id version } } }`,
  )
  const { id, version } = improved.outcome.revision
  const values = JSON.stringify({
    challenge: 'People meet nobody before work.',
    stage: 'scaled',
    policyAreas: ['policy-area/language'],
  })
  await ask(
    people.anna,
    `mutation ($v: String!) { outcome: saveRevision(id: "${id}", version: ${version}, values: $v) { problems { field } } }`,
    { v: values },
  )
  await ask(people.anna, `mutation { outcome: submitRevision(id: "${id}") { problems { field } } }`)
  const { page } = clara
  await go(page, `/curation/${id}?only=changes`)
  const field = (key: string) => main(page).locator(`#field-${key}`)
  expect(await field('challenge').locator('del').allTextContents()).toEqual(['removed: after'])
  expect(await field('challenge').locator('ins').allTextContents()).toEqual(['added: before'])
  expect(await field('stage').locator('del, ins').allTextContents()).toEqual([
    'removed: running',
    'added: scaled up',
  ])
  expect(await field('policyAreas').locator('ins').count()).toBe(1)
  expect(await field('title').count()).toBe(0)
})

test('entries are featured and archived together, each with what became of it, and one by one restored', async () => {
  const { page } = clara
  await go(page, '/curation/entries?q=evening+kitchens')
  await page.getByLabel(`Choose: ${title}`).check()
  await press(page, 'Feature')
  await press(page, 'Feature them')
  expect(await said(page)).toContain('It is done')
  await go(page, '/')
  expect(await main(page).locator('#featured').getByRole('link', { name: title }).count()).toBe(1)
  await go(page, '/curation/entries?show=featured')
  await main(page).getByRole('link', { name: title }).click()
  await press(page, 'It still holds: confirm')
  expect(await main(page).getByRole('alert').textContent()).toContain('confirmed today already')
  await press(page, 'Archive this entry')
  expect(await main(page).getByRole('alert').textContent()).toContain('Say why')
  await page.getByLabel('Why').fill('The gardens closed.')
  await press(page, 'Archive this entry')
  expect(await said(page)).toContain('It is archived')
  await press(page, 'Restore this entry')
  expect(await said(page)).toContain('It is published again')
  await page.getByLabel('Title of the one that stays').fill('welcome to Swansea')
  await press(page, 'Find')
  expect(await main(page).locator('#merge').textContent()).not.toContain('Which one stays')
})

test('what tells of the same as a published entry is merged into it, and its authors are told why', async () => {
  const again = await ask(
    people.anna,
    'mutation ($v: String!) { outcome: startEntry(kind: PRACTICE, values: $v) { problems { field } revision { id entryId } } }',
    { v: JSON.stringify(wholePractice(network, organisation)) },
  )
  const { id, entryId } = again.outcome.revision
  await ask(people.anna, `mutation { outcome: submitRevision(id: "${id}") { problems { field } } }`)
  const { page } = clara
  await go(page, `/curation/${id}`)
  await press(page, `Merge this into: ${title}`)
  expect(await said(page)).toContain('They are one entry now')
  expect(await main(page).locator('#history').textContent()).toContain(`in the registry already: ${title}`)
  expect(await main(page).getByText('Is it in the registry already?').count()).toBe(0)
  expect((await ask(people.anna, `{ node(id: "${entryId}") { id } }`)).node.id).toBe(entry)
})

test('a secretariat sets its questions in each language, and how often entries are to be confirmed', async () => {
  const { page } = clara
  await go(page, '/curation/networks')
  expect(new URL(page.url()).pathname).toBe(`/curation/networks/${network}`)
  const pages = page.getByRole('navigation', { name: 'Curation' })
  expect(await pages.getByRole('link').allTextContents()).toEqual(
    expect.arrayContaining(['Imports', 'Account']),
  )
  const added = main(page).getByRole('group', { name: 'New question 1' })
  await added.getByLabel('Question', { exact: true }).fill('Are children safe?')
  await page.getByLabel('Months after which an entry is to be confirmed again').fill('0')
  await press(page, 'Save the rule')
  expect(await main(page).getByRole('alert').textContent()).toContain('from 1 to 120')
  await added.getByLabel('Question', { exact: true }).fill('Are children safe?')
  await page.getByLabel('Months after which an entry is to be confirmed again').fill('6')
  await press(page, 'Save the rule')
  expect(await said(page)).toContain('The rule is saved')
  const answer = await ask(
    people.clara,
    `{ networkRule(network: "${network}") { confirmMonths checklist { key label { translations { language } } } } }`,
  )
  expect(answer.networkRule.confirmMonths).toBe(6)
  expect(answer.networkRule.checklist.at(-1)).toMatchObject({ key: 'are-children-safe' })
  expect(answer.networkRule.checklist[0]?.label.translations).toHaveLength(7)
})

test('of two who change one rule, the later sees what the other saved beside her words, and loses none of hers', async () => {
  const path = `/curation/networks/${network}`
  const { page } = clara
  const other = await server.pageOf(people.ada, { javaScript: false })
  const months = 'Months, when what it describes has ended'
  const known = (on: Page) => main(on).getByRole('group', { name: 'Are children safe?' })
  const words = (group: ReturnType<typeof known>) => group.getByLabel('Question', { exact: true })
  await Promise.all([go(page, path), go(other.page, path)])
  await words(known(other.page)).fill('Are all children safe?')
  await other.page.getByLabel(months).fill('30')
  await press(other.page, 'Save the rule')
  expect(await said(other.page)).toContain('The rule is saved')

  const added = main(page).getByRole('group', { name: 'New question 1' })
  await words(known(page)).fill('Are children well?')
  await words(added).fill('Who pays?')
  await press(page, 'Save the rule')
  expect(await main(page).getByRole('alert').textContent()).toContain(
    'Somebody else saved this rule meanwhile',
  )
  const both = main(page).getByRole('group', { name: 'Are all children safe?' })
  expect(await both.textContent()).toContain('by somebody else: “Are all children safe?”')
  expect(await words(both).inputValue()).toBe('Are children well?')
  expect(await words(added).inputValue()).toBe('Who pays?')
  // Nobody but the other touched this one: it says what she saved.
  expect(await page.getByLabel(months).inputValue()).toBe('30')
  await press(page, 'Save the rule')
  expect(await said(page)).toContain('The rule is saved')
  expect(await main(page).locator('legend').allTextContents()).toEqual(
    expect.arrayContaining(['Are children well?', 'Who pays?']),
  )
  await other.close()
})

test('markup in every text of every kind of entry is shown as the text it is, wherever it is shown', async () => {
  const { anna, ada } = people
  const begun = await beginEveryKind(server.url, anna, { network, organisation })
  const practice = begun.get('practice') ?? { id: '', entryId: '' }
  await publish(server.url, { author: anna, curator: ada }, practice.id)
  const { node } = await ask(anna, `{ node(id: "${practice.entryId}") { id ... on Practice { path } } }`)

  const drafts = [...begun].flatMap(([kind, { id }]) => [
    `/write/${id}`,
    `/write/${id}/check`,
    `/write/${id}/translate?language=de`,
    ...(kind === 'practice' ? [] : ficheOf(kind).sections.map(({ key }) => `/write/${id}/${key}`)),
  ])
  const shown = [
    node.path,
    `/de${node.path}`,
    `/curation/${practice.id}`,
    `/curation/entries/${practice.entryId}`,
  ]
  for (const path of [...drafts, ...shown, '/practices', '/write', '/curation']) {
    const who = path.startsWith('/write') ? anna : ada
    const { status, html } = await who.go(`${server.url}${path}`)
    expect([path, status, html.includes('<img src=x')]).toEqual([path, 200, false])
  }
  const opened = await server.pageOf(ada)
  for (const path of shown) {
    await go(opened.page, path)
    expect(await main(opened.page).textContent()).toContain(attack)
    expect(await main(opened.page).locator('[onerror]').count()).toBe(0)
  }
  expect(opened.complaints).toEqual([])
  await opened.close()
})

test('a stranger is refused on every page and with every act', async () => {
  const { sven } = people
  const pages = [
    ['/curation', 403],
    ['/curation/entries', 403],
    ['/curation/stale', 403],
    ['/curation/networks', 403],
    [`/curation/networks/${network}`, 403],
    [`/curation/entries/${entry}`, 403],
    [`/curation/${revision}`, 404],
    [`/curation/bulk?action=ASSIGN&id=${revision}`, 200],
    ['/curation/reviews', 200],
  ] as const
  for (const [path, status] of pages) {
    const answer = await sven.go(`${server.url}${path}`)
    expect([path, answer.status]).toEqual([path, status])
    expect(answer.html).not.toContain(title)
  }
  const forms: readonly (readonly [string, Record<string, string>])[] = [
    ...['takeUp', 'accept', 'publish', 'hold', 'resolve', 'check', 'merge'].map(
      (intent) => [`/curation/${revision}`, { intent, remark: 'rmrk_x', entry, into: entry }] as const,
    ),
    ...['requestChanges', 'reject', 'release', 'assign', 'remark', 'giveReview'].map(
      (intent) =>
        [
          `/curation/${revision}`,
          { intent, reason: 'Because', text: 'Because', field: 'challenge', recommendation: 'PUBLISH' },
        ] as const,
    ),
    ...['confirm', 'feature', 'archive', 'restore', 'merge'].map(
      (intent) => [`/curation/entries/${entry}`, { intent, reason: 'Because', into: entry }] as const,
    ),
    ['/curation/stale', { confirm: entry }],
    [`/curation/bulk?action=ARCHIVE&id=${entry}`, { id: entry, reason: 'Because' }],
    [`/curation/networks/${network}`, { language: 'en', confirmMonths: '1', confirmMonthsEnded: '1' }],
  ]
  for (const [path, form] of forms) {
    const answer = await sven.go(`${server.url}${path}`, { form })
    expect([path, form.intent, answer.status]).toEqual([path, form.intent, 403])
  }
  const visitor = openFormBrowser()
  const asked = await visitor.go(`${server.url}/curation/${revision}`)
  expect(new URL(asked.location).pathname).toBe('/sign-in')
})

test.each([
  [320, 'light', '/de'],
  [1440, 'dark', ''],
] as const)('the pages of curating have no axe finding at %i px in the %s theme at %s/', async (...seen) => {
  const [width, colorScheme, language] = seen
  const opened = await server.pageOf(people.clara, { width, colorScheme })
  const { curationQueue } = await ask(people.clara, '{ curationQueue { nodes { id } } }')
  const queued = curationQueue.nodes[0]?.id ?? ''
  const paths = [
    '/curation',
    `/curation/${queued}?remark=challenge`,
    `/curation/${revision}`,
    `/curation/bulk?action=ASSIGN&id=${queued}`,
    '/curation/entries',
    `/curation/entries/${entry}?q=welcome`,
    '/curation/stale',
    '/curation/reviews',
    `/curation/networks/${network}`,
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
