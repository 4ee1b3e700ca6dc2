import { type Db, schema } from '@hansa/db'
import { startProcess } from '@hansa/db/testing-process'
import { newId } from '@hansa/domain/id'
import { isNotNull } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { openSmtp, type Smtp } from '../mail/testing/open-smtp.ts'
import { type KeptDatabase, withKeptDatabase } from '../testing/kept-database.ts'
import { notify } from './notify.ts'

const { job, mail, member, notification } = schema
const child = new URL('./letters.child.ts', import.meta.url)
const people = Array.from({ length: 8 }, (_, n) => ({ id: newId('memb'), email: `member${n}@example.org` }))
const ids = people.map(({ id }) => id)
const viewer = { kind: 'system', name: 'test' } as const
const clock = { now: () => new Date() }

/** Tells all of them the same occasion, as work does that is done again because nobody knows whether it was done. */
const tell = (db: Db) =>
  db.transaction((tx) =>
    notify(
      tx,
      { clock, viewer },
      { to: ids, about: 'curation.confirmation-due', key: 'prac_1 2027-01-01 0' },
    ),
  )

const start = ({ at }: KeptDatabase, smtp: Smtp, minutes: number) =>
  startProcess(child, at, smtp.url, String(minutes))

/** Sends letters in a process that is killed while the mail server has the nth letter and has not said so. */
const killedAtLetter = async (kept: KeptDatabase, smtp: Smtp, nth: number, minutes: number) => {
  const running = start(kept, smtp, minutes)
  const arrived = new Promise<void>((resolve) => {
    smtp.answerWith(() => {
      if (smtp.received.length + 1 < nth) return null
      running.kill('SIGKILL')
      resolve()
      return null
    })
  })
  await arrived
  expect(await running.ended).toBeNull()
  smtp.answerWith(() => null)
}

const idOf = (message: string) => /^Message-ID: (.*)\r$/m.exec(message)?.[1]

test('letters whose process is killed again and again all arrive, as one letter each, and news are told once', async () => {
  const smtp = await openSmtp()
  try {
    await withKeptDatabase(async (kept) => {
      await kept.use(async ({ db }) => {
        const about = { name: 'Anna', language: 'en', createdAt: clock.now() }
        await db.insert(member).values(people.map((each) => ({ ...each, ...about })))
        await tell(db)
      })
      await killedAtLetter(kept, smtp, 1, 0)
      await kept.use(({ db }) => tell(db))
      await killedAtLetter(kept, smtp, 5, 5)
      const last = start(kept, smtp, 10)
      await last.line('over')
      expect(await last.ended).toBe(0)

      expect(new Set(smtp.received.flatMap(({ to }) => to))).toEqual(
        new Set(people.map(({ email }) => email)),
      )
      // One that was handed over in the moment of a kill comes again as the same letter, which mail programs show once.
      expect(new Set(smtp.received.map(({ message }) => idOf(message))).size).toBe(people.length)
      expect(smtp.received.length).toBeLessThanOrEqual(people.length + 2)
      await kept.use(async ({ db }) => {
        expect(await db.$count(notification)).toBe(people.length)
        expect(await db.$count(notification, isNotNull(notification.settledAt))).toBe(people.length)
        expect([await db.$count(mail), await db.$count(job)]).toEqual([0, 0])
      })
    })
  } finally {
    await smtp.close()
  }
}, 120_000)
