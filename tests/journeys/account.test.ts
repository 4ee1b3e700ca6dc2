import { Secret, TOTP } from 'otpauth'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { axeFindings, launchBrowser, type OpenPage, openPage, sidewaysScroll } from '../support/browser.ts'
import { letterTo, linkIn } from '../support/mailbox.ts'
import { seededCopy } from '../support/seeded.ts'
import { type RunningServer, removeFolder, startServer, temporaryFolder } from '../support/server.ts'

/* An account from the first letter to the last session, as people go: mostly without a script. */

let browser: Browser
let folder: string
let server: RunningServer

beforeAll(async () => {
  folder = await temporaryFolder()
  server = await startServer({ DATA_DIR: await seededCopy(folder) })
  browser = await launchBrowser()
})

afterAll(async () => {
  await browser?.close()
  await server?.stop()
  if (folder) await removeFolder(folder)
})

const password = 'correct horse battery'
const main = (page: Page) => page.getByRole('main')
const press = (page: Page, name: string) => main(page).getByRole('button', { name, exact: true }).click()

const linkTo = async (address: string, about: RegExp) => linkIn(await letterTo(server, address, about))

/** Joins with an address and gives the page that is signed in. */
async function join(email: string, options: Parameters<typeof openPage>[1]): Promise<OpenPage> {
  const opened = await openPage(browser, options)
  const { page } = opened
  await page.goto(`${server.url}/join`)
  await page.getByLabel('Your name').fill('Anna Berg')
  await page.getByLabel('E-mail address').fill(email)
  await press(page, 'Send me the letter')
  await page.goto(await linkTo(email, /join\/confirm/))
  await page.getByLabel('Password').fill(password)
  await press(page, 'Join')
  return opened
}

async function signIn(page: Page, email: string, given = password): Promise<void> {
  await page.goto(`${server.url}/sign-in`)
  await page.getByLabel('E-mail address').fill(email)
  await page.getByLabel('Password').fill(given)
  await press(page, 'Sign in')
}

const codeOf = (secret: string) =>
  new TOTP({ secret: Secret.fromBase32(secret.replace(/\s/g, '')) }).generate()

test('without a script somebody joins, adds a second factor, signs in with it, and signs out everywhere', async () => {
  const email = 'anna@example.org'
  const { page, complaints, close } = await join(email, { javaScript: false })
  expect(new URL(page.url()).pathname).toBe('/account')
  expect(await page.getByRole('banner').getByRole('link', { name: 'Anna Berg' }).count()).toBe(1)

  await main(page).getByRole('link', { name: 'Set up a second factor' }).click()
  await press(page, 'Set up a second factor')
  expect(await page.getByRole('img', { name: 'QR code' }).count()).toBe(1)
  const secret = (await page.locator('.shown-once').textContent()) ?? ''
  await page.getByLabel('Then type the six digits it shows').fill('000000')
  await press(page, 'Confirm')
  expect(await page.getByRole('alert').textContent()).toContain('This code is not right')
  expect(await page.locator('.shown-once').textContent()).toBe(secret)
  const used = codeOf(secret)
  await page.getByLabel('Then type the six digits it shows').fill(used)
  await press(page, 'Confirm')
  const codes = await page.locator('.recovery-codes code').allTextContents()
  expect(codes).toHaveLength(10)

  const phone = await openPage(browser, { javaScript: false, width: 320 })
  await signIn(phone.page, email)
  expect(new URL(phone.page.url()).pathname).toBe('/sign-in/code')
  await phone.page.getByLabel('Code').fill(used)
  await press(phone.page, 'Sign in')
  expect(await phone.page.getByRole('alert').textContent()).toContain('was used already')
  await phone.page.getByLabel('Code').fill(codes[0] ?? '')
  await press(phone.page, 'Sign in')
  expect(new URL(phone.page.url()).pathname).toBe('/account')
  expect(await phone.page.locator('#sessions li').count()).toBe(2)

  await press(phone.page, 'Sign out everywhere')
  await page.goto(`${server.url}/account`)
  expect(new URL(page.url()).pathname).toBe('/sign-in')
  // The wrong code is answered with 400, which Chromium mentions.
  expect(complaints.filter((complaint) => !complaint.includes('400 (Bad Request)'))).toEqual([])
  await phone.close()
  await close()
})

test('a form says what is wrong, keeps what was typed, and never the password', async () => {
  const { page, close } = await openPage(browser, { width: 320 })
  await signIn(page, 'nobody@example.org', 'wrong password')
  expect(await page.getByRole('alert').textContent()).toContain('Address and password do not fit together.')
  expect(await page.evaluate('document.activeElement.className')).toContain('error-summary')
  expect(await page.getByLabel('E-mail address').inputValue()).toBe('nobody@example.org')
  expect(await page.getByLabel('Password').inputValue()).toBe('')
  expect(await axeFindings(page)).toEqual([])
  expect(await sidewaysScroll(page)).toBe(0)
  await close()
})

test('a forgotten password is replaced by a link, after which the old one is worth nothing', async () => {
  const email = 'reset@example.org'
  const { page, close } = await join(email, { javaScript: false })
  await page.goto(`${server.url}/password/forgotten`)
  await page.getByLabel('E-mail address').fill(email)
  await press(page, 'Send me a link')
  const link = await linkTo(email, /password\/new/)
  const other = await openPage(browser, { javaScript: false })
  await other.page.goto(link)
  await other.page.getByLabel('New password').fill('another fine horse')
  await press(other.page, 'Save the password')
  expect(new URL(other.page.url()).pathname).toBe('/account')
  await page.goto(`${server.url}/account`)
  expect(new URL(page.url()).pathname).toBe('/sign-in')
  await signIn(page, email)
  expect(await page.getByRole('alert').count()).toBe(1)
  await signIn(page, email, 'another fine horse')
  expect(new URL(page.url()).pathname).toBe('/account')
  await other.page.goto(link)
  expect(await other.page.getByRole('heading', { level: 1 }).textContent()).toBe(
    'This link is not good any more',
  )
  await other.close()
  await close()
})

test('a link by mail leads back to the page somebody was going to', async () => {
  const email = 'link@example.org'
  await (await join(email, { javaScript: false })).close()
  const { page, close } = await openPage(browser, { javaScript: false })
  await page.goto(`${server.url}/sign-in?next=%2Fnetworks`)
  await page.getByLabel('E-mail address').fill(email)
  await press(page, 'Send me a link')
  await page.goto(await linkTo(email, /sign-in\/link/))
  await press(page, 'Sign in')
  expect(new URL(page.url()).pathname).toBe('/networks')
  await close()
})

test('a passkey is added and signs in, with the browser’s own authenticator', async () => {
  const email = 'passkey@example.org'
  const { page, complaints, close } = await join(email, {})
  // WebAuthn wants the name the instance goes by.
  const client = await page.context().newCDPSession(page)
  await client.send('WebAuthn.enable')
  await client.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  await page.getByLabel('What you call it').fill('My laptop')
  await press(page, 'Add a passkey')
  await page.waitForURL(/done=passkey/)
  expect(await page.locator('#passkeys').textContent()).toContain('My laptop')
  await press(page, 'Sign out')
  await page.goto(`${server.url}/sign-in`)
  await press(page, 'Sign in with a passkey')
  await page.waitForURL(/\/account$/)
  expect(complaints).toEqual([])
  await close()
})

test('a token is shown once and opens the API', async () => {
  const { page, close } = await join('token@example.org', { javaScript: false })
  await page.getByLabel('What it is for').fill('Report')
  await press(page, 'Make a token')
  const token = (await page.locator('#tokens .shown-once').textContent()) ?? ''
  const answer = await fetch(`${server.url}/graphql`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${token}` },
    body: JSON.stringify({ query: '{ viewer { email } }' }),
  })
  expect(await answer.json()).toEqual({ data: { viewer: { email: 'token@example.org' } } })
  await page.goto(`${server.url}/account`)
  expect(await page.locator('#tokens').textContent()).not.toContain(token)
  await press(page, 'Remove Report')
  expect(await page.getByRole('status').textContent()).toContain('The token is ended.')
  await close()
})

test('pages made for somebody are kept by nobody', async () => {
  const { page, close } = await join('private@example.org', { javaScript: false })
  for (const path of ['/account', '/', '/practices']) {
    const response = await page.goto(server.url + path)
    expect(response?.headers()['cache-control']).toBe('no-store, private')
  }
  const link = await fetch(`${server.url}/join/confirm?secret=x`)
  expect(link.headers.get('Cache-Control')).toBe('no-store, private')
  for (const path of ['/', '/practices']) {
    const anybody = await (await fetch(server.url + path)).text()
    expect(anybody).not.toContain('Anna Berg')
    expect(anybody).toContain('href="/sign-in"')
  }
  await close()
})

test('every page of accounts fits every screen and is accessible, in light and dark, in English and German', async () => {
  const { page, complaints, close } = await join('look@example.org', {})
  const cookies = await page.context().cookies()
  await close()
  expect(complaints).toEqual([])
  const paths = [
    '/account',
    '/account/second-factor',
    '/join',
    '/sign-in',
    '/sign-in/passkey',
    '/check-mail',
    '/password/forgotten',
    '/sign-in/code',
    '/join/confirm?secret=x',
  ]
  const looks = [
    { width: 320, colorScheme: 'light', prefix: '' },
    { width: 768, colorScheme: 'light', prefix: '/de' },
    { width: 1440, colorScheme: 'dark', prefix: '/de' },
  ] as const
  for (const { prefix, ...look } of looks) {
    const opened = await openPage(browser, look)
    await opened.page.context().addCookies(cookies)
    for (const path of paths) {
      await opened.page.goto(`${server.url}${prefix}${path}`)
      expect([look, path, await sidewaysScroll(opened.page)]).toEqual([look, path, 0])
      // All but colours is the same in the dark.
      const about = look.colorScheme === 'dark' ? 'colours' : 'everything'
      if (look.width !== 768)
        expect([look, path, await axeFindings(opened.page, about)]).toEqual([look, path, []])
    }
    expect(opened.complaints).toEqual([])
    await opened.close()
  }
})
