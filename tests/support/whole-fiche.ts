import type { Page } from 'playwright-core'

/** Chooses an entry as one does without a script: words of its name, then which one is meant. */
async function pick(page: Page, field: string, words: string): Promise<void> {
  await page.locator(`[name="${field}.find"]`).fill(words)
  await page.locator(`#${field}`).getByRole('button', { name: 'Find' }).click()
  await page.locator(`#${field} .picker-found input`).first().check()
}

/** What somebody writes of a whole practice, section by section, in the order in which the buttons lead. */
export const answers: readonly [section: string, write: (page: Page) => Promise<void>][] = [
  [
    'identity',
    async (page) => {
      await page.getByLabel('In one line').fill('Language classes while the children play')
      await page.getByLabel('Summary').fill('Parents learn in the school of their children.')
    },
  ],
  [
    'story',
    async (page) => {
      await page.getByLabel('The challenge').fill('Parents of small children reach no classes.')
      await page.getByLabel('What it set out to do').fill('Every parent finds a class.')
      await page.getByLabel('What was hard').fill('Rooms were locked at first.')
    },
  ],
  ['who', (page) => pick(page, 'leadOrganisation', 'city')],
  [
    'where',
    async (page) => {
      await pick(page, 'city', 'Ghent')
      await pick(page, 'networks', 'intercultural cities')
      await page.getByLabel('Municipal', { exact: true }).check()
    },
  ],
  [
    'about',
    async (page) => {
      await page.locator('[name=measureTypes]').first().check()
      await page.locator('[name=targetGroups]').first().check()
    },
  ],
  [
    'when',
    async (page) => {
      await page.getByLabel('Start').fill('2024-02')
      await page.getByLabel('running', { exact: true }).check()
    },
  ],
  [
    'participation',
    async (page) => {
      await page.locator('[name=participationLevel]').first().check()
      await page.getByLabel('How they take part').fill('Parents choose the topics.')
    },
  ],
  ['money', async () => undefined],
  ['results', (page) => page.getByLabel('The results were not measured').check()],
  [
    'transfer',
    async (page) => {
      await page.locator('[name="preconditions.0.type"]').selectOption('staff')
      await page.locator('[name="preconditions.0.text"]').fill('Two teachers')
    },
  ],
  [
    'reference',
    async (page) => {
      await page.locator('[name="contact.organisation"]').fill('Housing Board')
      await page.locator('[name="sources.0.citation"]').fill('A report, 2024')
    },
  ],
]
