import { randomBytes } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import pg from 'pg'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { freePort } from './support/free-port.ts'
import { seededCopy } from './support/seeded.ts'
import {
  launchServer,
  type RunningServer,
  removeFolder,
  runCommand,
  startServer,
  temporaryFolder,
  waitFor,
} from './support/server.ts'

/* Accounts of an instance that is run for others: behind a proxy, with a mail server, in one process and in two. */

let room = ''
beforeAll(async () => {
  room = await temporaryFolder()
})
afterAll(() => removeFolder(room))

const publicUrl = 'https://hansa.example'

type Sent = { to: string; message: string }

/** A mail server that keeps what it gets. */
async function openSmtp() {
  const sent: Sent[] = []
  const smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, session, done) {
      let message = ''
      stream.on('data', (chunk) => (message += String(chunk)))
      stream.on('end', () => {
        // Quoted-printable: long lines are folded, and "=" is written as a code.
        const text = message.replace(/=\r\n/g, '').replaceAll('=3D', '=')
        sent.push({ to: session.envelope.rcptTo[0]?.address ?? '', message: text })
        done()
      })
    },
  })
  await new Promise<void>((resolve) => smtp.listen(0, '127.0.0.1', resolve))
  const { port } = smtp.server.address() as AddressInfo
  return {
    sent,
    url: `smtp://127.0.0.1:${port}`,
    close: () => new Promise((resolve) => smtp.close(() => resolve(null))),
  }
}

/** Sends a form as a browser on the page would, with the proxy's header. */
function post(
  url: string,
  form: Record<string, string>,
  more: Record<string, string> = {},
): Promise<Response> {
  return fetch(url, {
    method: 'POST',
    redirect: 'manual',
    headers: {
      'Content-Type': 'application/x-www-form-urlencoded',
      Origin: publicUrl,
      'X-Forwarded-For': '203.0.113.7',
      ...more,
    },
    body: new URLSearchParams(form),
  })
}

const linkIn = (message: string) => {
  const link = /https?:\/\/\S+secret=[\w-]+/.exec(message)?.[0] ?? ''
  const { pathname, search } = new URL(link)
  return pathname + search
}

const cookiesOf = (response: Response) =>
  response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ')

describe('in production, behind a proxy', () => {
  let smtp: Awaited<ReturnType<typeof openSmtp>>
  let server: RunningServer
  let local = ''
  const email = 'admin@example.org'
  let invitation = ''

  beforeAll(async () => {
    smtp = await openSmtp()
    const port = await freePort()
    local = `http://127.0.0.1:${port}`
    const DATA_DIR = await seededCopy(room, 'production')
    const variables = { DATA_DIR, NODE_ENV: 'production', PUBLIC_URL: publicUrl }
    const made = await runCommand(['create-administrator', email], variables)
    expect(made.code).toBe(0)
    invitation = linkIn(made.said)
    const program = launchServer({
      ...variables,
      PORT: String(port),
      SMTP_URL: smtp.url,
      MAIL_FROM: 'Hansa <hansa@hansa.example>',
    })
    await waitFor(program, () => /ready: https/.test(program.stdout()))
    server = {
      ...program,
      url: local,
      stop: (signal = 'SIGTERM') => {
        program.child.kill(signal)
        return program.exited
      },
    }
  })
  afterAll(async () => {
    await server?.stop()
    await smtp?.close()
  })

  test('the link that the command line prints makes an administrator, once', async () => {
    const joined = await post(local + invitation, { password: 'correct horse battery' })
    expect([joined.status, joined.headers.get('Location')]).toEqual([303, '/account'])
    const answer = await fetch(`${local}/graphql`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Origin: publicUrl, Cookie: cookiesOf(joined) },
      body: JSON.stringify({ query: '{ viewer { email isAdministrator sessions { network } } }' }),
    })
    expect(await answer.json()).toEqual({
      data: { viewer: { email, isAdministrator: true, sessions: [{ network: '203.0.113.0/24' }] } },
    })
    const again = await post(local + invitation, { password: 'another fine horse' })
    expect(again.status).toBe(400)
  })

  test('cookies want TLS, though the proxy asks without', async () => {
    const signedIn = await post(`${local}/sign-in`, { email, password: 'correct horse battery' })
    const cookies = signedIn.headers.getSetCookie()
    expect(cookies.some((cookie) => cookie.startsWith('__Host-hansa-session='))).toBe(true)
    for (const cookie of cookies)
      expect(cookie).toMatch(/^__Host-.*; Path=\/; .*HttpOnly; SameSite=Lax; Secure$/)
    expect(signedIn.headers.get('Cache-Control')).toBe('no-store, private')
  })

  test('a form of another site signs nobody in or out', async () => {
    const foreign = { Origin: 'https://evil.example', 'Sec-Fetch-Site': 'cross-site' }
    const answer = await post(`${local}/sign-in`, { email, password: 'correct horse battery' }, foreign)
    expect([answer.status, answer.headers.getSetCookie()]).toEqual([403, []])
  })

  test('a letter goes through the mail server, with a link that works', async () => {
    const asked = await post(`${local}/de/join`, { name: 'Jörg', email: 'joerg@example.org' })
    expect([asked.status, asked.headers.get('Location')]).toEqual([303, '/de/check-mail'])
    await vi.waitFor(() => expect(smtp.sent.map((each) => each.to)).toContain('joerg@example.org'), 20_000)
    const letter = smtp.sent.find((each) => each.to === 'joerg@example.org')
    const link = linkIn(letter?.message ?? '')
    expect(link).toMatch(/^\/de\/join\/confirm\?secret=/)
    const joined = await post(local + link, { password: '' })
    expect([joined.status, joined.headers.get('Location')]).toEqual([303, '/de/account'])
  })

  test('letters are shown to nobody', async () => {
    expect((await fetch(`${local}/mailbox`)).status).toBe(404)
  })

  test('without a mail server accounts are closed, which is said, and reading goes on', async () => {
    await server.stop()
    const port = await freePort()
    const program = launchServer({
      DATA_DIR: join(room, 'production'),
      NODE_ENV: 'production',
      PUBLIC_URL: publicUrl,
      PORT: String(port),
    })
    await waitFor(program, () => /ready: https/.test(program.stdout()))
    expect(program.stdout()).toContain('Accounts are closed: set SMTP_URL and MAIL_FROM')
    const page = await fetch(`http://127.0.0.1:${port}/join`)
    expect(await page.text()).toContain('This registry has no accounts')
    const asked = await post(`http://127.0.0.1:${port}/join`, { name: 'Anna', email: 'anna@example.org' })
    expect(asked.status).toBe(400)
    expect((await fetch(`http://127.0.0.1:${port}/practices`)).status).toBe(200)
    program.child.kill('SIGTERM')
    expect((await program.exited).code).toBe(0)
  })
})

const postgres = process.env.HANSA_TEST_DATABASE_URL ?? ''

describe.skipIf(!postgres)('with API and portal in two processes', () => {
  test('the portal hands cookies both ways, and the API knows the address of the browser', async () => {
    const name = `hansa_accounts_${randomBytes(6).toString('hex')}`
    const admin = new pg.Client({ connectionString: postgres })
    await admin.connect()
    await admin.query(`CREATE DATABASE ${name} TEMPLATE template0 ENCODING 'UTF8'`)
    await admin.end()
    const DATABASE_URL = Object.assign(new URL(postgres), { pathname: `/${name}` }).href
    const port = await freePort()
    const PUBLIC_URL = `http://localhost:${port}`
    const apiPort = await freePort()
    const API_URL = `http://127.0.0.1:${apiPort}`
    const made = await runCommand(['create-administrator', 'admin@example.org'], { DATABASE_URL, PUBLIC_URL })
    const api = launchServer({
      DATABASE_URL,
      PUBLIC_URL,
      DATA_DIR: join(room, 'api'),
      ROLE: 'api',
      PORT: String(apiPort),
      PROXY_HOPS: '1',
    })
    await waitFor(api, () => /ready: /.test(api.stdout()))
    const portal = await startServer({
      ROLE: 'portal',
      API_URL,
      PUBLIC_URL,
      PORT: String(port),
      PROXY_HOPS: '1',
    })
    const own = { Origin: PUBLIC_URL }
    const joined = await post(portal.url + linkIn(made.said), { password: 'correct horse battery' }, own)
    expect([joined.status, joined.headers.get('Location')]).toEqual([303, '/account'])
    const page = await fetch(`${portal.url}/account`, { headers: { Cookie: cookiesOf(joined) } })
    const html = await page.text()
    expect(html).toContain('admin@example.org')
    expect(html).toContain('203.0.113.0/24')
    const foreign = await post(
      `${portal.url}/sign-out`,
      {},
      { Origin: 'https://evil.example', Cookie: cookiesOf(joined), 'Sec-Fetch-Site': 'cross-site' },
    )
    expect(foreign.status).toBe(403)
    await post(`${portal.url}/sign-out`, {}, { ...own, Cookie: cookiesOf(joined) })
    const after = await fetch(`${portal.url}/account`, {
      headers: { Cookie: cookiesOf(joined) },
      redirect: 'manual',
    })
    expect(after.status).toBe(303)
    await portal.stop()
    api.child.kill('SIGTERM')
    await api.exited
  })
})
