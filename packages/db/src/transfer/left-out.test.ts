import { Readable, Writable } from 'node:stream'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { schema } from '../schema-type.ts'
import { type TestDatabase, testDatabase } from '../testing.ts'
import { readForeignKeys } from './catalog.ts'
import { exportInstance } from './export-instance.ts'
import { importInstance } from './import-instance.ts'
import { leftOut } from './left-out.ts'

let source: TestDatabase
let target: TestDatabase
beforeAll(async () => {
  source = await testDatabase()
  target = await testDatabase()
})
afterAll(async () => {
  await source.close()
  await target.close()
})

const at = new Date('2026-11-22T12:00:00Z')
const memberId = 'memb_0123456789ab'

async function exported(): Promise<string> {
  const chunks: string[] = []
  const sink = new Writable({
    write(chunk, _encoding, done) {
      chunks.push(String(chunk))
      done()
    },
  })
  await exportInstance(source, sink)
  return chunks.join('')
}

test('sessions, tokens, tickets and letters stay behind; members, their passwords and their linked accounts travel', async () => {
  const { db } = source
  const until = { createdAt: at, expiresAt: at }
  await db
    .insert(schema.member)
    .values({ id: memberId, name: 'Anna', email: 'anna@example.org', language: 'en' })
  await db.insert(schema.password).values({ memberId, hash: '$argon2id$v=19$…', changedAt: at })
  await db.insert(schema.identity).values({
    id: 'iden_0123456789ab',
    issuer: 'https://provider.example',
    subject: 'anna-1',
    memberId,
    label: 'anna@example.org',
    createdAt: at,
  })
  const place = { network: '192.0.2.0/24', device: 'Firefox on Windows' }
  await db.insert(schema.session).values({
    ...until,
    ...place,
    idHash: 'secret-1',
    publicId: 'sess_1',
    memberId,
    method: 'password',
    lastSeenAt: at,
    endsAt: at,
  })
  await db.insert(schema.knownDevice).values({ idHash: 'secret-2', memberId, lastSeenAt: at })
  await db
    .insert(schema.ticket)
    .values({ ...until, idHash: 'secret-3', purpose: 'reset', memberId, payload: {} })
  await db
    .insert(schema.apiToken)
    .values({ ...until, id: 'toke_1', tokenHash: 'secret-4', memberId, name: 'x', scopes: ['read'] })
  await db.insert(schema.throttle).values({ keyHash: 'secret-5', attempts: 1, freeAt: at, updatedAt: at })
  await db.insert(schema.mail).values({
    id: 'm',
    recipient: 'anna@example.org',
    subject: 's',
    text: 'secret-6',
    html: '',
    language: 'en',
    createdAt: at,
    dueAt: at,
  })

  const file = await exported()
  expect(file).not.toContain('secret-')
  expect(await importInstance(target, Readable.from([file]))).toMatchObject({
    member: 1,
    password: 1,
    identity: 1,
  })
  expect(await target.db.select({ id: schema.member.id }).from(schema.member)).toEqual([{ id: memberId }])
})

test('what stays behind is named as its table is, and nothing that travels refers to it', async () => {
  await source.exclusive(5000, async (connection) => {
    const { rows } = await connection.query(
      `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'`,
    )
    expect(rows.map((row) => row.name)).toEqual(expect.arrayContaining([...leftOut]))
    const keys = await readForeignKeys(connection)
    expect(keys.filter((key) => leftOut.has(key.target))).toEqual([])
  })
})
