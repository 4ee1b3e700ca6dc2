import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { axeFindings, launchBrowser, openPage, sidewaysScroll } from '../support/browser.ts'
import { type RunningServer, removeFolder, startServer, temporaryFolder } from '../support/server.ts'

let browser: Browser
let folder: string
let server: RunningServer

beforeAll(async () => {
  folder = await temporaryFolder()
  server = await startServer({ DATA_DIR: folder })
  browser = await launchBrowser()
})

afterAll(async () => {
  await browser?.close()
  await server?.stop()
  if (folder) await removeFolder(folder)
})

test('a city is chosen by any of its names, remembered for the visit, and taken back', async () => {
  const { page, complaints, close } = await openPage(browser, { width: 1280 })
  await page.goto(`${server.url}/`)
  await page.getByLabel('Search practices').fill('housing')
  await page.getByLabel('I work in').fill('Danzig')
  await page.getByRole('main').getByRole('button', { name: 'Search' }).click()
  expect(new URL(page.url()).searchParams.get('near')).toBe('gdansk')
  expect(await page.locator('.near-note').textContent()).toContain('Compared to Gdańsk, Poland')
  expect(await page.locator('.result-reasons').first().textContent()).toMatch(
    /compared on \d+ of 10 features|your own city/,
  )
  expect(await axeFindings(page)).toEqual([])
  await page.goto(`${server.url}/practices`)
  expect(await page.locator('.near-note').textContent()).toContain('Gdańsk')
  await page.locator('.near-note a').click()
  expect(await page.locator('.near-note').count()).toBe(0)
  await page.goto(`${server.url}/search?q=housing`)
  expect(await page.locator('.near-note').count()).toBe(0)
  expect(complaints).toEqual([])
  await close()
})

test('without script, a name that means nothing is said, and the search still answers', async () => {
  const html = await (await fetch(`${server.url}/search?q=housing&near=Nowhereville`)).text()
  expect(html).toContain('knows no city called “Nowhereville”')
  expect(html).toContain('result-row')
})

test.each(['/practices?near=gdansk&q=housing', '/cities/gdansk', '/cities/malmo?near=gdansk'])(
  '%s fits a phone and is accessible',
  async (path) => {
    const { page, complaints, close } = await openPage(browser, { width: 320 })
    await page.goto(server.url + path)
    expect(await axeFindings(page)).toEqual([])
    expect(await sidewaysScroll(page)).toBe(0)
    expect(complaints).toEqual([])
    await close()
  },
)

test('a practice says of each need whether it is met in the chosen city', async () => {
  const { page, close } = await openPage(browser, { width: 1280 })
  await page.goto(`${server.url}/practices?near=gdansk&q=housing`)
  await page.locator('.result-row h3 a').first().click()
  const section = page.locator('#transfer')
  expect(await section.textContent()).toMatch(/Would it work in Gdańsk\?/)
  expect(await section.locator('tbody tr').count()).toBeGreaterThan(0)
  await close()
})
