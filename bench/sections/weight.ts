import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'
import type { Section } from '../report.ts'

const executablePath = '/usr/bin/chromium'

// Whatever calls home by itself would be counted as ours.
const quiet = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
]

/** What Chromium with an empty cache loads for a page, in bytes as sent. */
const weigh = async (browser: Browser, origin: string, path: string) => {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  const page = await context.newPage()
  const bytes: Record<string, number> = {}
  let requests = 0
  let outside = 0
  const sizes: Promise<void>[] = []
  page.on('requestfinished', (request) => {
    requests++
    if (new URL(request.url()).origin !== origin) outside++
    const kind = request.resourceType()
    sizes.push(
      request.sizes().then(({ responseBodySize }) => {
        bytes[kind] = (bytes[kind] ?? 0) + responseBodySize
      }),
    )
  })
  await page.goto(origin + path, { waitUntil: 'networkidle' })
  await Promise.all(sizes)
  await context.close()
  const kb = (kind: string) => (bytes[kind] ?? 0) / 1000
  const total = Object.values(bytes).reduce((sum, one) => sum + one, 0) / 1000
  const named = ['document', 'stylesheet', 'script', 'font'].map(kb)
  return [
    ...named,
    total - named.reduce((sum, one) => sum + one, 0),
    total,
    String(requests),
    String(outside),
  ]
}

/** How much a first visit loads of each kind of page; null without Chromium. */
export const measureWeight = async (origin: string, pages: Record<string, string>): Promise<Section> => {
  const columns = ['KB', 'HTML', 'CSS', 'script', 'fonts', 'other', 'in all', 'requests', 'outside']
  const title = 'Page weight, seed data'
  if (!existsSync(executablePath))
    return { title, note: `Not measured: there is no ${executablePath}.`, columns: ['KB'], rows: [] }
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', ...quiet] })
  try {
    const rows: (string | number)[][] = []
    for (const [name, path] of Object.entries(pages))
      rows.push([name, ...(await weigh(browser, origin, path))])
    return {
      title,
      note: 'First visit with an empty cache in Chromium, 1440 px; KB of 1,000 bytes as sent, compressed, without headers. "outside" counts requests to any other server.',
      columns,
      rows,
    }
  } finally {
    await browser.close()
  }
}
