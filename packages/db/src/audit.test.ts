import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import * as schema from './schema/index.ts'
import { type TestDatabase, testDatabase } from './testing.ts'

const { audit, member } = schema
const her = 'memb_000000000001'
const origin = { network: '192.0.2.0/24', device: 'Firefox on Windows' }

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())
beforeEach(async () => {
  await database.reset()
  await database.db
    .insert(member)
    .values({ id: her, name: 'Anna', email: 'anna@example.org', language: 'en' })
  await database.db.insert(audit).values([
    { actor: her, action: 'profile.changed', entryId: her, before: { a: 1 }, after: { a: 2 }, origin },
    { actor: her, action: 'entry.updated', entryId: 'city_000000000001', after: { title: 'Lund' }, origin },
  ])
})

const rows = () => database.db.select().from(audit).orderBy(audit.seq)
const erase = () => database.db.update(member).set({ state: 'erased' }).where(eq(member.id, her))
const refused = (work: PromiseLike<unknown>) =>
  expect(work).rejects.toMatchObject({ cause: { message: 'The audit trail is only ever added to.' } })

describe('the audit trail', () => {
  test.each([
    ['changed', sql`update audit set action = 'nothing'`],
    ['emptied of what was before', sql`update audit set before = null`],
    ['backdated', sql`update audit set at = now() - interval '1 year'`],
    ['deleted', sql`delete from audit`],
    ['truncated', sql`truncate audit`],
    [
      'replaced',
      sql`insert into audit overriding system value select * from audit on conflict (seq) do update set actor = 'x'`,
    ],
  ])('cannot be %s', async (_, statement) => {
    const before = await rows()
    await refused(database.db.execute(statement))
    expect(await rows()).toEqual(before)
  })

  test('loses what it says of a member once she is erased, and nothing else', async () => {
    await erase()
    await refused(database.db.update(audit).set({ after: null, before: null, origin: null }))
    await refused(database.db.update(audit).set({ after: null }).where(eq(audit.entryId, her)))
    await refused(database.db.update(audit).set({ origin: null, action: 'x' }).where(eq(audit.actor, her)))
    const emptied = (column: string) => sql.raw(`case entry_id when '${her}' then null else ${column} end`)
    await database.db
      .update(audit)
      .set({ origin: null, before: emptied('before'), after: emptied('after') })
      .where(eq(audit.actor, her))
    const [own, other] = await rows()
    expect(own).toMatchObject({ actor: her, before: null, after: null, origin: null })
    expect(other).toMatchObject({ actor: her, after: { title: 'Lund' }, origin: null })
  })
})
