import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import {
  type Accounts,
  openAccounts,
  password,
  signInMutation,
  type TestBrowser,
} from './testing/open-accounts.ts'

/* What strangers try who want to know, or to get in by trying. Each test tries it. */

let t: Accounts
beforeAll(async () => {
  t = await openAccounts()
})
beforeEach(() => t.database.reset())
afterAll(() => t.close())

const anna = 'anna@example.org'
const signIn = (browser: TestBrowser, given = password, email = anna) =>
  browser.ask(signInMutation, { email, password: given })

describe('guessing', () => {
  const guess = async (browser: TestBrowser, email = anna) => {
    const { data, errors } = await signIn(browser, `guess ${Math.random()}`, email)
    return errors[0]?.extensions.code ?? data.signIn.problems[0].code
  }

  test('passwords of one account waits longer and longer', async () => {
    await t.join(anna)
    const attacker = t.browser({ address: '203.0.113.5' })
    const answers: string[] = []
    for (let i = 0; i < 8; i++) answers.push(await guess(attacker))
    expect(answers.slice(0, 5)).toEqual(Array(5).fill('WRONG'))
    expect(answers.slice(5)).toEqual(Array(3).fill('RATE_LIMITED'))
    // Not even the right one is looked at meanwhile.
    expect((await signIn(attacker)).errors[0]?.extensions).toMatchObject({
      code: 'RATE_LIMITED',
      retryAfter: 2,
    })
    let tried = 0
    for (let second = 0; second < 3600; second += 10) {
      t.pass(10)
      if ((await guess(attacker)) === 'WRONG') tried++
    }
    expect(tried).toBeLessThan(15)
  })

  test('does not lock out whoever signed in from her browser before, nor anybody elsewhere', async () => {
    const own = await t.join(anna)
    await own.ask('mutation { signOut { problems { code } } }')
    const neighbour = t.browser()
    for (let i = 0; i < 8; i++) await guess(neighbour)
    expect(await guess(neighbour)).toBe('RATE_LIMITED')
    expect((await signIn(own)).data.signIn.step).toBe('DONE')
    expect((await signIn(t.browser({ address: '198.51.100.20' }))).data.signIn.step).toBe('DONE')
    const link = await neighbour.ask(`mutation { requestSignInLink(email: "${anna}") { problems { code } } }`)
    expect(link.errors).toEqual([])
  })

  test('with a device cookie of another account wins no budget', async () => {
    await t.join(anna)
    const eve = await t.join('eve@example.org')
    for (let i = 0; i < 6; i++) await guess(eve)
    expect(await guess(eve)).toBe('RATE_LIMITED')
  })

  test('many accounts from one network is stopped too', async () => {
    const attacker = t.browser({ address: '203.0.113.5' })
    const answers = new Map<string, number>()
    for (let i = 0; i < 70; i++) {
      const answer = await guess(attacker, `someone${i}@example.org`)
      answers.set(answer, (answers.get(answer) ?? 0) + 1)
    }
    expect(answers.get('WRONG')).toBe(60)
    expect(answers.get('RATE_LIMITED')).toBe(10)
  })

  test('by aliases in one request counts each of them', async () => {
    await t.join(anna)
    const guesses = Array.from(
      { length: 40 },
      (_, i) => `g${i}: signIn(email: "${anna}", password: "guess number ${i}") { problems { code } }`,
    )
    const { errors } = await t.browser({ address: '203.0.113.5' }).ask(`mutation { ${guesses.join(' ')} }`)
    expect(errors.map((error) => error.extensions.code)).toContain('RATE_LIMITED')
    const failed = (await t.trail()).filter((row) => row.action === 'member.sign-in-failed')
    expect(failed).toHaveLength(5)
  })

  test('at the same moment counts each of them', async () => {
    await t.join(anna)
    const attacker = t.browser({ address: '203.0.113.5' })
    const answers = await Promise.all(Array.from({ length: 12 }, () => guess(attacker)))
    expect(answers.filter((answer) => answer === 'WRONG')).toHaveLength(5)
  })

  test('second factors waits too, from wherever it comes', async () => {
    await t.addSecondFactor(await t.join(anna))
    const answers: string[] = []
    for (let i = 0; i < 8; i++) {
      const attacker = t.browser({ address: `203.0.${i}.5` })
      await signIn(attacker)
      const { data, errors } = await attacker.ask(
        `mutation { signInWithCode(code: "${String(100000 + i)}") { problems { code } } }`,
      )
      answers.push(String(errors[0]?.extensions.code ?? data.signInWithCode.problems[0].code))
    }
    expect(answers).toEqual([...Array(5).fill('WRONG'), ...Array(3).fill('RATE_LIMITED')])
  })
})

describe('whether there is an account', () => {
  const both = async (mutation: (email: string) => string) => {
    await t.join(anna)
    const answers = []
    for (const email of [anna, 'nobody@example.org']) {
      const { status, data, errors } = await t
        .browser()
        .ask(`mutation { ${mutation(email)} { problems { field code message } } }`)
      answers.push({ status, data, errors })
    }
    return answers
  }

  test.each([
    ['signing in', (email: string) => `x: signIn(email: "${email}", password: "wrong password")`],
    ['joining', (email: string) => `x: join(name: "Eve", email: "${email}")`],
    ['asking for a link', (email: string) => `x: requestSignInLink(email: "${email}")`],
    ['asking for a new password', (email: string) => `x: requestPasswordReset(email: "${email}")`],
  ])('is not told by %s', async (_, mutation) => {
    const [known, unknown] = await both(mutation)
    expect(known).toEqual(unknown)
    expect(known?.errors).toEqual([])
  })

  test('is not told by how much signing in works', async () => {
    await t.join(anna)
    const spent = async (email: string) => {
      const before = process.cpuUsage()
      await signIn(
        t.browser({ address: `198.51.${Math.floor(Math.random() * 250)}.1` }),
        'wrong password',
        email,
      )
      const { user, system } = process.cpuUsage(before)
      return user + system
    }
    const known: number[] = []
    const unknown: number[] = []
    for (let i = 0; i < 12; i++) {
      known.push(await spent(anna))
      unknown.push(await spent(`nobody${i}@example.org`))
    }
    const middle = (values: number[]) => values.sort((a, b) => a - b)[values.length / 2] ?? 0
    // Without the work for nobody an unknown address would take a tenth of it.
    expect(middle(unknown) / middle(known)).toBeGreaterThan(0.5)
    expect(middle(unknown) / middle(known)).toBeLessThan(2)
  })

  test('is told to its owner when somebody joins with the address', async () => {
    await t.join(anna)
    await t.browser().ask(`mutation { join(name: "Eve", email: "${anna}") { problems { code } } }`)
    const letter = (await t.letters()).at(-1)
    expect(letter?.subject).toBe('You already have an account on Hansa')
    expect(letter?.text).not.toContain('Eve')
    expect(letter?.text).not.toContain('secret=')
  })
})

describe('letters', () => {
  test('to one address are few, and the answer does not say whether it has an account', async () => {
    await t.join(anna)
    for (const email of [anna, 'nobody@example.org']) {
      const answers: unknown[] = []
      for (let i = 0; i < 5; i++) {
        const { errors } = await t
          .browser({ address: '203.0.113.5' })
          .ask(`mutation { requestPasswordReset(email: "${email}") { problems { code } } }`)
        answers.push(errors[0]?.extensions.code ?? 'OK')
      }
      expect(answers).toEqual(['OK', 'OK', 'OK', 'RATE_LIMITED', 'RATE_LIMITED'])
    }
  })

  test('repeat nothing that a stranger typed', async () => {
    await t
      .browser()
      .ask(
        'mutation { join(name: "Win money at evil.example", email: "victim@example.org") { problems { code } } }',
      )
    const [letter] = await t.letters()
    expect(`${letter?.subject}${letter?.text}${letter?.html}`).not.toContain('evil.example')
  })

  test.each(['a@b.org\r\nBcc: c@d.org', 'a@b.org, c@d.org', '"a\nb"@c.org', 'a@b.org>\nX: y'])(
    'never go to %j',
    async (email) => {
      const { data } = await t
        .browser()
        .ask('mutation ($email: String!) { join(name: "x", email: $email) { problems { field } } }', {
          email,
        })
      expect(data.join.problems).toEqual([{ field: 'email' }])
      expect(await t.letters()).toEqual([])
    },
  )
})
