import { schema } from '@hansa/db'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Accounts, openAccounts, type TestBrowser, viewerQuery } from './testing/open-accounts.ts'
import { openTestProvider } from './testing/test-provider.ts'

let t: Accounts
beforeAll(async () => {
  t = await openAccounts()
})
beforeEach(async () => {
  await t.database.reset()
  Object.assign(t.provider, { ...openTestProvider(), personOf: t.provider.personOf })
})
afterAll(() => t.close())

const anna = 'anna@example.org'
const viewer = async (browser: TestBrowser) => (await browser.ask(viewerQuery)).data?.viewer?.email ?? null
const identities = () => t.database.db.select().from(schema.identity)

/** Goes to the provider; gives the state it is to bring back. */
const begin = async (browser: TestBrowser, link = false) => {
  const { data, errors } = await browser.ask(
    'mutation ($link: Boolean!) { outcome: beginProviderSignIn(next: "/fr/networks", link: $link) { url problems { field code } } }',
    { link },
  )
  const state = new URL(data?.outcome.url ?? 'none:').searchParams.get('state') ?? ''
  return { state, problems: data?.outcome.problems, error: errors[0]?.extensions.code }
}

const finish = async (browser: TestBrowser, state: string) => {
  const { data, errors } = await browser.ask(
    'mutation ($query: String!) { outcome: finishProviderSignIn(query: $query) { step secret next problems { field code } } }',
    { query: `code=x&state=${state}` },
  )
  return data?.outcome ?? { error: errors[0]?.extensions.code }
}

/** To the provider and back. */
const signOn = async (browser = t.browser(), link = false) =>
  await finish(browser, (await begin(browser, link)).state)

const joinWith = async (secret: string) => {
  const browser = t.browser()
  const { data } = await browser.ask(
    'mutation ($secret: String!) { confirmJoin(secret: $secret, password: "") { problems { field code } } }',
    { secret },
  )
  return { browser, problems: data.confirmJoin.problems }
}

describe('somebody whom nobody knows here', () => {
  test('joins with her verified address, and is signed in at once the next time', async () => {
    const back = await signOn()
    expect(back).toMatchObject({ step: 'JOIN', next: '/fr/networks', problems: [] })
    expect(await t.database.db.select().from(schema.member)).toEqual([])
    const joined = await joinWith(back.secret)
    expect([joined.problems, await viewer(joined.browser)]).toEqual([[], anna])
    expect((await joinWith(back.secret)).problems).toEqual([{ field: 'secret', code: 'EXPIRED' }])

    t.provider.person = { ...t.provider.person, email: 'other@example.org', isVerified: false }
    const browser = t.browser()
    expect(await signOn(browser)).toMatchObject({ step: 'DONE', secret: null, next: '/fr/networks' })
    expect(await viewer(browser)).toBe(anna)
    expect(await identities()).toMatchObject([{ subject: 'anna-1', label: 'other@example.org' }])
    expect((await t.trail()).at(-1)).toMatchObject({
      action: 'member.signed-in',
      after: { method: 'provider' },
    })
  })

  test.each([
    ['is not verified', { isVerified: false }],
    ['is not told', { email: null }],
    ['is none', { email: 'anna' }],
  ])('does not join with an address that %s', async (_, told) => {
    t.provider.person = { ...t.provider.person, ...told }
    expect((await signOn()).problems).toEqual([{ field: 'email', code: 'WRONG' }])
    expect(await identities()).toEqual([])
  })

  test('does not join twice when she began twice', async () => {
    const [one, two] = [await signOn(), await signOn()]
    expect((await joinWith(one.secret)).problems).toEqual([])
    expect((await joinWith(two.secret)).problems).toEqual([{ field: 'secret', code: 'EXPIRED' }])
    expect(await identities()).toHaveLength(1)
  })
})

describe('the address of a member', () => {
  test('lets nobody in, however well verified, until she has linked the provider herself', async () => {
    const browser = await t.join(anna)
    expect((await signOn()).problems).toEqual([{ field: 'email', code: 'CONFLICT' }])
    expect(await identities()).toEqual([])

    expect(await signOn(browser, true)).toMatchObject({ step: 'LINKED', problems: [] })
    const notice = (await t.letters()).at(-1)
    expect([notice?.recipient, notice?.text]).toEqual([anna, expect.stringContaining('single sign-on')])
    expect((await t.trail()).at(-1)).toMatchObject({ action: 'member.identity-added' })
    const other = t.browser()
    expect((await signOn(other)).step).toBe('DONE')
    expect(await viewer(other)).toBe(anna)
  })

  test('counts for nothing while she is suspended', async () => {
    await signOn(await t.join(anna), true)
    await t.database.db.update(schema.member).set({ state: 'suspended' }).where(eq(schema.member.email, anna))
    const browser = t.browser()
    expect((await signOn(browser)).problems).toEqual([{ field: 'identity', code: 'CONFLICT' }])
    expect(await viewer(browser)).toBeNull()
  })
})

describe('linking', () => {
  test('is for a member who signed in a short time ago', async () => {
    expect((await begin(t.browser(), true)).error).toBe('UNAUTHENTICATED')
    const browser = await t.join(anna)
    t.pass(15 * 60 + 1)
    expect((await begin(browser, true)).error).toBe('SIGN_IN_AGAIN')
  })

  test('never takes an account from another member, nor tells twice of one that is linked', async () => {
    const [one, two] = [await t.join(anna), await t.join('boris@example.org')]
    await signOn(one, true)
    const letters = (await t.letters()).length
    expect((await signOn(one, true)).step).toBe('LINKED')
    expect(await t.letters()).toHaveLength(letters)
    expect((await signOn(two, true)).problems).toEqual([{ field: 'identity', code: 'CONFLICT' }])
    expect(await identities()).toHaveLength(1)
  })

  test('ends with the session it was begun in', async () => {
    const browser = await t.join(anna)
    const { state } = await begin(browser, true)
    await browser.ask('mutation { signOut { problems { code } } }')
    expect((await finish(browser, state)).error).toBe('UNAUTHENTICATED')
    expect(await identities()).toEqual([])
  })

  test('is undone by its member alone, who still signs in with links by mail', async () => {
    const [browser, other] = [await t.join(anna, ''), await t.join('boris@example.org')]
    await signOn(browser, true)
    const { data } = await browser.ask('{ viewer { signInMeans { identities { id label } } } }')
    const [{ id, label }] = data.viewer.signInMeans.identities
    expect(label).toBe(anna)
    const remove = 'mutation ($id: ID!) { removeIdentity(id: $id) { problems { code } } }'
    expect((await other.ask(remove, { id })).errors[0]?.extensions.code).toBe('NOT_FOUND')
    expect((await browser.ask(remove, { id })).data.removeIdentity.problems).toEqual([])
    expect((await t.letters()).at(-1)?.text).toContain('unlinked')
    expect((await signOn()).problems).toEqual([{ field: 'email', code: 'CONFLICT' }])
    await other.ask('mutation { requestSignInLink(email: "anna@example.org") { problems { code } } }')
    expect(await t.secretFor(anna)).not.toBe('')
  })
})

test('a second factor is asked for after the provider as after a password', async () => {
  const browser = await t.join(anna)
  const { codes } = await t.addSecondFactor(browser)
  await signOn(browser, true)
  const other = t.browser()
  expect((await signOn(other)).step).toBe('SECOND_FACTOR')
  expect(await viewer(other)).toBeNull()
  await other.ask(`mutation { signInWithCode(code: "${codes[0]}") { problems { code } } }`)
  expect(await viewer(other)).toBe(anna)
})

describe('an answer of the provider', () => {
  const expired = [{ field: 'state', code: 'EXPIRED' }]

  test('is good once, in the browser that began, for ten minutes', async () => {
    const browser = t.browser()
    const { state } = await begin(browser)
    expect((await finish(t.browser(), state)).problems).toEqual(expired)
    expect((await finish(browser, 'another')).problems).toEqual(expired)
    const cookies = new Map(browser.cookies)
    expect((await finish(browser, state)).step).toBe('JOIN')
    for (const [name, value] of cookies) browser.cookies.set(name, value)
    expect((await finish(browser, state)).problems).toEqual(expired)
    const late = await begin(browser)
    t.pass(601)
    expect((await finish(browser, late.state)).problems).toEqual(expired)
  })

  test.each(['REFUSED', 'UNAVAILABLE'] as const)('that is none (%s) changes nothing', async (reason) => {
    t.provider.fails = reason
    expect((await signOn()).problems).toEqual([{ field: 'provider', code: reason }])
    expect([await identities(), await t.trail()]).toEqual([[], []])
  })
})

test('cookies for the way are kept from scripts, other hosts and connections without TLS', async () => {
  const browser = t.browser()
  await begin(browser)
  expect(browser.setCookies).toEqual([
    expect.stringMatching(
      /^__Host-hansa-provider=[\w-]{43}; Path=\/; Max-Age=600; HttpOnly; SameSite=Lax; Secure$/,
    ),
  ])
})
