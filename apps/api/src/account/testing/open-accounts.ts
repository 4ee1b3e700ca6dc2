import { schema } from '@hansa/db'
import { asc } from 'drizzle-orm'
import { Secret, TOTP } from 'otpauth'
import { type Answer, openTestApi, type TestApi, type TestOptions, today } from '../../testing/open-api.ts'
import { openTestProvider, type TestProvider } from './test-provider.ts'

type Ask = (query: string, variables?: object, headers?: Record<string, string>) => Promise<Answer>

/** A browser on a page of ours: keeps cookies, says where it asks from. */
export type TestBrowser = {
  ask: Ask
  cookies: Map<string, string>
  /** Every `Set-Cookie` value it got. */
  setCookies: string[]
}

export type Accounts = TestApi & {
  provider: TestProvider
  /** Lets so many seconds pass. */
  pass(seconds: number): void
  now(): Date
  browser(options?: { address?: string; userAgent?: string }): TestBrowser
  /** The letters written so far, the oldest first, with those that jobs write. */
  letters(): Promise<(typeof schema.mail.$inferSelect)[]>
  /** The secret in the newest letter to an address. */
  secretFor(email: string): Promise<string>
  /** Joins, confirms, and gives the browser that is signed in. */
  join(email: string, password?: string): Promise<TestBrowser>
  /** Sets a second factor up; gives its secret and the recovery codes. */
  addSecondFactor(browser: TestBrowser): Promise<{ secret: string; codes: string[] }>
  codeOf(secret: string): string
  trail(): Promise<(typeof schema.audit.$inferSelect)[]>
}

const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0'
export const password = 'correct horse battery'

/** An API with accounts, a clock that moves when told, and browsers to use it with. */
export const openAccounts = async (
  publicUrl = 'https://hansa.example',
  more: Pick<TestOptions, 'keeps'> = {},
): Promise<Accounts> => {
  let now = today
  const provider = openTestProvider()
  const t = await openTestApi(
    {},
    { clock: { now: () => now }, accounts: 'open', publicUrl, provider, ...more },
  )

  const browser: Accounts['browser'] = ({ address = '192.0.2.10', userAgent = firefox } = {}) => {
    const cookies = new Map<string, string>()
    const setCookies: string[] = []
    const ask: Ask = async (query, variables, headers) => {
      const request = new Request(`${publicUrl}/graphql`, {
        method: 'POST',
        headers: {
          'Content-Type': 'application/json',
          'User-Agent': userAgent,
          'Sec-Fetch-Site': 'same-origin',
          Cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
          ...headers,
        },
        body: JSON.stringify({ query, variables }),
      })
      const response = await t.api.fetch(request, { requestId: 'request-1', address })
      for (const each of response.headers.getSetCookie()) {
        setCookies.push(each)
        const [name = '', value = ''] = (each.split(';')[0] ?? '').split('=')
        if (value === '') cookies.delete(name)
        else cookies.set(name, value)
      }
      const { data, errors = [] } = (await response.json()) as Partial<Answer>
      return { status: response.status, data, errors }
    }
    return { ask, cookies, setCookies }
  }
  const letters = async () => {
    await t.work()
    return await t.database.db.select().from(schema.mail).orderBy(asc(schema.mail.createdAt))
  }
  const secretFor = async (email: string) => {
    const found = (await letters()).filter(
      (letter) => letter.recipient === email && /secret=/.test(letter.text),
    )
    return /secret=([\w-]+)/.exec(found.at(-1)?.text ?? '')?.[1] ?? ''
  }
  const codeOf = (secret: string) =>
    new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: now.getTime() })
  return {
    ...t,
    provider,
    pass(seconds) {
      now = new Date(now.getTime() + seconds * 1000)
    },
    now: () => now,
    browser,
    letters,
    secretFor,
    async join(email, chosen = password) {
      const opened = browser()
      await opened.ask(
        'mutation ($email: String!) { join(name: "Anna Berg", email: $email) { problems { code } } }',
        {
          email,
        },
      )
      const { data } = await opened.ask(
        'mutation ($secret: String!, $password: String!) { confirmJoin(secret: $secret, password: $password) { problems { code message } } }',
        { secret: await secretFor(email), password: chosen },
      )
      if (data?.confirmJoin.problems.length !== 0) throw new Error(JSON.stringify(data))
      return opened
    },
    async addSecondFactor(opened) {
      const begun = await opened.ask('mutation { setUpSecondFactor { secret problems { code } } }')
      const secret: string = begun.data.setUpSecondFactor.secret
      const { data } = await opened.ask(
        'mutation ($code: String!) { addSecondFactor(code: $code) { codes problems { code } } }',
        { code: codeOf(secret) },
      )
      return { secret, codes: data.addSecondFactor.codes }
    },
    codeOf,
    trail: () => t.database.db.select().from(schema.audit).orderBy(asc(schema.audit.seq)),
  }
}

export const viewerQuery = '{ viewer { email } }'
export const signInMutation =
  'mutation ($email: String!, $password: String!) { signIn(email: $email, password: $password) { step problems { field code } } }'
