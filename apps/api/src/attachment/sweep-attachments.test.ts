import { schema } from '@hansa/db'
import { png } from '@hansa/files/testing'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { sweepAttachments } from './sweep-attachments.ts'
import { type Attachments, openAttachments, practice } from './testing/open-attachments.ts'

const { attachment } = schema

let t: Attachments
beforeAll(async () => {
  t = await openAttachments()
})
afterAll(() => t.close())
beforeEach(() => t.forget())

describe('the sweep', () => {
  test('removes what belongs to nothing after a day, and nothing that belongs to something', async () => {
    const kept = await t.published(await png({ width: 77, height: 33 }))
    const alone = await t.sent(await png({ width: 78, height: 33 }), { query: '' })
    t.pass(23 * 3600)
    await t.sweep()
    expect((await t.get(alone.paths[0] ?? '', await t.signIn(t.editor.id))).status).toBe(200)
    t.pass(2 * 3600)
    await t.sweep()
    t.editor = await t.signIn(t.editor.id)
    expect((await t.get(alone.paths[0] ?? '', t.editor)).status).toBe(404)
    expect((await t.get(kept.paths[0] ?? '')).status).toBe(200)
  })

  test('removes the bytes of what was removed when nothing else is made of them', async () => {
    const content = await png({ width: 123, height: 45 })
    const [one, other] = [await t.published(content), await t.published(content)]
    const [row] = await t.database.db.select().from(attachment)
    const sha256 = row?.sha256 ?? ''
    expect((await t.remove(one.id)).data.removeAttachment.problems).toEqual([])
    await t.sweep()
    expect((await t.get(one.paths[0] ?? '')).status).toBe(404)
    expect((await t.get(other.paths[0] ?? '')).status).toBe(200)
    expect(await t.lying()).toContain(sha256)
    await t.remove(other.id)
    await t.sweep()
    expect(await t.lying()).not.toContain(sha256)
    // What was removed is removed: it is not described or removed again.
    expect((await t.describe(one.id)).errors[0]?.extensions.code).toBe('FORBIDDEN')
    expect((await t.remove(one.id)).errors[0]?.extensions.code).toBe('FORBIDDEN')
  })

  test('that ends half-way is finished by the next, and who sends the same meanwhile keeps it', async () => {
    const content = await png({ width: 124, height: 45 })
    const file = await t.published(content)
    await t.remove(file.id)
    const broken = { ...t.files.store, remove: () => Promise.reject(new Error('the disk went away')) }
    const deps = { db: t.database.db, clock: { now: t.now } }
    await expect(sweepAttachments({ ...deps, store: broken })).rejects.toThrow('the disk went away')
    const [again] = await Promise.all([t.published(content), t.sweep()])
    expect((await t.get(again?.paths[0] ?? '')).status).toBe(200)
  })
})

test('a file whose bytes never came whole, because the process ended, is seen by nobody and removed a day later', async () => {
  const before = await t.lying()
  const file = await t.sent(await png({ width: 91, height: 19 }))
  await t.database.db.update(attachment).set({ storedAt: null })
  expect((await t.get(file.paths[0] ?? '', t.editor)).status).toBe(404)
  expect((await t.describe(file.id)).errors[0]?.extensions.code).toBe('FORBIDDEN')
  const { data } = await t.editor.ask(`{ attachmentsAt(entry: "${practice}") { state } }`)
  expect(data.attachmentsAt).toEqual([])
  t.pass(25 * 3600)
  await t.sweep()
  expect(await t.lying()).toEqual(before)
  t.editor = await t.signIn(t.editor.id)
})
