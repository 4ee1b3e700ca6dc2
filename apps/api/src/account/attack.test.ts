import { schema } from '@hansa/db'
import { parse } from 'graphql'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openTestApi } from '../testing/open-api.ts'
import {
  type Accounts,
  openAccounts,
  password,
  signInMutation,
  type TestBrowser,
  viewerQuery,
} from './testing/open-accounts.ts'

/* What strangers try. Each test tries it. */

let t: Accounts
beforeAll(async () => {
  t = await openAccounts()
})
beforeEach(() => t.database.reset())
afterAll(() => t.close())

const anna = 'anna@example.org'
const session = '__Host-hansa-session'
const signIn = (browser: TestBrowser, given = password, email = anna) =>
  browser.ask(signInMutation, { email, password: given })
const viewer = async (browser: TestBrowser, headers?: Record<string, string>) =>
  (await browser.ask(viewerQuery, {}, headers)).data?.viewer?.email ?? null

describe('another site', () => {
  const foreign: Record<string, string>[] = [
    { 'Sec-Fetch-Site': 'cross-site' },
    { 'Sec-Fetch-Site': 'same-site' },
    { 'Sec-Fetch-Site': '', Origin: 'https://evil.example' },
    { 'Sec-Fetch-Site': '', Origin: 'null' },
    { 'Sec-Fetch-Site': '', Origin: 'https://hansa.example.evil.example' },
    { 'Sec-Fetch-Site': '' },
  ]

  test.each(foreign)('that sends %j is a visitor, whatever cookies come along', async (headers) => {
    const browser = await t.join(anna)
    expect(await viewer(browser, headers)).toBeNull()
    const { errors } = await browser.ask('mutation { signOutEverywhere { problems { code } } }', {}, headers)
    expect(errors[0]?.extensions.code).toBe('UNAUTHENTICATED')
    expect(await viewer(browser)).toBe(anna)
  })

  test.each(foreign)('that sends %j cannot sign a browser in to an account of its own', async (headers) => {
    await t.join(anna)
    const browser = t.browser()
    const { errors } = await browser.ask(signInMutation, { email: anna, password }, headers)
    expect(errors[0]?.extensions.code).toBe('FORBIDDEN')
    expect(browser.setCookies).toEqual([])
  })

  test('is known by the origin where the browser is older than that header', async () => {
    const browser = await t.join(anna)
    expect(await viewer(browser, { 'Sec-Fetch-Site': '', Origin: 'https://hansa.example' })).toBe(anna)
  })

  test('cannot post for a page either, but may link to one', async () => {
    const browser = await t.join(anna)
    const Cookie = `${session}=${browser.cookies.get(session)}`
    const page = (method: string, headers: Record<string, string>) =>
      t.api.execute({
        request: new Request('https://hansa.example/account', { method, headers: { Cookie, ...headers } }),
        document: parse(viewerQuery),
        variables: {},
        locale: 'en',
        requestId: 'page-1',
      })
    const cross = { 'Sec-Fetch-Site': 'cross-site', Origin: 'https://evil.example' }
    expect((await page('POST', cross)).data).toEqual({ viewer: null })
    expect((await page('GET', cross)).data).toEqual({ viewer: { email: anna } })
    expect((await page('POST', { 'Sec-Fetch-Site': 'same-origin' })).data).toEqual({
      viewer: { email: anna },
    })
  })
})

test('an answer that is kept for everybody is never made for a member', async () => {
  const browser = await t.join(anna)
  const headers = { Cookie: `${session}=${browser.cookies.get(session)}` }
  const { data } = await t.api.execute({
    request: new Request('https://hansa.example/', { headers }),
    document: parse('query Shared { viewer { email } }'),
    variables: {},
    locale: 'en',
    requestId: 'page-1',
    shared: true,
  })
  expect(data).toEqual({ viewer: null })
})

describe('cookies', () => {
  test('are for this host with TLS alone, out of reach of scripts and of other sites', async () => {
    const browser = await t.join(anna)
    const value = browser.setCookies.find((each) => each.startsWith(`${session}=`))
    expect(value).toMatch(
      /^__Host-hansa-session=[\w-]{43}; Path=\/; Max-Age=\d+; HttpOnly; SameSite=Lax; Secure$/,
    )
    for (const each of browser.setCookies) expect(each).toMatch(/^__Host-.*; HttpOnly; SameSite=Lax; Secure$/)
  })

  test('and tokens make an answer that nobody on the way may keep', async () => {
    const browser = await t.join(anna)
    const ask = (headers: Record<string, string>) =>
      t.api.fetch(
        new Request('https://hansa.example/graphql?query={viewer{email}}', {
          headers: { 'x-graphql-yoga-csrf': '1', 'Sec-Fetch-Site': 'same-origin', ...headers },
        }),
      )
    const Cookie = `${session}=${browser.cookies.get(session)}`
    expect((await ask({ Cookie })).headers.get('Cache-Control')).toBe('no-store')
    expect((await ask({ Authorization: 'Bearer x' })).headers.get('Cache-Control')).toBe('no-store')
    expect((await ask({})).headers.get('Cache-Control')).toBeNull()
  })

  test('are so too when a proxy asks without TLS, and not believed under another name', async () => {
    const browser = await t.join(anna)
    const plain = new Request('http://127.0.0.1:3000/graphql', {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        Origin: 'https://hansa.example',
        Cookie: `hansa-session=${browser.cookies.get(session)}`,
      },
      body: JSON.stringify({ query: viewerQuery }),
    })
    expect(await (await t.api.fetch(plain)).json()).toEqual({ data: { viewer: null } })
    const request = new Request('http://127.0.0.1:3000/graphql', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Origin: 'https://hansa.example' },
      body: JSON.stringify({ query: signInMutation, variables: { email: anna, password } }),
    })
    const cookies = (await t.api.fetch(request)).headers.getSetCookie()
    expect(cookies.length).toBeGreaterThan(0)
    for (const each of cookies) expect(each).toMatch(/^__Host-.*; Secure$/)
  })

  test('on this machine without TLS do without the prefix that would need it', async () => {
    const local = await openAccounts('http://localhost:3000')
    const browser = await local.join(anna)
    expect(browser.setCookies.find((each) => each.startsWith('hansa-session='))).toMatch(
      /; HttpOnly; SameSite=Lax$/,
    )
    await local.close()
  })
})

describe('a session', () => {
  test('that an attacker fixed before is not the one somebody signs in to', async () => {
    const attacker = await t.join('eve@example.org')
    await t.join(anna)
    const planted = attacker.cookies.get(session) ?? ''
    const victim = t.browser()
    victim.cookies.set(session, planted)
    await signIn(victim)
    expect(victim.cookies.get(session)).not.toBe(planted)
    expect(await viewer(victim)).toBe(anna)
    expect(await viewer(attacker)).toBeNull()
  })

  test('that was ended cannot be used again', async () => {
    const browser = await t.join(anna)
    const stolen = t.browser()
    stolen.cookies.set(session, browser.cookies.get(session) ?? '')
    expect(await viewer(stolen)).toBe(anna)
    await browser.ask('mutation { signOut { problems { code } } }')
    expect(await viewer(stolen)).toBeNull()
  })

  test('is another one after every change of how to sign in', async () => {
    const browser = await t.join(anna)
    const seen = [browser.cookies.get(session)]
    await t.addSecondFactor(browser)
    seen.push(browser.cookies.get(session))
    await browser.ask('mutation { removeSecondFactor { problems { code } } }')
    seen.push(browser.cookies.get(session))
    expect(new Set(seen).size).toBe(3)
  })

  test('between password and second factor opens nothing', async () => {
    const browser = await t.join(anna)
    await t.addSecondFactor(browser)
    const other = t.browser()
    await signIn(other)
    const step = other.cookies.get('__Host-hansa-step') ?? ''
    expect(step).not.toBe('')
    other.cookies.set(session, step)
    expect(await viewer(other)).toBeNull()
  })
})

describe('a token', () => {
  const make = async (scopes: string) => {
    const browser = await t.join(anna)
    const { data } = await browser.ask(
      `mutation { createApiToken(name: "x", scopes: ${scopes}, days: 7) { token } }`,
    )
    return { browser, Authorization: `Bearer ${data.createApiToken.token}` }
  }

  test.each(['[READ]', '[WRITE]', '[READ, WRITE]'])(
    'for %s reads the account and cannot change it, or itself',
    async (scopes) => {
      const { Authorization, browser } = await make(scopes)
      const program = t.browser()
      expect(await viewer(program, { Authorization, 'Sec-Fetch-Site': '' })).toBe(anna)
      for (const mutation of [
        'changePassword(password: "another fine horse")',
        'requestEmailChange(email: "x@example.org")',
        'setUpSecondFactor',
        'removeSecondFactor',
        'beginPasskey',
        'createApiToken(name: "x", scopes: [READ, WRITE], days: 300)',
        'endSession(id: "x")',
        'signOutEverywhere',
      ]) {
        const { errors } = await program.ask(
          `mutation { ${mutation} { problems { code } } }`,
          {},
          { Authorization },
        )
        expect([mutation, errors[0]?.extensions.code]).toEqual([mutation, 'FORBIDDEN'])
      }
      const hidden = await program.ask('{ viewer { sessions { id } } }', {}, { Authorization })
      expect(hidden.errors[0]?.extensions.code).toBe('FORBIDDEN')
      expect(program.setCookies).toEqual([])
      expect(await viewer(browser)).toBe(anna)
    },
  )

  test('signs no browser in, also with the password', async () => {
    const { Authorization } = await make('[WRITE]')
    const program = t.browser()
    const { errors } = await program.ask(signInMutation, { email: anna, password }, { Authorization })
    expect(errors[0]?.extensions.code).toBe('FORBIDDEN')
    expect(program.setCookies).toEqual([])
  })

  test.each(['Bearer hansa_nonsense', 'Bearer', 'Basic YTpi', 'Bearer a b'])(
    'that is worth nothing (%s) is refused, and never taken for a visitor or for the cookie beside it',
    async (Authorization) => {
      const browser = await t.join(anna)
      const { data, errors } = await browser.ask(viewerQuery, {}, { Authorization })
      expect([data ?? null, errors[0]?.extensions.code]).toEqual([null, 'UNAUTHENTICATED'])
    },
  )

  test('that was ended is worth nothing', async () => {
    const { browser, Authorization } = await make('[READ]')
    const { id } = (await browser.ask('{ viewer { apiTokens { id } } }')).data.viewer.apiTokens[0]
    await browser.ask('mutation ($id: ID!) { endApiToken(id: $id) { problems { code } } }', { id })
    expect((await t.browser().ask(viewerQuery, {}, { Authorization })).errors[0]?.extensions.code).toBe(
      'UNAUTHENTICATED',
    )
  })
})

test('a link for one thing does nothing else', async () => {
  await t.join(anna)
  await t.browser().ask(`mutation { requestSignInLink(email: "${anna}") { problems { code } } }`)
  const secret = await t.secretFor(anna)
  for (const mutation of [
    `resetPassword(secret: "${secret}", password: "another fine horse")`,
    `confirmEmailChange(secret: "${secret}")`,
    `confirmJoin(secret: "${secret}", password: "another fine horse")`,
  ]) {
    const { data } = await t.browser().ask(`mutation { x: ${mutation} { problems { code } } }`)
    expect(data.x.problems).toEqual([{ code: 'EXPIRED' }])
  }
})

test('where accounts are closed nobody joins or signs in', async () => {
  const closed = await openTestApi()
  const headers = { 'Sec-Fetch-Site': 'same-origin' }
  for (const mutation of [`join(name: "x", email: "${anna}")`, `signIn(email: "${anna}", password: "x")`]) {
    const { errors } = await closed.ask(`mutation { ${mutation} { problems { code } } }`, {}, headers)
    expect(errors[0]?.extensions.code).toBe('ACCOUNTS_CLOSED')
  }
  expect((await closed.ask('{ accountsOpen viewer { id } }', {}, headers)).data).toEqual({
    accountsOpen: false,
    viewer: null,
  })
  await closed.close()
})

test('nothing that is stored opens anything', async () => {
  const browser = await t.join(anna)
  const stored = await t.database.db.select().from(schema.session)
  for (const value of [stored[0]?.idHash, stored[0]?.publicId]) {
    const other = t.browser()
    other.cookies.set(session, value ?? '')
    expect(await viewer(other)).toBeNull()
  }
  expect(await viewer(browser)).toBe(anna)
})
