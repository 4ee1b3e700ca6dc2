import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { launchBrowser, openPage } from '../support/browser.ts'
import { ask } from '../support/server.ts'

interface Found {
  readonly search: { readonly nodes: readonly { readonly path: string }[] }
}
interface Practices {
  readonly practices: { readonly nodes: readonly { readonly path: string; readonly coverage: string }[] }
}

const url = inject('instanceUrl')
let browser: Browser

beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser?.close())

/** The page of the entry of a kind that tells most. */
async function fullestPath(kind: string): Promise<string> {
  const query = 'query ($kinds: [EntryKind!]) { search(kinds: $kinds, first: 1) { nodes { path } } }'
  const { search } = await ask<Found>(url, query, { kinds: [kind.toUpperCase().replaceAll('-', '_')] })
  return search.nodes[0]?.path ?? `no ${kind}`
}

describe('the page of a practice', () => {
  test('describes itself to machines, under the policy that keeps foreign scripts out', async () => {
    const { page, close } = await openPage(browser)
    const path = await fullestPath('practice')
    const response = await page.goto(url + path)
    expect(response?.headers()['content-security-policy']).toContain("default-src 'none'")
    const data = page.locator('script[type="application/ld+json"]')
    const described: unknown = JSON.parse((await data.textContent()) ?? '')
    expect(described).toMatchObject({ '@type': 'Article', name: await page.locator('h1').textContent() })
    expect(await page.locator('link[rel=canonical]').getAttribute('href')).toMatch(new RegExp(`${path}$`))
    await close()
  })

  test('says the same without JavaScript, without buttons that would do nothing', async () => {
    const path = await fullestPath('practice')
    const [plain, enhanced] = await Promise.all(
      [false, true].map((javaScript) => openPage(browser, { javaScript })),
    )
    if (!plain || !enhanced) throw new Error('No page opened.')
    for (const { page } of [plain, enhanced]) await page.goto(url + path)
    const headings = enhanced.page.getByRole('main').locator('h2')
    expect(await headings.count()).toBeGreaterThan(6)
    expect(await plain.page.getByRole('main').locator('h2').allTextContents()).toEqual(
      await headings.allTextContents(),
    )
    // Buttons of forms work without the script; those that stand alone need it.
    const alone = 'main button:not(form *):visible'
    expect(await plain.page.locator(alone).count()).toBe(0)
    expect(await enhanced.page.locator(alone).count()).toBe(2)
    await Promise.all([plain.close(), enhanced.close()])
  })

  test('has a contents list whose every line leads to its section', async () => {
    const { page, close } = await openPage(browser)
    await page.goto(url + (await fullestPath('practice')))
    const links = page.locator('.section-nav a')
    expect(await links.count()).toBeGreaterThan(6)
    for (const link of await links.all())
      expect(await page.locator(`section${await link.getAttribute('href')} h2`).textContent()).toBe(
        await link.textContent(),
      )
    await close()
  })

  test('named in passing only shows what is stated', async () => {
    const query = '{ practices(first: 100) { nodes { path coverage } } }'
    const { practices } = await ask<Practices>(url, query)
    const mention = practices.nodes.find(({ coverage }) => coverage === 'MENTION')
    const { page, close } = await openPage(browser)
    await page.goto(`${url}${mention?.path}`)
    const words = await page.getByRole('main').textContent()
    expect(words).toContain('Named in passing')
    expect(words).not.toContain('not stated in the source')
    await close()
  })

  test('prints without the furniture of the screen', async () => {
    const { page, close } = await openPage(browser, { width: 768 })
    await page.goto(url + (await fullestPath('practice')))
    await page.emulateMedia({ media: 'print' })
    for (const part of ['.section-nav', '.site-footer', '.breadcrumbs', 'main button'])
      expect(await page.locator(part).first().isVisible(), part).toBe(false)
    await close()
  })

  test('under a name nothing has is a page that leads on', async () => {
    const { page, close } = await openPage(browser)
    const response = await page.goto(`${url}/practices/nothing-has-this-name`)
    expect(response?.status()).toBe(404)
    expect(await page.getByRole('main').getByRole('link').count()).toBeGreaterThan(0)
    await close()
  })
})
