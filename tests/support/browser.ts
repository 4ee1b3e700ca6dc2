import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { type Browser, chromium, type Page } from 'playwright-core'

/** Screens we look at: a small phone, a tablet, a desk. */
export const widths = [320, 768, 1440] as const

export interface PageOptions {
  readonly javaScript?: boolean
  readonly width?: number
  readonly colorScheme?: 'light' | 'dark'
  readonly locale?: string
}

export interface OpenPage {
  readonly page: Page
  /** What the browser complained about: errors in the console, exceptions, requests that failed. */
  readonly complaints: readonly string[]
  readonly close: () => Promise<void>
}

/**
 * What Chromium does without: the first of these it opens with every window, at a third of what a window costs; the others
 * are those that Playwright leaves out, which it cannot add to a list of ours.
 */
const withoutFeatures = [
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
  'WebUIOmniboxFullPopup',
  'AimEnabled',
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsFirstBalancedModeAutoEnable',
  'HttpsUpgrades',
  'LensOverlay',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'PaintHolding',
  'PreconnectToSearch',
  'ThirdPartyStoragePartitioning',
]

/** Starts the installed Chromium without anything that would call home. */
export function launchBrowser(executablePath = '/usr/bin/chromium'): Promise<Browser> {
  return chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-extensions',
      `--disable-features=${withoutFeatures.join()}`,
    ],
  })
}

/** A page of its own context, so that no cookie or choice of another test is seen. */
export async function openPage(browser: Browser, options: PageOptions = {}): Promise<OpenPage> {
  const context = await browser.newContext({
    javaScriptEnabled: options.javaScript ?? true,
    viewport: { width: options.width ?? 1440, height: 900 },
    colorScheme: options.colorScheme ?? 'light',
    locale: options.locale ?? 'en-GB',
  })
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(String(error)))
  page.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText
    // Going on before the last picture has come is no fault.
    if (reason !== 'net::ERR_ABORTED') complaints.push(`${request.url()} ${reason}`)
  })
  return { page, complaints, close: () => context.close() }
}

export interface AxeFinding {
  readonly rule: string
  readonly impact: string
  readonly where: readonly string[]
  readonly help: string
}

interface AxeResults {
  readonly violations: readonly {
    readonly id: string
    readonly impact: string
    readonly help: string
    readonly nodes: readonly { readonly target: readonly string[] }[]
  }[]
}

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/**
 * Runs axe-core over the page as it is now. The page must allow scripts. Colours are most of the work, and the same for the
 * same page in another language or width; all but colours is the same in the dark.
 */
export async function axeFindings(
  page: Page,
  about: 'everything' | 'all but colours' | 'colours' = 'everything',
): Promise<readonly AxeFinding[]> {
  if (!(await page.evaluate('"axe" in window'))) await page.evaluate(axeSource)
  const which = {
    everything: {},
    'all but colours': { rules: { 'color-contrast': { enabled: false } } },
    colours: { runOnly: ['color-contrast'] },
  }[about]
  const options = JSON.stringify({ resultTypes: ['violations'], ...which })
  const results: AxeResults = await page.evaluate(`axe.run(document, ${options})`)
  return results.violations.map(({ id, impact, help, nodes }) => ({
    rule: id,
    impact,
    help,
    where: nodes.map((node) => node.target.join(' ')),
  }))
}

/** How many pixels the page is wider than its window: 0 where nothing must be scrolled sideways. */
export function sidewaysScroll(page: Page): Promise<number> {
  return page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')
}
