import { schema, silentLog } from '@hansa/db'
import { type TestDatabase, testDatabase } from '@hansa/db/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { mailbox } from './mailbox.ts'

let database: TestDatabase
const at = new Date('2026-11-22T12:00:00Z')
const letter = (id: string, text: string, shownAt: Date | null) => ({
  id,
  recipient: 'anna@example.org',
  subject: `Letter ${id}`,
  text,
  html: '',
  language: 'en',
  createdAt: at,
  dueAt: at,
  shownAt,
})

beforeAll(async () => {
  database = await testDatabase({ log: silentLog })
  await database.db
    .insert(schema.mail)
    .values([
      letter('shown', '<script>alert(1)</script>\n\nhttp://localhost:3000/join?secret=x', at),
      letter('waiting', 'not yet', null),
    ])
})
afterAll(() => database.close())

test('shows the letters that were not sent, their links to be followed and their words as words', async () => {
  const answer = await mailbox(database.db).request('http://localhost:3000/mailbox')
  const page = await answer.text()
  expect(page).toContain('Letter shown')
  expect(page).not.toContain('Letter waiting')
  expect(page).toContain('<a href="http://localhost:3000/join?secret=x">')
  expect(page).not.toContain('<script>')
  expect(answer.headers.get('Cache-Control')).toBe('no-store')
})

test('is not there under a name that another machine could have', async () => {
  for (const url of [
    'http://192.0.2.1:3000/mailbox',
    'https://hansa.example/mailbox',
    'http://localhost.evil.example/mailbox',
  ])
    expect((await mailbox(database.db).request(url)).status).toBe(404)
})
