import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type FormBrowser, openFormBrowser, type Step } from './support/form-browser.ts'
import { freePort } from './support/free-port.ts'
import { seededCopy } from './support/seeded.ts'
import {
  launch,
  type Program,
  type RunningServer,
  removeFolder,
  runCommand,
  startServer,
  temporaryFolder,
  waitFor,
} from './support/server.ts'

/* Single sign-on with a real provider in a process of its own, in a browser without scripts. The tests follow each other. */

let room = ''
let server: RunningServer
let provider: Program | undefined
let providerPort = 0
let invitation = ''
let url = ''

const startProvider = async () => {
  const returnUrl = `${url}/sign-in/provider/return`
  const program = launch('tests/support/open-id-provider.ts', [String(providerPort), returnUrl], {})
  await waitFor(program, () => program.stdout().includes('listening'))
  provider = program
}

const stopProvider = async () => {
  provider?.child.kill()
  await provider?.exited
}

beforeAll(async () => {
  room = await temporaryFolder()
  const port = await freePort()
  providerPort = await freePort()
  url = `http://localhost:${port}`
  const variables = { DATA_DIR: await seededCopy(room), PUBLIC_URL: url }
  const made = await runCommand(['create-administrator', 'admin@example.org'], variables)
  invitation = /https?:\/\/\S+secret=[\w-]+/.exec(made.said)?.[0] ?? ''
  server = await startServer({
    ...variables,
    PORT: String(port),
    OIDC_ISSUER: `http://127.0.0.1:${providerPort}`,
    OIDC_CLIENT_ID: 'hansa',
    OIDC_CLIENT_SECRET: 'a-secret-for-tests',
    OIDC_NAME: 'City Login',
  })
})
afterAll(async () => {
  await stopProvider()
  await server?.stop()
  await removeFolder(room)
})

/** What somebody does at the provider: types her name and agrees, or cancels; gives the address she is sent back to. */
const atProvider = async (browser: FormBrowser, page: string, login: string | null): Promise<string> => {
  let step = await browser.go(page)
  for (let steps = 0; steps < 12; steps++) {
    if (step.location.startsWith(url)) return step.location
    const cancel = /href="([^"]+\/abort)"/.exec(step.html)?.[1] ?? ''
    const action = /action="([^"]+)"/.exec(step.html)?.[1] ?? ''
    const prompt = /name="prompt" value="(\w+)"/.exec(step.html)?.[1] ?? ''
    if (step.location !== '') step = await browser.go(step.location)
    else if (login === null) step = await browser.go(cancel)
    else step = await browser.go(action, { form: { prompt, login, password: 'anything' } })
  }
  throw new Error(`The provider does not come to an end: ${step.html}`)
}

/** From our page to the provider, and to the address it sends back to. */
const goAndReturn = async (browser: FormBrowser, login: string | null, path = '/sign-in/provider') => {
  const begun = await browser.go(url + path)
  return await atProvider(browser, begun.location, login)
}

const comeBack = (browser: FormBrowser, address: string): Promise<Step> =>
  browser.go(address, { site: 'cross-site' })

const signOn = async (browser: FormBrowser, login: string | null, path?: string): Promise<Step> =>
  await comeBack(browser, await goAndReturn(browser, login, path))

test('while the provider is away the page of signing in says so, and as soon as it is back it is asked again', async () => {
  const browser = openFormBrowser()
  expect((await browser.go(`${url}/sign-in`)).html).toContain('Sign in with City Login')
  const begun = await browser.go(`${url}/sign-in/provider`)
  expect(begun.location).toBe(`${url}/sign-in?problem=unavailable`)
  expect((await browser.go(begun.location)).html).toContain('City Login does not answer as it should.')
  await startProvider()
  expect((await browser.go(`${url}/sign-in/provider`)).location).toContain(
    `http://127.0.0.1:${providerPort}/`,
  )
})

describe('somebody whose address the provider has verified', () => {
  test('joins, and is signed in at once the next time, in the language she began in', async () => {
    const browser = openFormBrowser()
    const joining = await signOn(browser, 'anna')
    expect(joining.location).toMatch(/\/join\/confirm\?secret=[\w-]+$/)
    expect((await browser.go(joining.location)).html).toContain('anna@example.org')
    const joined = await browser.go(joining.location, { form: { password: '' } })
    expect(joined.location).toBe(`${url}/account`)
    expect((await browser.go(`${url}/account`)).html).toContain('Remove anna@example.org')

    const other = openFormBrowser()
    const back = await signOn(other, 'anna', '/de/sign-in/provider?next=/de/networks')
    expect(back.location).toBe(`${url}/de/networks`)
    expect((await other.go(`${url}/account`)).html).toContain('anna@example.org')
  })

  test('is sent back where the address has an account, until she links the provider there', async () => {
    const browser = openFormBrowser()
    await browser.go(invitation, { form: { password: 'correct horse battery' } })
    const stranger = openFormBrowser()
    const refused = await signOn(stranger, 'admin')
    expect(refused.location).toBe(`${url}/sign-in?problem=member`)
    expect((await stranger.go(refused.location)).html).toContain('Your address has an account here already.')

    const linked = await signOn(browser, 'admin', '/sign-in/provider?link=1')
    expect(linked.location).toBe(`${url}/account?done=linked`)
    const other = openFormBrowser()
    expect((await signOn(other, 'admin')).location).toBe(`${url}/account`)
    expect((await other.go(`${url}/account`)).html).toContain('Letters go to admin@example.org')
  })
})

test('an address that the provider has not verified opens nothing', async () => {
  const browser = openFormBrowser()
  const back = await signOn(browser, 'mallory')
  expect(back.location).toBe(`${url}/sign-in?problem=unverified`)
  expect((await browser.go(back.location)).html).toContain('City Login has not verified your address.')
})

test('whoever cancels at the provider finds the other ways to sign in', async () => {
  const browser = openFormBrowser()
  const back = await signOn(browser, null)
  expect(back.location).toBe(`${url}/sign-in?problem=refused`)
  expect((await browser.go(back.location)).html).toContain('You did not sign in with City Login.')
})

test('an answer of the provider signs in once, and in no other browser', async () => {
  const browser = openFormBrowser()
  const address = await goAndReturn(browser, 'anna')
  const before = new Map(browser.cookies)
  expect((await comeBack(openFormBrowser(), address)).location).toBe(`${url}/sign-in?problem=state`)
  expect((await comeBack(browser, address)).location).toBe(`${url}/account`)
  const thief = openFormBrowser()
  for (const [name, value] of before) thief.cookies.set(name, value)
  expect((await comeBack(thief, address)).location).toBe(`${url}/sign-in?problem=state`)
})

test('a page of another site cannot begin', async () => {
  const browser = openFormBrowser()
  const begun = await browser.go(`${url}/sign-in/provider?link=1`, { site: 'cross-site' })
  expect([begun.location, browser.cookies.size]).toEqual([`${url}/account`, 0])
})

test('when the provider dies on the way back, nobody is signed in and the page says why', async () => {
  const browser = openFormBrowser()
  const address = await goAndReturn(browser, 'anna')
  await stopProvider()
  expect((await comeBack(browser, address)).location).toBe(`${url}/sign-in?problem=unavailable`)
  expect((await browser.go(`${url}/account`)).location).toMatch(/\/sign-in\?/)
})
