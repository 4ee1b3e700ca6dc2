import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { launchBrowser, openPage, sidewaysScroll } from '../support/browser.ts'
import { comparisonOf, entriesOf } from '../support/sample.ts'

const url = inject('instanceUrl')
const [practice] = await entriesOf(url, 'PRACTICE')

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser?.close())

/** How far the first such element begins from the edge at which lines begin, in pixels. */
const startOf = (page: Page, selector: string): Promise<number> =>
  page.evaluate(`(() => {
    const box = document.querySelector(${JSON.stringify(selector)}).getBoundingClientRect()
    return Math.round(getComputedStyle(document.documentElement).direction === 'rtl'
      ? document.documentElement.clientWidth - box.right : box.left)
  })()`)

const turn = (page: Page, direction: 'ltr' | 'rtl') =>
  page.evaluate(`document.documentElement.dir = ${JSON.stringify(direction)}`)

/** Doubles every vowel: words, not only sentences, grow as they do in the longest languages. Returns by how much. */
const lengthened = (page: Page): Promise<number> =>
  page.evaluate(`(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    let before = 0, after = 0
    while (walker.nextNode()) {
      const node = walker.currentNode
      if (node.parentElement.closest('script, style, code, svg')) continue
      before += node.data.length
      node.data = node.data.replace(/[aeiouyäöü]/giu, '$&$&')
      after += node.data.length
    }
    return after / before
  })()`)

describe.each([
  ['home', '/', ['main h1', '.site-header a']],
  ['search', '/search?q=housing&near=gdansk', ['main h1', '.filter-panel', '.result-row h3']],
  ['a practice', practice?.path ?? '', ['main h1', '.section-nav', '.summary-list dt']],
  ['a comparison', await comparisonOf(url, 'PRACTICE', 3), ['main h1', '.compare-table th']],
])('%s', (_, path, marks) => {
  test('read from right to left, is its own mirror image and never wider than the window', async () => {
    const { page, complaints, close } = await openPage(browser)
    for (const width of [320, 1280]) {
      await page.setViewportSize({ width, height: 900 })
      await page.goto(url + path)
      const before = await Promise.all(marks.map((mark) => startOf(page, mark)))
      await turn(page, 'rtl')
      expect(await sidewaysScroll(page), `${width} px`).toBe(0)
      const after = await Promise.all(marks.map((mark) => startOf(page, mark)))
      for (const [index, mark] of marks.entries())
        expect(Math.abs((before[index] ?? 0) - (after[index] ?? 99)), `${mark} at ${width} px`).toBeLessThan(
          3,
        )
    }
    expect(complaints).toEqual([])
    await close()
  })

  test('with words a third longer than German ones fits a phone', async () => {
    const { page, close } = await openPage(browser, { width: 320 })
    await page.goto(`${url}/de${path === '/' ? '' : path}`)
    expect(await lengthened(page)).toBeGreaterThan(1.3)
    expect(await sidewaysScroll(page)).toBe(0)
    await close()
  })
})
