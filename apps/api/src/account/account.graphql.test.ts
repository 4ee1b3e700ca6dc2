import { schema } from '@hansa/db'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import {
  type Accounts,
  openAccounts,
  password,
  signInMutation,
  viewerQuery,
} from './testing/open-accounts.ts'

let t: Accounts
beforeAll(async () => {
  t = await openAccounts()
})
beforeEach(() => t.database.reset())
afterAll(() => t.close())

const anna = 'anna@example.org'
const signIn = (browser = t.browser(), given = password, email = anna) =>
  browser.ask(signInMutation, { email, password: given })
const viewer = async (browser: { ask: Accounts['ask'] }) =>
  (await browser.ask(viewerQuery)).data?.viewer?.email ?? null

describe('joining', () => {
  test('makes an account once the address was confirmed, and signs in', async () => {
    const browser = t.browser()
    const asked = await browser.ask(
      'mutation { join(name: "Anna Berg", email: "Anna@Example.org") { problems { code } } }',
    )
    expect(asked.data.join.problems).toEqual([])
    expect(await t.database.db.select().from(schema.member)).toEqual([])
    const secret = await t.secretFor(anna)
    const link = 'query ($secret: String!) { linkEmail(purpose: JOIN, secret: $secret) }'
    expect((await browser.ask(link, { secret })).data).toEqual({ linkEmail: anna })
    const confirm =
      'mutation ($secret: String!, $password: String!) { confirmJoin(secret: $secret, password: $password) { problems { field code } } }'
    const weak = await browser.ask(confirm, { secret, password: 'short' })
    expect(weak.data.confirmJoin.problems).toEqual([{ field: 'password', code: 'INVALID' }])
    expect((await browser.ask(confirm, { secret, password })).data.confirmJoin.problems).toEqual([])
    expect(await viewer(browser)).toBe(anna)
    const again = await t.browser().ask(confirm, { secret, password })
    expect(again.data.confirmJoin.problems).toEqual([{ field: 'secret', code: 'EXPIRED' }])
  })

  test('names every field at fault', async () => {
    const { data } = await t
      .browser()
      .ask('mutation { join(name: " ", email: "x") { problems { field code message } } }')
    expect(data.join.problems).toMatchObject([
      { field: 'name', code: 'INVALID' },
      { field: 'email', code: 'INVALID' },
    ])
  })

  test('without a password is signing in with links', async () => {
    await t.join(anna, '')
    expect((await signIn()).data.signIn.problems).toEqual([{ field: 'password', code: 'WRONG' }])
    const browser = t.browser()
    await browser.ask(
      'mutation ($email: String!) { requestSignInLink(email: $email, next: "/networks") { problems { code } } }',
      {
        email: anna,
      },
    )
    expect((await t.letters()).at(-1)?.text).toContain('&next=%2Fnetworks')
    const use = 'mutation ($secret: String!) { signInWithLink(secret: $secret) { step problems { code } } }'
    const secret = await t.secretFor(anna)
    expect((await browser.ask(use, { secret })).data.signInWithLink).toEqual({ step: 'DONE', problems: [] })
    expect(await viewer(browser)).toBe(anna)
    expect((await t.browser().ask(use, { secret })).data.signInWithLink.problems).toEqual([
      { code: 'EXPIRED' },
    ])
  })
})

describe('a second factor', () => {
  test('is asked for after the password, after a link and after a reset, and each code counts once', async () => {
    const { secret } = await t.addSecondFactor(await t.join(anna))
    const browser = t.browser()
    expect((await signIn(browser)).data.signIn.step).toBe('SECOND_FACTOR')
    expect(await viewer(browser)).toBeNull()
    const withCode = 'mutation ($code: String!) { signInWithCode(code: $code) { problems { field code } } }'
    const used = t.codeOf(secret)
    expect((await browser.ask(withCode, { code: used })).data.signInWithCode.problems).toEqual([
      { field: 'code', code: 'WRONG' },
    ])
    t.pass(30)
    const code = t.codeOf(secret)
    expect((await browser.ask(withCode, { code })).data.signInWithCode.problems).toEqual([])
    expect(await viewer(browser)).toBe(anna)

    await browser.ask(
      'mutation ($email: String!) { requestPasswordReset(email: $email) { problems { code } } }',
      {
        email: anna,
      },
    )
    const other = t.browser()
    const reset = await other.ask(
      'mutation ($secret: String!) { resetPassword(secret: $secret, password: "another fine horse") { step problems { code } } }',
      { secret: await t.secretFor(anna) },
    )
    expect(reset.data.resetPassword).toEqual({ step: 'SECOND_FACTOR', problems: [] })
    expect(await viewer(other)).toBeNull()
    expect(await viewer(browser)).toBeNull()
    expect((await other.ask(withCode, { code })).data.signInWithCode.problems).toEqual([
      { field: 'code', code: 'WRONG' },
    ])
  })

  test('is passed once with a recovery code, of which its owner is told', async () => {
    const { codes } = await t.addSecondFactor(await t.join(anna))
    const withCode = `mutation { signInWithCode(code: "${codes[0]}") { problems { code } } }`
    const browser = t.browser()
    await signIn(browser)
    expect((await browser.ask(withCode)).data.signInWithCode.problems).toEqual([])
    expect((await t.letters()).at(-1)?.text).toContain('recovery codes')
    const other = t.browser()
    await signIn(other)
    expect((await other.ask(withCode)).data.signInWithCode.problems).toEqual([{ code: 'WRONG' }])
    const means = '{ viewer { signInMeans { hasPassword hasSecondFactor recoveryCodesLeft } } }'
    expect((await browser.ask(means)).data.viewer.signInMeans).toEqual({
      hasPassword: true,
      hasSecondFactor: true,
      recoveryCodesLeft: 9,
    })
  })

  test('is removed by its member, who then signs in without', async () => {
    const browser = await t.join(anna)
    await t.addSecondFactor(browser)
    const { data } = await browser.ask('mutation { removeSecondFactor { problems { code } } }')
    expect(data.removeSecondFactor.problems).toEqual([])
    expect((await signIn()).data.signIn.step).toBe('DONE')
  })
})

describe('an account is changed', () => {
  test('only a short time after signing in, and not by whoever finds the browser open', async () => {
    const browser = await t.join(anna)
    t.pass(15 * 60 + 1)
    for (const mutation of [
      'changePassword(password: "another fine horse") { problems { code } }',
      'requestEmailChange(email: "x@example.org") { problems { code } }',
      'setUpSecondFactor { problems { code } }',
      'removeSecondFactor { problems { code } }',
      'renewRecoveryCodes { problems { code } }',
      'beginPasskey { problems { code } }',
      'removePasskey(id: "x") { problems { code } }',
      'createApiToken(name: "x", scopes: [READ], days: 1) { problems { code } }',
    ]) {
      const { errors } = await browser.ask(`mutation { ${mutation} }`)
      expect([mutation, errors[0]?.extensions.code]).toEqual([mutation, 'SIGN_IN_AGAIN'])
    }
    await signIn(browser)
    const { data } = await browser.ask('mutation { setUpSecondFactor { secret } }')
    expect(data.setUpSecondFactor.secret).toMatch(/^[A-Z2-7]{32}$/)
  })

  test('with a new password, which ends every other session', async () => {
    const browser = await t.join(anna)
    const other = t.browser()
    await signIn(other)
    const before = browser.cookies.get('__Host-hansa-session')
    await browser.ask('mutation { changePassword(password: "another fine horse") { problems { code } } }')
    expect(await viewer(other)).toBeNull()
    expect(await viewer(browser)).toBe(anna)
    expect(browser.cookies.get('__Host-hansa-session')).not.toBe(before)
    expect((await signIn()).data.signIn.problems).toEqual([{ field: 'password', code: 'WRONG' }])
    expect((await signIn(t.browser(), 'another fine horse')).data.signIn.step).toBe('DONE')
  })

  test('with a new address once it was confirmed there, of which the old one is told', async () => {
    const browser = await t.join(anna)
    await browser.ask('mutation { requestEmailChange(email: "new@example.org") { problems { code } } }')
    expect(await viewer(browser)).toBe(anna)
    const secret = await t.secretFor('new@example.org')
    const confirm =
      'mutation ($secret: String!) { confirmEmailChange(secret: $secret) { problems { code } } }'
    expect((await t.browser().ask(confirm, { secret })).data.confirmEmailChange.problems).toEqual([])
    expect(await viewer(browser)).toBe('new@example.org')
    const notice = (await t.letters()).at(-1)
    expect([notice?.recipient, notice?.text]).toEqual([
      anna,
      expect.stringContaining('another e-mail address'),
    ])
    expect((await t.browser().ask(confirm, { secret })).data.confirmEmailChange.problems).toEqual([
      { code: 'EXPIRED' },
    ])
  })

  test('never to an address that somebody else has, who is told', async () => {
    const browser = await t.join(anna)
    await t.join('boris@example.org')
    const { data } = await browser.ask(
      'mutation { requestEmailChange(email: "boris@example.org") { problems { code } } }',
    )
    expect(data.requestEmailChange.problems).toEqual([])
    const letter = (await t.letters()).at(-1)
    expect([letter?.recipient, letter?.subject]).toEqual([
      'boris@example.org',
      'You already have an account on Hansa',
    ])
  })
})

describe('sessions', () => {
  const list = '{ viewer { sessions { id device network isThis } } }'

  test('are listed with where they are, and end one by one', async () => {
    const browser = await t.join(anna)
    const phone = t.browser({
      address: '2001:db8:7::1',
      userAgent: 'Mozilla/5.0 (iPhone) Version/18 Safari/604.1',
    })
    await signIn(phone)
    const { sessions } = (await browser.ask(list)).data.viewer
    expect(sessions).toHaveLength(2)
    const other = sessions.find((session: { isThis: boolean }) => !session.isThis)
    expect(other).toMatchObject({ device: 'Safari, iPhone', network: '2001:db8:7::/48' })
    await browser.ask('mutation ($id: ID!) { endSession(id: $id) { problems { code } } }', { id: other.id })
    expect(await viewer(phone)).toBeNull()
    expect(await viewer(browser)).toBe(anna)
  })

  test('of others cannot be ended', async () => {
    const browser = await t.join(anna)
    const boris = await t.join('boris@example.org')
    const { id } = (await browser.ask(list)).data.viewer.sessions[0]
    const { errors } = await boris.ask('mutation ($id: ID!) { endSession(id: $id) { problems { code } } }', {
      id,
    })
    expect(errors[0]?.extensions.code).toBe('NOT_FOUND')
    expect(await viewer(browser)).toBe(anna)
  })

  test('end here, or everywhere', async () => {
    const [one, two, three] = [await t.join(anna), t.browser(), t.browser()]
    await signIn(two)
    await signIn(three)
    await one.ask('mutation { signOut { problems { code } } }')
    expect([await viewer(one), await viewer(two)]).toEqual([null, anna])
    await two.ask('mutation { signOutEverywhere { problems { code } } }')
    expect([await viewer(two), await viewer(three)]).toEqual([null, null])
  })
})

describe('the audit trail', () => {
  test('tells who did what from where, failed attempts included, and no secret', async () => {
    const browser = await t.join(anna)
    await signIn(t.browser({ address: '198.51.100.7', userAgent: 'curl/8' }), 'wrong password')
    const { secret, codes } = await t.addSecondFactor(browser)
    const made = await browser.ask(
      'mutation { createApiToken(name: "Report", scopes: [READ], days: 7) { token } }',
    )
    const rows = await t.trail()
    expect(rows.map((row) => row.action)).toEqual([
      'member.join-requested',
      'member.joined',
      'member.signed-in',
      'member.sign-in-failed',
      'member.second-factor-begun',
      'member.second-factor-added',
      'member.token-created',
    ])
    expect(rows.find((row) => row.action === 'member.sign-in-failed')).toMatchObject({
      actor: 'visitor',
      origin: { network: '198.51.100.0/24', device: 'curl' },
      entryId: rows[1]?.entryId,
    })
    const written = JSON.stringify(rows)
    for (const never of [
      password,
      secret,
      codes[0],
      made.data.createApiToken.token,
      browser.cookies.get('__Host-hansa-session'),
    ])
      expect(written).not.toContain(never)
  })
})

test('a member who was suspended is signed out at once and cannot sign in', async () => {
  const browser = await t.join(anna)
  await t.database.db.update(schema.member).set({ state: 'suspended' }).where(eq(schema.member.email, anna))
  expect(await viewer(browser)).toBeNull()
  expect((await signIn()).data.signIn.problems).toEqual([{ field: 'password', code: 'WRONG' }])
})

test('letters come in the language of the page, or of the member', async () => {
  const browser = t.browser()
  await browser.ask(
    'mutation { join(name: "Anna", email: "anna@example.org") { problems { code } } }',
    {},
    {
      'Accept-Language': 'uk, de;q=0.5',
    },
  )
  const [letter] = await t.letters()
  expect(letter).toMatchObject({ language: 'uk', subject: 'Підтвердьте свою адресу для Hansa' })
  expect(letter?.text).toContain('https://hansa.example/uk/join/confirm?secret=')
})
