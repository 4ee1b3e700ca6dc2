import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { axeFindings, launchBrowser, openPage, sidewaysScroll } from '../support/browser.ts'
import {
  type RunningServer,
  removeFolder,
  runCommand,
  startServer,
  temporaryFolder,
} from '../support/server.ts'

let browser: Browser
let folder: string
let server: RunningServer

/** Two cities of one name, loaded as an operator loads them, before the seed comes to the empty database. */
async function loadTwins(dataDir: string): Promise<void> {
  const twin = (id: number, region: string, people: number) =>
    [
      id,
      'Springfield',
      'Springfield',
      '',
      39,
      -89,
      'P',
      'PPL',
      'US',
      '',
      region,
      '',
      '',
      '',
      people,
      '',
      1,
      'UTC',
      '2024-06-20',
    ].join('\t')
  await writeFile(
    join(dataDir, 'twins.txt'),
    `${twin(4_250_542, 'IL', 114_394)}\n${twin(4_525_353, 'OH', 58_662)}\n`,
  )
  await writeFile(join(dataDir, 'regions.txt'), 'US.IL\tIllinois\nUS.OH\tOhio\n')
  const files = [join(dataDir, 'twins.txt'), '--regions', join(dataDir, 'regions.txt')]
  const command = ['import-geonames', ...files, '--create-countries', '--commit']
  expect(await runCommand(command, { DATA_DIR: dataDir })).toMatchObject({
    code: 0,
    said: expect.stringContaining('2 rows: 2 new. Written.'),
  })
}

beforeAll(async () => {
  folder = await temporaryFolder()
  await loadTwins(folder)
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
  expect(await page.locator('.near-note').textContent()).toMatch(/Compared to Gdańsk, .*Poland/)
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

test('of two cities of one name the reader is asked which, told apart by their region', async () => {
  const { page, complaints, close } = await openPage(browser, { width: 320 })
  await page.goto(`${server.url}/search?q=housing&near=Springfield`)
  const choices = page.locator('.near-note a')
  expect(await choices.allTextContents()).toEqual([
    'Springfield, Illinois, United States',
    'Springfield, Ohio, United States',
  ])
  expect(await axeFindings(page)).toEqual([])
  await choices.nth(1).click()
  expect(new URL(page.url()).searchParams.get('near')).toBe('springfield-ohio-us')
  expect(await page.locator('.near-note').textContent()).toContain('Springfield, Ohio, United States')
  await page.goto(`${server.url}/search?near=springfield,+illinois`)
  expect(new URL(page.url()).searchParams.get('near')).toBe('springfield-illinois-us')
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

test('practices side by side are held against the chosen city', async () => {
  const { page, complaints, close } = await openPage(browser, { width: 1280 })
  await page.goto(`${server.url}/practices?q=housing`)
  for (const index of [0, 1]) await page.locator('.result-row input[type=checkbox]').nth(index).check()
  await page.getByRole('button', { name: 'Compare selected' }).click()
  await page.getByLabel('I work in').fill('Danzig')
  await page.getByRole('button', { name: 'Check' }).click()
  const table = page.locator('.compare-table')
  expect(await table.textContent()).toContain('Would it work in Gdańsk?')
  const alike = table.getByRole('row', { name: /^How like Gdańsk/ })
  expect(await alike.textContent()).toMatch(/\d+%.*of what counts is known/)
  expect(await axeFindings(page)).toEqual([])
  expect(complaints).toEqual([])
  await close()
})

test('the city others are compared to is not said to differ from itself', async () => {
  const html = await (await fetch(`${server.url}/cities/gdansk`)).text()
  const path = /href="(\/compare\?[^"]+)"/.exec(html)?.[1]?.replaceAll('&amp;', '&') ?? ''
  const { page, close } = await openPage(browser, { width: 1280 })
  await page.goto(server.url + path)
  const alike = page.locator('.compare-table').getByRole('row', { name: /^How alike/ })
  expect(await alike.locator('td').first().textContent()).toBe('the city compared to')
  await close()
})

test('a practice says of each need whether it is met in the chosen city', async () => {
  const { page, close } = await openPage(browser, { width: 1280 })
  await page.goto(`${server.url}/practices?near=gdansk&q=housing`)
  await page.locator('.result-row h3 a').first().click()
  const section = page.locator('#transfer')
  expect(await section.textContent()).toMatch(/Would it work in Gdańsk\?/)
  expect(await section.locator('tbody tr').count()).toBeGreaterThan(0)
  await close()
})
