import type { Browser } from 'playwright-core'
import { expect } from 'vitest'
import { launchBrowser, type OpenPage, openPage, type PageOptions } from './browser.ts'
import { askAs } from './curation.ts'
import { type FormBrowser, openFormBrowser } from './form-browser.ts'
import { freePort } from './free-port.ts'
import { letterTo, linkIn } from './mailbox.ts'
import { seededCopy } from './seeded.ts'
import {
  launchAhead,
  type RunningServer,
  removeFolder,
  runCommand,
  startServer,
  temporaryFolder,
} from './server.ts'

/** The password of everybody who joins. */
export const password = 'correct horse battery'

/** An instance that a test has for itself, with an administrator, and a browser for those who join it. */
export interface OwnInstance {
  readonly url: string
  readonly browser: Browser
  readonly ada: FormBrowser
  readonly join: (name: string, email: string) => Promise<FormBrowser>
  /** Lets somebody belong to an entry, confirmed by the administrator. */
  readonly belong: (who: FormBrowser, entry: string, as: 'CURATOR' | 'MEMBER') => Promise<void>
  /** A page of somebody who is signed in. */
  readonly pageOf: (who: FormBrowser, options?: PageOptions) => Promise<OpenPage>
  /** Kills it in the middle of whatever it does, and starts it again on its data, its clock so many milliseconds ahead. */
  readonly killed: (ahead: number) => Promise<void>
  readonly close: () => Promise<void>
}

async function joinWith(link: string): Promise<FormBrowser> {
  const who = openFormBrowser()
  await who.go(link, { form: { password } })
  return who
}

/** An administrator and two who joined an instance, in browsers of their own; Anna goes without a script. */
export async function openPeople({
  ada,
  join,
  pageOf,
}: OwnInstance): Promise<Record<'ada' | 'anna' | 'olena', OpenPage>> {
  const [annaIn, olenaIn] = await Promise.all([
    join('Anna Berg', 'anna@example.org'),
    join('Olena Koval', 'olena@example.org'),
  ])
  return {
    ada: await pageOf(ada),
    anna: await pageOf(annaIn, { javaScript: false }),
    olena: await pageOf(olenaIn),
  }
}

/** Starts an instance on a copy of the seeded data. */
export async function openInstance(): Promise<OwnInstance> {
  const folder = await temporaryFolder()
  const variables = { DATA_DIR: await seededCopy(folder), PORT: String(await freePort()) }
  const { said } = await runCommand(['create-administrator', 'ada@example.org'], variables)
  let server: RunningServer = await startServer(variables)
  const { url } = server
  const launched = launchBrowser()
  const ada = await joinWith(`${url}${/\/join\/confirm\S+/.exec(said)?.[0] ?? ''}`)
  const browser = await launched
  return {
    url,
    browser,
    ada,
    async join(name, email) {
      await openFormBrowser().go(`${url}/join`, { form: { name, email } })
      return await joinWith(linkIn(await letterTo({ url }, email, /join\/confirm/)))
    },
    async belong(who, entry, as) {
      const ask = `mutation { outcome: requestAffiliation(entry: "${entry}", function: ${as}) { affiliation { id } problems { field } } }`
      const { affiliation } = (await askAs(url, who, ask, {})).outcome
      const confirm = `mutation { outcome: confirmAffiliation(id: "${affiliation.id}") { problems { field } } }`
      expect((await askAs(url, ada, confirm, {})).outcome.problems).toEqual([])
    },
    async pageOf(who, options) {
      const opened = await openPage(browser, options)
      const cookies = [...who.cookies].map(([name, value]) => ({ name, value, url }))
      await opened.page.context().addCookies(cookies)
      return opened
    },
    async killed(ahead) {
      await server.stop('SIGKILL')
      server = await startServer(variables, (same) => launchAhead(same, ahead))
    },
    async close() {
      await browser.close()
      await server.stop()
      await removeFolder(folder)
    },
  }
}
