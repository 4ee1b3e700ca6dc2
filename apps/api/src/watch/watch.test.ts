import { schema } from '@hansa/db'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openPeople, type People, type Person } from '../member/testing/open-people.ts'
import { deliver } from '../notification/deliver-news.ts'
import { notify } from '../notification/notify.ts'
import { buildPractice, idOf, save, saveWorld } from '../testing/world.ts'

let t: People
beforeAll(async () => {
  t = await openPeople()
  await saveWorld(t.database.db)
})
afterAll(() => t.close())

const { entry, job, mail, member, notification, watch } = schema
const [malmo, lund, league] = [idOf('city', 'malmo'), idOf('city', 'lund'), idOf('network', 'league')]
const minutes = 60
const day = 24 * 3600

// Every test has its own days: what was written before them is old news, whatever the machine's clock says.
beforeEach(async () => {
  await t.database.db.delete(mail)
  await t.database.db.delete(job)
  await t.database.db.delete(watch)
  t.pass(10 * day)
  await t.database.db.update(entry).set({ updatedAt: new Date(t.now().getTime() - day * 1000) })
  await t.work()
})

/** Saves a practice as it was changed just now, and has it found. */
const change = async (key: string, input: object) => {
  t.pass(1)
  await save(t.database.db, buildPractice(key, input))
  await t.database.db
    .update(entry)
    .set({ updatedAt: t.now() })
    .where(eq(entry.id, idOf('practice', key)))
  await t.database.settle()
  await t.index()
}
const inMalmo = (key: string, title: string, more: object = {}) =>
  change(key, { title, slug: key, city: malmo, policyAreas: ['policy-area/housing'], ...more })

const done = '{ problems { field code message } }'
const act = async (who: Person, mutation: string) => {
  const { data, errors } = await who.ask(`mutation { outcome: ${mutation} ${done} }`)
  return errors[0]?.extensions.code ?? data.outcome.problems[0]?.code ?? 'done'
}
const follow = (who: Person, target: string) => act(who, `follow(target: "${target}")`)
const lettersTo = async ({ id }: Person) =>
  (await t.letters()).filter(({ recipient }) => recipient === `${id}@example.org`)
/** Her news, after whatever signing in again needs: days have passed. */
const newsOf = async ({ id }: Person) =>
  (
    await (
      await t.signIn(id)
    ).ask('{ viewer { unreadNews } news { nodes { sentence title count entries { title path } } } }')
  ).data
const secretOf = (text: string) => /secret=([\w.-]+)/.exec(text)?.[1] ?? ''

describe('what somebody follows', () => {
  test('is told of in the portal and in one letter a day, with why it came and how to stop it', async () => {
    const anna = await t.person()
    expect(await follow(anna, malmo)).toBe('done')
    await inMalmo('keys', 'Keys for everybody')
    await inMalmo('doors', 'Doors for everybody')
    t.pass(day)
    const [letter, ...more] = await lettersTo(anna)
    expect(more).toEqual([])
    expect(letter?.subject).toBe('There is news about what you follow: Malmö')
    expect(letter?.text).toContain('Keys for everybody\nhttps://hansa.example/practices/keys')
    expect(letter?.text).toContain('2 entries are new or changed:')
    expect(letter?.text).toContain('because you chose to hear from Hansa once a day')
    expect(letter?.stopUrl).toMatch(
      /^https:\/\/hansa\.example\/stop-letters\?secret=memb_\w+\.digest\.daily\./,
    )
    expect(letter?.html).toContain(`href="${letter?.stopUrl}"`)
    const { viewer, news } = await newsOf(anna)
    expect(viewer.unreadNews).toBe(1)
    expect(news.nodes).toMatchObject([{ title: 'Malmö', entries: [{}, {}] }])
  })

  test('is not written of on a day on which nothing changed, and never twice of one change', async () => {
    const anna = await t.person()
    await follow(anna, malmo)
    await follow(anna, 'policy-area/housing')
    t.pass(day)
    expect(await lettersTo(anna)).toEqual([])
    await inMalmo('keys', 'Keys for many')
    for (let i = 0; i < 3; i += 1) {
      t.pass(day)
      await t.work()
    }
    // Both things that she follows name it, in one letter.
    const letters = await lettersTo(anna)
    expect(letters.map(({ subject }) => subject)).toEqual(['Hansa: 2 pieces of news'])
  })

  test('is told at once to who wants that, once a week to who wants that, and never by letter to who does not', async () => {
    const [anna, boris, carla] = [await t.person(), await t.person(), await t.person()]
    for (const [who, rhythm] of [
      [anna, 'AT_ONCE'],
      [boris, 'WEEKLY'],
      [carla, 'NEVER'],
    ] as const) {
      await follow(who, league)
      expect(await act(who, `chooseLetters(followed: ${rhythm})`)).toBe('done')
    }
    await inMalmo('keys', 'Keys for all of us', { networks: [league] })
    t.pass(6 * minutes)
    expect(
      (await lettersTo(anna)).map(({ text }) =>
        text.includes('you asked Hansa to tell you about “League of Cities”'),
      ),
    ).toEqual([true])
    t.pass(7 * day)
    expect((await lettersTo(boris)).map(({ subject }) => subject)).toEqual([
      'There is news about what you follow: League of Cities',
    ])
    expect(await lettersTo(anna)).toHaveLength(1)
    expect(await lettersTo(carla)).toEqual([])
    expect((await newsOf(carla)).viewer.unreadNews).toBe(1)
  })

  test('is only what is public, and only her own', async () => {
    const [anna, eve] = [await t.person(), await t.person()]
    expect(await follow(anna, 'prac_000000000000')).toBe('INVALID')
    expect(await follow(anna, 'target-group/one')).toBe('INVALID')
    await follow(anna, lund)
    const [row] = await t.database.db.select().from(watch).where(eq(watch.memberId, anna.id))
    expect(await act(eve, `endWatch(id: "${row?.id}")`)).toBe('CONFLICT')
    expect(await act(eve, `setWatchLetters(id: "${row?.id}", letters: false)`)).toBe('CONFLICT')
    expect((await eve.ask('{ viewer { watches { id } } }')).data.viewer.watches).toEqual([])
    expect(await act(anna, `endWatch(id: "${row?.id}")`)).toBe('done')
  })
})

describe('a saved search', () => {
  const saved = (who: Person, text: string) =>
    act(who, `saveSearch(name: "Keys", text: "${text}", kinds: [PRACTICE], filter: { city: ["malmo"] })`)

  test('is told of when it finds something new, and leads to the page that shows it', async () => {
    const anna = await t.person()
    await act(anna, 'chooseLetters(search: AT_ONCE)')
    expect(await saved(anna, 'turnstile')).toBe('done')
    await inMalmo('other', 'Something else')
    t.pass(6 * minutes)
    expect(await lettersTo(anna)).toEqual([])
    await inMalmo('turn', 'A turnstile')
    t.pass(6 * minutes)
    const [letter] = await lettersTo(anna)
    expect(letter?.subject).toBe('Your saved search found something: Keys')
    expect(letter?.text).toContain('https://hansa.example/practices?q=turnstile&city=malmo')
    expect(letter?.text).toContain('A turnstile\nhttps://hansa.example/practices/turn')
  })

  test('does not find by fewer words what it would not find in the whole registry', async () => {
    const anna = await t.person()
    await act(anna, 'chooseLetters(search: AT_ONCE)')
    await saved(anna, 'rents flats')
    await inMalmo('flats', 'Flats, and nothing of paying for them')
    t.pass(6 * minutes)
    expect(await lettersTo(anna)).toEqual([])
  })

  test('is one, however often it is saved, and must be one that can be run', async () => {
    const anna = await t.person()
    await saved(anna, 'keys')
    await saved(anna, 'keys')
    expect(
      (await anna.ask('{ viewer { watches { isSearch title { value } path } } }')).data.viewer.watches,
    ).toHaveLength(1)
    expect(await act(anna, 'saveSearch(name: "", text: "keys")')).toBe('INVALID')
    expect(await act(anna, 'saveSearch(name: "x", filter: { yearFrom: 0 })')).toBe('INVALID')
  })
})

describe('the link that stops letters', () => {
  const stop = async (secret: string) => {
    const { data } = await t
      .browser()
      .ask(
        'mutation ($secret: String!) { stopLetters(secret: $secret) { stopping { stops } problems { code } } }',
        { secret },
      )
    return data.stopLetters.problems[0]?.code ?? data.stopLetters.stopping.stops
  }
  const looked = async (secret: string) =>
    (
      await t
        .browser()
        .ask('query ($secret: String!) { stopping(secret: $secret) { stops title { value } } }', {
          secret,
        })
    ).data

  test('stops one thing for who holds it, signed in or not, as often as it is used', async () => {
    const anna = await t.person()
    await act(anna, 'chooseLetters(followed: AT_ONCE)')
    await follow(anna, malmo)
    await follow(anna, 'policy-area/housing')
    await inMalmo('keys', 'Keys, once more')
    t.pass(6 * minutes)
    const letters = await lettersTo(anna)
    expect(letters).toHaveLength(2)
    const secret = secretOf(letters.find(({ subject }) => subject.includes('Malmö'))?.text ?? '')
    expect((await looked(secret)).stopping).toEqual({ stops: 'WATCH', title: { value: 'Malmö' } })
    expect([await stop(secret), await stop(secret)]).toEqual(['WATCH', 'WATCH'])
    await inMalmo('keys', 'Keys, for the last time')
    t.pass(6 * minutes)
    expect(
      (await lettersTo(anna)).map(({ subject }) => subject.includes('Housing')).filter(Boolean),
    ).toHaveLength(2)
    expect(await lettersTo(anna)).toHaveLength(3)
    expect((await newsOf(anna)).viewer.unreadNews).toBe(4)
  })

  test('stops nothing when it was changed, or its member is no more', async () => {
    const anna = await t.person()
    await follow(anna, malmo)
    await inMalmo('keys', 'Keys, still')
    t.pass(day)
    const secret = secretOf((await lettersTo(anna))[0]?.text ?? '')
    const [id, , , mac] = secret.split('.')
    for (const forged of [
      `${id}.digest.weekly.${mac}`,
      `${id}.sort.curation.${mac}`,
      `${secret}x`,
      secret.slice(0, -2),
      '',
      '....',
      'x'.repeat(9000),
    ])
      expect(await stop(forged)).toBe('EXPIRED')
    const again = await t.signIn(anna.id)
    expect(await act(again, `eraseMember(id: "${anna.id}")`)).toBe('done')
    expect(await stop(secret)).toBe('EXPIRED')
  })
})

describe('a crash', () => {
  const tell = (to: Person, key: string) =>
    t.database.db.transaction((tx) =>
      notify(
        tx,
        { clock: { now: t.now }, viewer: { kind: 'system', name: 'test' } },
        { to: [to.id], about: 'curation.accepted', key, entry: idOf('practice', 'key') },
      ),
    )
  const ctx = () => ({ db: t.database.db, clock: { now: t.now }, publicUrl: 'https://hansa.example' })

  test('between telling and writing loses no letter, and one occasion that is told again is told once', async () => {
    const anna = await t.person()
    await tell(anna, 'a')
    await tell(anna, 'a')
    // What a process leaves behind that took the job and was killed.
    await t.database.db
      .update(job)
      .set({ run: 'dead', attempts: 1, lockedUntil: new Date(t.now().getTime() + 60_000) })
    expect(await lettersTo(anna)).toEqual([])
    t.pass(minutes)
    expect(await lettersTo(anna)).toHaveLength(1)
  })

  test('after writing and before the job was ended writes no second letter, nor do two that run side by side', async () => {
    const anna = await t.person()
    await tell(anna, 'a')
    await Promise.all([deliver(ctx(), anna.id, 'at-once'), deliver(ctx(), anna.id, 'at-once')])
    await deliver(ctx(), anna.id, 'at-once')
    const letters = await lettersTo(anna)
    const [told] = await t.database.db.select().from(notification).where(eq(notification.memberId, anna.id))
    expect(letters.map(({ id }) => id)).toEqual([told?.id])
  })

  test('inside the writing leaves neither the letter nor the mark that it was written', async () => {
    const anna = await t.person()
    await tell(anna, 'a')
    const broken = {
      ...ctx(),
      publicUrl: undefined as unknown as string,
      clock: {
        now: () => {
          throw new Error('killed')
        },
      },
    }
    await expect(deliver(broken, anna.id, 'at-once')).rejects.toThrow('killed')
    expect(await t.database.db.$count(mail)).toBe(0)
    expect(await lettersTo(anna)).toHaveLength(1)
  })
})

test('nobody is told what she did herself, nor who was suspended', async () => {
  const [anna, boris] = [await t.person(), await t.person()]
  await t.database.db.update(member).set({ state: 'suspended' }).where(eq(member.id, boris.id))
  const viewer = {
    kind: 'member',
    id: anna.id,
    isAdministrator: false,
    affiliations: [],
    scopes: null,
  } as const
  await t.database.db.transaction((tx) =>
    notify(
      tx,
      { clock: { now: t.now }, viewer },
      { to: [anna.id, boris.id], about: 'curation.published', key: 'x' },
    ),
  )
  expect((await newsOf(anna)).news.nodes).toEqual([])
  expect(await t.letters()).toEqual([])
})

test('news are marked as read one by one or all, and only her own', async () => {
  const [anna, eve] = [await t.person(), await t.person()]
  const viewer = { kind: 'system', name: 'test' } as const
  for (const key of ['a', 'b', 'c'])
    await t.database.db.transaction((tx) =>
      notify(tx, { clock: { now: t.now }, viewer }, { to: [anna.id], about: 'curation.published', key }),
    )
  const unread = async () => (await anna.ask('{ viewer { unreadNews } }')).data.viewer.unreadNews
  const [one] = await t.database.db.select().from(notification).where(eq(notification.memberId, anna.id))
  expect(await act(eve, `markNewsRead(ids: ["${one?.id}"])`)).toBe('done')
  expect(await unread()).toBe(3)
  await act(anna, `markNewsRead(ids: ["${one?.id}"])`)
  expect(await unread()).toBe(2)
  await act(anna, 'markNewsRead')
  expect(await unread()).toBe(0)
})

test('what is exported holds what she follows, her news and her choices, and no secret; erasing takes them away', async () => {
  const anna = await t.person()
  await follow(anna, malmo)
  await act(anna, 'chooseLetters(followed: WEEKLY)')
  const data = JSON.parse((await anna.ask('{ profile { data } }')).data.profile.data)
  expect(data).toMatchObject({
    follows: [{ target: malmo }],
    news: [],
    letterChoices: { followed: 'weekly', curation: 'at-once' },
  })
  expect(JSON.stringify(data)).not.toContain('stopSecret')
  expect(await act(anna, `eraseMember(id: "${anna.id}")`)).toBe('done')
  for (const table of [watch, notification, schema.letterChoice])
    expect(await t.database.db.$count(table, eq(table.memberId, anna.id))).toBe(0)
})
