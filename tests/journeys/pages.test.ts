import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { axeFindings, launchBrowser, openPage, sidewaysScroll } from '../support/browser.ts'
import { faultsOfPage, get } from '../support/document.ts'
import { comparisonOf, kinds, listPath, sampleOf, singlePages } from '../support/sample.ts'

const url = inject('instanceUrl')
let browser: Browser

/** What a page is called in a test, its address and the status it must have. */
type Visited = readonly [name: string, path: string, status: number]

/** Pages of every kind; details come in every coverage there is: in full, in short, only mentioned. */
const pages: Visited[] = [
  ...Object.entries(singlePages).map(([name, path]) => [name, path, 200] as const),
  ...kinds.map((kind) => [`list of ${kind}`, listPath(kind), 200] as const),
  ...(await Promise.all(kinds.map(async (kind) => (await sampleOf(url, kind)).map(detail)))).flat(),
  ['comparison of two practices', await comparisonOf(url, 'PRACTICE', 2), 200],
  ['comparison of four practices', await comparisonOf(url, 'PRACTICE', 4), 200],
  ['comparison of four cities', await comparisonOf(url, 'CITY', 4), 200],
  ['comparison of one practice', await comparisonOf(url, 'PRACTICE', 1), 200],
  ['unknown address', '/no/such/page', 404],
  ['unknown practice', '/practices/no-such-practice', 404],
]

/** Of a kind one page is looked at closely; the others are made of parts of it. */
function detail({ path, coverage }: { path: string; coverage: string }, index: number): Visited {
  return [`${path} (${coverage}${index > 0 ? ', in passing' : ''})`, path, 200]
}

beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser?.close())

/** Everything a page asks for, and whether it stays in the house. */
function requestsOf(page: Page): string[] {
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  return asked
}

/** Browsers log the status of a page that is an error page; that is no complaint. */
const unexpected = (complaints: readonly string[], status: number) =>
  complaints.filter((complaint) => status < 400 || !complaint.includes(`status of ${status}`))

describe('every page', () => {
  // Two at a time (`maxConcurrency`): this is the longest file, and would be run alone at the end.
  test.concurrent.each(pages)(
    '%s is whole, quiet, asks nobody else, is accessible and fits a phone',
    async (name, path, status) => {
      const { page, complaints, close } = await openPage(browser, { width: 320 })
      const asked = requestsOf(page)
      const response = await page.goto(url + path)
      expect(response?.status()).toBe(status)
      expect(faultsOfPage((await response?.text()) ?? '')).toEqual([])
      expect(await page.locator('h1').count()).toBe(1)
      expect(await sidewaysScroll(page)).toBe(0)
      const closely = !name.includes('in passing')
      if (closely) expect(await axeFindings(page)).toEqual([])
      await page.emulateMedia({ colorScheme: 'dark' })
      await page.setViewportSize({ width: 1440, height: 900 })
      expect(await sidewaysScroll(page)).toBe(0)
      if (closely) expect(await axeFindings(page, 'colours')).toEqual([])
      await page.emulateMedia({ media: 'print', colorScheme: 'light' })
      expect(await page.locator('h1').isVisible()).toBe(true)
      expect(await page.evaluate('document.querySelector("main").innerText.length')).toBeGreaterThan(40)
      expect(
        asked.filter((address) => !address.startsWith(`${url}/`) && !address.startsWith('data:')),
      ).toEqual([])
      expect(unexpected(complaints, status)).toEqual([])
      await close()
    },
  )

  test('has a title of its own, and only one address', async () => {
    const titles = new Map<string, string>()
    const found = pages.filter(([, path, status]) => status === 200 && !/^\/compare\?|&/.test(path))
    for (const [, path] of found) {
      const { html } = await get(url + path)
      const title = /<title>(.*?)<\/title>/.exec(html)?.[1] ?? ''
      expect(titles.get(title), `${path} is called "${title}" like another page`).toBeUndefined()
      titles.set(title, path)
      expect(html.match(/rel="canonical"/g)?.length ?? 0, path).toBeLessThanOrEqual(1)
    }
  })

  test('is readable at 400 percent on a desk: 1280 pixels shown as 320', async () => {
    const context = await browser.newContext({ viewport: { width: 320, height: 256 }, deviceScaleFactor: 4 })
    const page = await context.newPage()
    for (const path of [
      '/',
      singlePages['search with many results'],
      singlePages['a policy area'],
      '/compare',
    ]) {
      await page.goto(url + path)
      expect(await sidewaysScroll(page), path).toBe(0)
      const header = await page.locator('header').first().boundingBox()
      await page.mouse.wheel(0, 2000)
      // What stays in sight while scrolling would cover a window of 256 pixels.
      const covered = await page.evaluate(
        'Math.max(0, ...[...document.querySelectorAll("body *")].filter((e) => ["fixed","sticky"].includes(getComputedStyle(e).position)).map((e) => e.getBoundingClientRect().height))',
      )
      expect(header, path).not.toBeNull()
      expect(covered, path).toBeLessThan(128)
    }
    await context.close()
  })
})

describe('what travels', () => {
  test('the search page weighs at most 80 KB with everything it loads', async () => {
    const { page, close } = await openPage(browser)
    const bodies: Promise<number>[] = []
    page.on('requestfinished', (request) =>
      bodies.push(request.sizes().then((sizes) => sizes.responseBodySize)),
    )
    await page.goto(`${url}/search?q=housing`, { waitUntil: 'networkidle' })
    const bytes = (await Promise.all(bodies)).reduce((sum, size) => sum + size, 0)
    expect(bytes).toBeGreaterThan(10_000)
    expect(bytes).toBeLessThanOrEqual(80 * 1024)
    await close()
  })

  test.each(['/', '/search?q=housing', '/practices', '/compare', '/no/such/page'])(
    '%s comes with the headers that keep browsers safe, and without a cookie',
    async (path) => {
      const { headers } = await get(url + path)
      const policy = headers.get('Content-Security-Policy') ?? ''
      expect(policy).toContain("default-src 'none'")
      expect(policy).toContain("frame-ancestors 'none'")
      expect(policy).not.toContain('unsafe')
      expect(headers.get('X-Content-Type-Options')).toBe('nosniff')
      expect(headers.get('Referrer-Policy')).toMatch(/^(no-referrer|same-origin|strict-origin)/)
      expect(headers.get('X-Powered-By')).toBeNull()
      expect(headers.getSetCookie()).toEqual([])
    },
  )

  test('a visitor who only reads ends without a cookie and with nothing stored', async () => {
    const { page, close } = await openPage(browser)
    for (const path of ['/', '/search?q=housing', '/practices']) await page.goto(url + path)
    expect(await page.context().cookies()).toEqual([])
    expect(await page.evaluate('localStorage.length + sessionStorage.length')).toBe(0)
    await close()
  })
})
