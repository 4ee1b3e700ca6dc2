import { schema, silentLog } from '@hansa/db'
import { type TestDatabase, testDatabase } from '@hansa/db/testing'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { letterLanguages } from './letter.ts'
import { joinLetter } from './letters/join.ts'
import { writeLetter } from './mail.queue.ts'
import { type Mailer, startMailer } from './mailer.ts'
import { openSmtp, type Received, type Smtp } from './testing/open-smtp.ts'
import { createSmtpTransport } from './transport.ts'

const refusal = (code: number) => Object.assign(new Error('not now'), { responseCode: code })

let database: TestDatabase
let smtp: Smtp
let now = new Date('2026-11-22T12:00:00Z')
const clock = { now: () => now }
const mailers: Mailer[] = []

beforeAll(async () => {
  database = await testDatabase()
})
beforeEach(async () => {
  await database.reset()
  now = new Date('2026-11-22T12:00:00Z')
  smtp = await openSmtp()
})
afterEach(async () => {
  for (const mailer of mailers.splice(0)) await mailer.stop()
  await smtp.close()
})
afterAll(() => database.close())

const start = async () => {
  const transport = createSmtpTransport({ url: smtp.url, from: 'Hansa <hansa@hansa.example>' })
  mailers.push(await startMailer({ database, clock, log: silentLog, transport }))
}
const letter = joinLetter.de({ link: 'https://hansa.example/join/confirm?secret=abc&x=1' })
const write = (to = 'anna@example.org', db = database.db) =>
  writeLetter({ db, clock }, { to, language: 'de', letter })
const waiting = () => database.db.select().from(schema.mail)

describe('a letter', () => {
  test('written in a transaction is sent once that commits, and its row is gone', async () => {
    await start()
    await database.db.transaction((tx) => write('anna@example.org', tx as typeof database.db))
    await vi.waitFor(() => expect(smtp.received).toHaveLength(1))
    await vi.waitFor(async () => expect(await waiting()).toEqual([]))
    const [{ to, from, message }] = smtp.received as [Received]
    expect([to, from]).toEqual([['anna@example.org'], 'hansa@hansa.example'])
    expect(message).toMatch(/^Subject: =\?UTF-8\?/m)
    expect(message).toMatch(/^Auto-Submitted: auto-generated\r$/m)
    expect(message).toMatch(/^Message-ID: <[0-9a-f-]{36}@hansa\.example>\r$/m)
    expect(message).toContain('Content-Type: text/plain')
    expect(message).toContain('Content-Type: text/html')
  })

  test('of a transaction that fails is never sent', async () => {
    await start()
    await database.db
      .transaction(async (tx) => {
        await write('anna@example.org', tx as typeof database.db)
        throw new Error('no')
      })
      .catch(() => undefined)
    await write('boris@example.org')
    await vi.waitFor(() => expect(smtp.received.map((each) => each.to)).toEqual([['boris@example.org']]))
  })

  test('written while no mailer ran is sent by the next one', async () => {
    await write()
    await start()
    await vi.waitFor(() => expect(smtp.received).toHaveLength(1))
  })

  test('is sent once by several mailers', async () => {
    for (let i = 0; i < 3; i++) await start()
    for (let i = 0; i < 6; i++) await write(`member${i}@example.org`)
    await vi.waitFor(async () => expect(await waiting()).toEqual([]))
    expect(new Set(smtp.received.map((each) => each.to[0])).size).toBe(6)
    expect(smtp.received).toHaveLength(6)
  })

  test('that a server cannot take yet waits and is sent later, under the same id', async () => {
    const ids: string[] = []
    smtp.answerWith(() => refusal(451))
    await write()
    await start()
    await vi.waitFor(async () => expect((await waiting())[0]).toMatchObject({ attempts: 1 }))
    await vi.waitFor(async () =>
      expect((await waiting())[0]?.dueAt).toEqual(new Date(now.getTime() + 60_000)),
    )
    ids.push((await waiting())[0]?.id ?? '')
    smtp.answerWith(() => null)
    now = new Date(now.getTime() + 60_000)
    await start()
    await vi.waitFor(() => expect(smtp.received[0]?.message).toContain(`<${ids[0]}@hansa.example>`))
  })

  test('that a server refuses for good, or that waited for a day, is given up; news wait for a week', async () => {
    smtp.answerWith(() => refusal(550))
    await write()
    await start()
    await vi.waitFor(async () => expect(await waiting()).toEqual([]))
    await mailers.pop()?.stop()
    await write()
    const stop = { link: 'https://hansa.example/', words: 'Stop' }
    const news = { ...letter, ending: { why: 'You follow Malmö.', stop } }
    await writeLetter({ db: database.db, clock }, { to: 'boris@example.org', language: 'de', letter: news })
    now = new Date(now.getTime() + 25 * 3600 * 1000)
    smtp.answerWith(() => null)
    await start()
    await vi.waitFor(async () => expect(await waiting()).toEqual([]))
    expect(smtp.received.map((each) => each.to[0])).toEqual(['boris@example.org'])
  })

  test('whose mailer died while sending is sent by another one once its time is over', async () => {
    await write()
    // What a mailer leaves behind that took the letter and was killed.
    await database.db.update(schema.mail).set({ attempts: 1, dueAt: new Date(now.getTime() + 120_000) })
    await start()
    await write('boris@example.org')
    await vi.waitFor(() => expect(smtp.received.map((each) => each.to[0])).toEqual(['boris@example.org']))
    now = new Date(now.getTime() + 120_000)
    await start()
    await vi.waitFor(() => expect(smtp.received.map((each) => each.to[0])).toContain('anna@example.org'))
  })
})

test('a letter that can be stopped tells mail programs where one click does it; others do not', async () => {
  const stop = { link: 'https://hansa.example/stop-letters?secret=a.b', words: 'Stop' }
  const ending = { why: 'You get this letter because you follow Malmö.', stop }
  const to = { to: 'anna@example.org', language: 'de', letter: { ...letter, ending } } as const
  await writeLetter({ db: database.db, clock }, { id: 'news_1', ...to })
  await writeLetter({ db: database.db, clock }, { id: 'news_1', ...to })
  await write('boris@example.org')
  await start()
  await vi.waitFor(() => expect(smtp.received).toHaveLength(2))
  const [stoppable, other] = smtp.received.map(({ message }) => message.replaceAll('\r\n ', ' '))
  expect(stoppable).toMatch(/^List-Unsubscribe: <https:\/\/hansa\.example\/stop-letters\?secret=a\.b>\r$/m)
  expect(stoppable).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click\r$/m)
  expect(stoppable).toMatch(/^Message-ID: <news_1@hansa\.example>\r$/m)
  expect(other).not.toContain('List-Unsubscribe')
})

test('an address cannot add headers or recipients, whatever it holds', async () => {
  const evil = 'anna@example.org\r\nBcc: eve@example.org\r\nX-Evil: yes'
  await write(evil)
  await write('boris@example.org')
  await start()
  await vi.waitFor(() => expect(smtp.received.some((each) => each.to[0] === 'boris@example.org')).toBe(true))
  for (const { to, message } of smtp.received) {
    expect(to).not.toContain('eve@example.org')
    expect(message).not.toMatch(/^(Bcc|X-Evil):/im)
  }
})

test('without a server letters are kept to be shown, and never sent later', async () => {
  await write()
  mailers.push(await startMailer({ database, clock, log: silentLog, transport: null }))
  await vi.waitFor(async () => expect((await waiting())[0]?.shownAt).toEqual(now))
  await mailers.pop()?.stop()
  await start()
  await write('boris@example.org')
  await vi.waitFor(() => expect(smtp.received.map((each) => each.to[0])).toEqual(['boris@example.org']))
})

test.each(letterLanguages)('the letter for joining is whole in %s', (language) => {
  const { subject, body } = joinLetter[language]({ link: 'https://hansa.example/x' })
  expect(subject).toMatch(/Hans/)
  expect(body.filter((part) => typeof part !== 'string')).toHaveLength(1)
  expect(body.length).toBe(4)
})
