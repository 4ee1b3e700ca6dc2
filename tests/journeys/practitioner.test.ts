import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { axeFindings, launchBrowser, openPage } from '../support/browser.ts'
import { ask } from '../support/server.ts'

/* The main job, as §7 of the design tells it: three practices found, two compared, their city and network visited. */

const url = inject('instanceUrl')
let browser: Browser

beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser?.close())

const titlesOf = (page: Page) => page.locator('.result-row h3 a').allTextContents()
const countOf = async (page: Page) =>
  Number(((await page.locator('#results').textContent()) ?? '').replace(/\D/g, ''))
const query = (page: Page) => new URL(page.url()).searchParams

/** Opens what is folded away around a field, as a person would, and ticks it. */
async function tick(page: Page, name: string, value: string): Promise<string> {
  const box = page.locator(`.filter-panel input[name=${name}][value="${value}"]`)
  for (const fold of await box.locator('xpath=ancestor::details').all()) {
    if ((await fold.getAttribute('open')) === null) await fold.locator('> summary').click()
  }
  await box.check()
  return (await box.locator('xpath=ancestor::label/span[1]').textContent()) ?? ''
}

/** How many results a filter promises. */
async function promised(page: Page, name: string, value: string): Promise<number> {
  const label = page.locator('.filter-panel label', {
    has: page.locator(`input[name=${name}][value="${value}"]`),
  })
  return Number(await label.locator('.filter-count').textContent())
}

const apply = (page: Page) => page.getByRole('button', { name: 'Apply filters' }).click()

interface Connected {
  readonly search: {
    readonly nodes: readonly {
      readonly path: string
      readonly city: { path: string; memberships: readonly { network: { path: string } }[] } | null
    }[]
  }
}

/** A practice whose city belongs to a network. */
async function wellConnected(): Promise<{ practice: string; city: string; network: string }> {
  const { search } = await ask<Connected>(
    url,
    `{ search(text: "housing", kinds: [PRACTICE], first: 50) {
      nodes { ... on Practice { path city { path memberships { network { path } } } } }
    } }`,
  )
  for (const { path, city } of search.nodes) {
    const [membership] = city?.memberships ?? []
    if (city && membership) return { practice: path, city: city.path, network: membership.network.path }
  }
  throw new Error('no practice about housing lies in a city of a network')
}

describe.each([
  ['without JavaScript', false],
  ['with JavaScript', true],
] as const)('%s a practitioner', (_how, javaScript) => {
  test('finds "housing", narrows it, opens three fiches and compares two', async () => {
    const { page, complaints, close } = await openPage(browser, { javaScript })
    await page.goto(url)
    await page.getByRole('main').getByRole('searchbox').fill('housing')
    await page.getByRole('main').getByRole('button', { name: 'Search' }).click()
    await page.waitForURL('**/search?q=housing**')
    const all = await countOf(page)
    expect(all).toBeGreaterThan(20)

    await tick(page, 'kind', 'practice')
    await apply(page)
    await page.waitForURL('**kind=practice**')
    const practices = await countOf(page)
    expect(practices).toBeLessThan(all)
    expect(practices).toBeGreaterThan(2)

    await tick(page, 'country', 'IS')
    await tick(page, 'country', 'DE')
    await tick(page, 'country', 'SE')
    const evidence = await tick(page, 'evidence', '0')
    await tick(page, 'evidence', '1')
    await apply(page)
    await page.waitForURL('**evidence=1**')
    expect(query(page).getAll('country').toSorted()).toEqual(['DE', 'IS', 'SE'])
    expect(query(page).get('q')).toBe('housing')
    const narrowed = await countOf(page)
    expect(narrowed).toBeLessThan(practices)
    const tags = page.getByRole('region', { name: 'Active filters' })
    expect(await tags.getByRole('link', { name: 'Remove filter' }).count()).toBe(6)

    await tags.getByRole('link', { name: `Evidence: ${evidence}` }).click()
    await page.waitForURL((address) => address.searchParams.getAll('evidence').length === 1)
    expect(await countOf(page)).toBeLessThanOrEqual(narrowed)
    await page.goBack()
    expect(await countOf(page)).toBe(narrowed)

    const titles = (await titlesOf(page)).slice(0, 3)
    expect(titles).toHaveLength(3)
    for (const title of titles) {
      await page.getByRole('main').getByRole('link', { name: title, exact: true }).first().click()
      expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(title)
      expect(new URL(page.url()).pathname).toMatch(/^\/practices\//)
      await page.goBack()
      expect(await countOf(page)).toBe(narrowed)
    }

    for (const title of titles.slice(0, 2))
      await page.getByRole('checkbox', { name: `Compare ${title}` }).check()
    if (javaScript) expect(await page.locator('.compare-tray [role=status]').textContent()).toContain('2')
    await page.getByRole('button', { name: 'Compare selected' }).click()
    await page.waitForURL('**/compare?**')
    expect(query(page).getAll('id')).toHaveLength(2)
    const table = await page.getByRole('table').textContent()
    for (const title of titles.slice(0, 2)) expect(table).toContain(title)
    await page
      .getByRole('table')
      .getByRole('link', { name: titles[0] ?? '', exact: true })
      .first()
      .click()
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(titles[0])
    expect(complaints).toEqual([])
    await close()
  })

  test('goes from a practice to its city, on to its network, and back', async () => {
    const { practice, city, network } = await wellConnected()
    const { page, complaints, close } = await openPage(browser, { javaScript })
    await page.goto(url + practice)
    const title = await page.getByRole('heading', { level: 1 }).textContent()
    await page.getByRole('main').locator(`a[href="${city}"]:visible`).first().click()
    await page.waitForURL(`**${city}`)
    expect(await page.getByRole('main').locator(`a[href="${practice}"]`).count()).toBeGreaterThan(0)
    await page.getByRole('main').locator(`a[href="${network}"]:visible`).first().click()
    await page.waitForURL(`**${network}`)
    expect(await page.getByRole('main').locator(`a[href="${city}"]`).count()).toBeGreaterThan(0)
    await page.goBack()
    await page.goBack()
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(title)
    expect(complaints).toEqual([])
    await close()
  })

  test('is helped with a misspelt word', async () => {
    const { page, close } = await openPage(browser, { javaScript })
    await page.goto(`${url}/search?q=hosuing`)
    expect(await page.locator('.search-note').first().textContent()).toContain('Did you mean')
    expect((await titlesOf(page)).length).toBeGreaterThan(0)
    await page.getByRole('main').getByRole('link', { name: 'housing', exact: true }).click()
    await page.waitForURL('**/search?q=housing')
    expect(await page.getByText('Did you mean').count()).toBe(0)
    await close()
  })

  test('is told which words were left out when nothing has all of them', async () => {
    const { page, close } = await openPage(browser, { javaScript })
    await page.goto(`${url}/search?q=${encodeURIComponent('housing xyzzyqwv')}`)
    expect(await page.locator('.search-note').allTextContents()).toEqual([
      expect.stringContaining('“xyzzyqwv”'),
    ])
    expect(await countOf(page)).toBeGreaterThan(0)
    await close()
  })

  test('who finds nothing gets ways on, and each leads somewhere', async () => {
    const { page, close } = await openPage(browser, { javaScript })
    await page.goto(`${url}/practices?q=xyzzyqwv&country=SE`)
    expect(await page.locator('#results').textContent()).toContain('Nothing found')
    const ways = await page
      .getByRole('main')
      .locator('.empty-state a')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))
    expect(ways.length).toBeGreaterThanOrEqual(3)
    for (const way of ways) {
      const response = await page.goto(url + way)
      expect(response?.status(), way).toBe(200)
    }
    await close()
  })

  test('turns to page two and back and sees no entry twice', async () => {
    const { page, close } = await openPage(browser, { javaScript })
    await page.goto(`${url}/search?q=housing`)
    const first = await titlesOf(page)
    const pages = page.getByRole('navigation', { name: 'Pages' })
    await pages.getByRole('link', { name: 'Next' }).click()
    await page.waitForURL('**page=2**')
    const second = await titlesOf(page)
    expect(second.length).toBeGreaterThan(0)
    expect(second.filter((title) => first.includes(title))).toEqual([])
    expect(await page.title()).toContain('page 2')
    await pages.getByRole('link', { name: 'Previous' }).click()
    await page.waitForURL((address) => !address.searchParams.has('page'))
    expect(await titlesOf(page)).toEqual(first)
    await close()
  })

  test('puts the results in another order and keeps the filters', async () => {
    const { page, close } = await openPage(browser, { javaScript })
    await page.goto(`${url}/search?q=housing&kind=practice`)
    const count = await countOf(page)
    await page.getByLabel('Order').selectOption('title')
    await page.getByRole('button', { name: 'Sort' }).click()
    await page.waitForURL('**sort=title**')
    expect([query(page).get('kind'), query(page).get('q')]).toEqual(['practice', 'housing'])
    expect(await countOf(page)).toBe(count)
    const titles = await titlesOf(page)
    const collator = new Intl.Collator('en', { numeric: true, ignorePunctuation: true, sensitivity: 'base' })
    expect(titles).toEqual(titles.toSorted(collator.compare))
    await close()
  })

  test('opens the map and reaches a city through the list beside it', async () => {
    const { page, close } = await openPage(browser, { javaScript })
    await page.goto(`${url}/search?q=housing&kind=practice`)
    await page.getByRole('link', { name: /^Map: \d+ cities$/ }).click()
    await page.waitForURL('**map=open**')
    expect(await page.getByRole('group', { name: 'Where the results are' }).isVisible()).toBe(true)
    await page.getByText(/^List of \d+ places$/).click()
    const places = page.locator('.map-list a')
    const drawn = await page.locator('.map svg a').count()
    expect(drawn).toBe(await places.count())
    const name = await places.first().textContent()
    await places.first().click()
    await page.waitForURL('**/cities/**')
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(name)
    await close()
  })

  test('sees all values of a filter when asked for, and keeps what was ticked', async () => {
    const { page, close } = await openPage(browser, { javaScript })
    await page.goto(`${url}/search`)
    await tick(page, 'kind', 'practice')
    const countries = page.locator('#filter-country input[name=country]')
    expect(await countries.count()).toBe(8)
    const fold = page.locator('#filter-country')
    if ((await fold.getAttribute('open')) === null) await fold.locator('> summary').click()
    await page.getByRole('button', { name: /^Show \d+ more ?: Country$/ }).click()
    await page.waitForURL('**more=country**')
    expect(query(page).get('kind')).toBe('practice')
    expect(await countries.count()).toBeGreaterThan(8)
    await close()
  })

  test('goes through a policy area from the first page to its practices', async () => {
    const { page, close } = await openPage(browser, { javaScript })
    await page.goto(url)
    await page.getByRole('main').getByRole('link', { name: 'Housing', exact: true }).click()
    await page.waitForURL('**/policy-areas/housing')
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toContain('Housing')
    const practice = page.getByRole('main').locator('a[href^="/practices/"]').first()
    const title = await practice.textContent()
    await practice.click()
    await page.waitForURL('**/practices/**')
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(title)
    await close()
  })

  test('gets as many results as each filter promises', async () => {
    const { page, close } = await openPage(browser, { javaScript })
    await page.goto(`${url}/search?q=housing`)
    const offered = page.locator('.filter-panel input[name=country]').first()
    const country = (await offered.getAttribute('value')) ?? ''
    const expected = await promised(page, 'country', country)
    await tick(page, 'country', country)
    await apply(page)
    await page.waitForURL(`**country=${country}**`)
    expect(await countOf(page)).toBe(expected)
    expect(await page.locator('.filter-toggle').textContent()).toContain('1')
    await close()
  })
})

describe('with a keyboard alone', () => {
  /** Walks on with Tab until the focus is where it should be; fails when it never gets there. */
  async function tabTo(page: Page, selector: string, most = 400): Promise<void> {
    for (let step = 0; step < most; step++) {
      await page.keyboard.press('Tab')
      const there = await page.evaluate(
        `(() => { const e = document.activeElement; return e && e !== document.body ? e.matches(${JSON.stringify(selector)}) : false })()`,
      )
      if (there) return
    }
    throw new Error(`Tab never reaches ${selector} on ${page.url()}`)
  }

  /** Whether what has the focus is seen to have it: an outline or a shadow, and inside the window. */
  const focusIsSeen = (page: Page) =>
    page.evaluate(`(() => {
      const e = document.activeElement
      const style = getComputedStyle(e)
      const box = e.getBoundingClientRect()
      const drawn = (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2) || style.boxShadow !== 'none'
      return drawn && box.width > 0 && box.bottom > 0 && box.top < innerHeight
    })()`)

  test('a practitioner searches, filters, ticks two practices and compares them', async () => {
    const { page, close } = await openPage(browser)
    await page.goto(url)
    await page.keyboard.press('Tab')
    expect(await page.evaluate('document.activeElement.getAttribute("href")')).toBe('#main')
    await expect.poll(() => focusIsSeen(page)).toBe(true)
    await page.keyboard.press('Enter')
    await tabTo(page, 'main input[type=search]')
    await expect.poll(() => focusIsSeen(page)).toBe(true)
    await page.keyboard.type('housing')
    await page.keyboard.press('Enter')
    await page.waitForURL('**/search?q=housing')

    await tabTo(page, 'input[name=kind][value=practice]')
    await expect.poll(() => focusIsSeen(page)).toBe(true)
    await page.keyboard.press('Space')
    await page.keyboard.press('Enter')
    await page.waitForURL('**kind=practice**')

    for (let chosen = 0; chosen < 2; chosen++) {
      await tabTo(page, '.compare-choice input:not(:checked)')
      await expect.poll(() => focusIsSeen(page)).toBe(true)
      await page.keyboard.press('Space')
    }
    await tabTo(page, '.compare-tray button')
    await expect.poll(() => focusIsSeen(page)).toBe(true)
    await page.keyboard.press('Enter')
    await page.waitForURL('**/compare?**')
    expect(query(page).getAll('id')).toHaveLength(2)
    await tabTo(page, 'table a')
    await page.keyboard.press('Enter')
    await page.waitForURL('**/practices/**')
    expect(await axeFindings(page)).toEqual([])
    await close()
  })

  test.each(['/', '/search?q=housing&kind=practice', '/policy-areas', '/compare'])(
    'every stop on %s is seen and named',
    async (path) => {
      const { page, close } = await openPage(browser)
      await page.goto(url + path)
      const unseen: unknown[] = []
      for (let step = 0; step < 40; step++) {
        await page.keyboard.press('Tab')
        const where = await page.evaluate(
          '[document.activeElement.tagName, document.activeElement.outerHTML.slice(0, 120)].join(" ")',
        )
        if (String(where).startsWith('BODY')) break
        const isSeen = await expect
          .poll(() => focusIsSeen(page), { timeout: 3000 })
          .toBe(true)
          .then(
            () => true,
            () => false,
          )
        if (!isSeen) unseen.push(where)
      }
      expect(unseen).toEqual([])
      await close()
    },
  )
})
