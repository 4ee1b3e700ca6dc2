import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { axeFindings, launchBrowser, openPage, sidewaysScroll, widths } from '../support/browser.ts'
import { type RunningPortal, startPortal } from '../support/portal.ts'

let browser: Browser
let portal: RunningPortal

beforeAll(async () => {
  portal = await startPortal(async () => ({
    errors: [{ message: 'Starting.', extensions: { code: 'UNAVAILABLE' } }],
  }))
  browser = await launchBrowser()
})

afterAll(async () => {
  await browser?.close()
  await portal?.stop()
})

describe.each(['light', 'dark'] as const)('components in the %s theme', (colorScheme) => {
  test.each(widths)('have no axe finding, no complaint and no sideways scroll at %i px', async (width) => {
    const { page, complaints, close } = await openPage(browser, { width, colorScheme })
    await page.goto(`${portal.url}/__examples`)
    await page.locator('details').evaluateAll((all) => {
      for (const details of all) details.setAttribute('open', '')
    })
    expect(await axeFindings(page)).toEqual([])
    expect(await sidewaysScroll(page)).toBe(0)
    expect(complaints).toEqual([])
    await close()
  })
})

describe('the enhancement script', () => {
  test('keeps a chosen theme over page loads, and gives it up again', async () => {
    const { page, close } = await openPage(browser)
    await page.goto(`${portal.url}/__examples`)
    await page.getByRole('button', { name: 'Dark' }).click()
    await page.reload()
    expect(await page.locator('html').getAttribute('data-theme')).toBe('dark')
    await page.getByRole('button', { name: 'As on my device' }).click()
    await page.reload()
    expect(await page.locator('html').getAttribute('data-theme')).toBeNull()
    await close()
  })

  test('leaves empty fields out of the address', async () => {
    const { page, close } = await openPage(browser)
    await page.goto(`${portal.url}/__examples?only=Search field, large`)
    await page.getByLabel('What are you working on?').fill('housing')
    await page.getByRole('main').getByRole('button', { name: 'Search' }).click()
    await page.waitForURL('**/search?**')
    expect(new URL(page.url()).search).toBe('?q=housing')
    await close()
  })

  test('lets no more be ticked than fit side by side', async () => {
    const { page, close } = await openPage(browser)
    await page.goto(`${portal.url}/__examples?only=Results with filters, map and comparison`)
    const boxes = page.getByRole('checkbox', { name: /^Compare / })
    await boxes.nth(0).check()
    await boxes.nth(1).check()
    expect(await boxes.nth(2).isDisabled()).toBe(true)
    await boxes.nth(0).uncheck()
    expect(await boxes.nth(2).isDisabled()).toBe(false)
    await close()
  })

  test('folds the filters away on a narrow screen', async () => {
    const { page, close } = await openPage(browser, { width: 320 })
    await page.goto(`${portal.url}/__examples?only=Results with filters, map and comparison`)
    expect(await page.getByRole('button', { name: 'Apply filters' }).count()).toBe(0)
    await page.getByText('Filter (2)').click()
    expect(await page.getByRole('button', { name: 'Apply filters' }).isVisible()).toBe(true)
    await close()
  })

  test('moves the focus to what is wrong in a form', async () => {
    const { page, close } = await openPage(browser)
    await page.goto(`${portal.url}/__examples?only=A form with a problem`)
    expect(await page.evaluate('document.activeElement.className')).toBe('error-summary')
    await page.getByRole('link', { name: 'The year must have four digits' }).click()
    expect(await page.evaluate('document.activeElement.id')).toBe('from')
    await close()
  })
})

describe('without JavaScript', () => {
  test('the theme is chosen by a form and the visitor comes back to the page', async () => {
    const { page, close } = await openPage(browser, { javaScript: false })
    await page.goto(`${portal.url}/__examples?only=Tags`)
    await page.getByRole('button', { name: 'Dark' }).click()
    expect(new URL(page.url()).search).toBe('?only=Tags')
    expect(await page.locator('html').getAttribute('data-theme')).toBe('dark')
    await close()
  })

  test('filters are open and everything that needs the script is hidden', async () => {
    const { page, close } = await openPage(browser, { javaScript: false, width: 320 })
    await page.goto(`${portal.url}/__examples?only=Results with filters, map and comparison`)
    expect(await page.getByRole('button', { name: 'Apply filters' }).isVisible()).toBe(true)
    await page.goto(`${portal.url}/__examples?only=Citation`)
    expect(await page.getByText('One room for the first school day').isVisible()).toBe(true)
    expect(await page.getByText('Copy citation').isVisible()).toBe(false)
    await close()
  })
})

describe('pages for what goes wrong', () => {
  test('an unknown address is a 404 page with its frame and ways on', async () => {
    const { page, complaints, close } = await openPage(browser)
    const response = await page.goto(`${portal.url}/no/such/page`)
    expect(response?.status()).toBe(404)
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('There is no page here')
    expect(await page.title()).toBe('There is no page here – Hansa')
    expect(await axeFindings(page)).toEqual([])
    expect(complaints.filter((complaint) => !complaint.includes('404'))).toEqual([])
    await close()
  })

  test.each(['/%E0%A4%A', '/%00', '//x', '/..%2f..%2fetc', '/a'.repeat(2000)])(
    '%s is never a server error',
    async (path) => {
      const response = await fetch(portal.url + path)
      expect([400, 404]).toContain(response.status)
      expect(await response.text()).toContain('<h1>')
    },
  )

  test('a form sent where none is expected is answered with a page', async () => {
    const response = await fetch(`${portal.url}/no/such/page`, { method: 'POST', body: 'x=1' })
    expect(response.status).toBeLessThan(500)
    expect(await response.text()).toContain('<h1>')
  })

  test.each(['https://evil.test/', '//evil.test', '/\\evil.test', 'javascript:alert(1)', ''])(
    'the theme form never leads away to %s',
    async (back) => {
      const body = new URLSearchParams({ theme: 'dark', back })
      const response = await fetch(`${portal.url}/theme`, { method: 'POST', body, redirect: 'manual' })
      expect(response.status).toBe(303)
      expect(response.headers.get('Location')).toBe('/')
    },
  )
})
