import { schema } from '@hansa/db'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openPeople, openToAll, type People, type Person } from './testing/open-people.ts'

let t: People
let anna: Person
let olena: Person
beforeAll(async () => {
  t = await openPeople()
})
beforeEach(async () => {
  await t.database.reset()
  anna = await t.person({ name: 'Anna Berg', profile: {} })
  olena = await t.person({ name: 'Olena Koval', profile: {} })
})
afterAll(() => t.close())

const write = (who: Pick<Person, 'ask'>, member: string, message = 'Could you interpret?') =>
  who.ask(
    'mutation ($member: ID!, $message: String!) { contactMember(member: $member, message: $message) { problems { field message } } }',
    { member, message },
  )
/** What came of writing: the field at fault, the code of a refusal, or `done`. */
const outcome = async (who: Pick<Person, 'ask'>, member: string, message?: string): Promise<string> => {
  const { data, errors } = await write(who, member, message)
  return errors[0]?.extensions.code ?? data.contactMember.problems[0]?.field ?? 'done'
}
const addressOf = ({ id }: Person) => `${id}@example.org`

describe('a message to a member', () => {
  test('reaches her by mail, with a copy to the writer, and tells neither the address of the other', async () => {
    expect(await outcome(olena, anna.id, '<b>Hello</b>\r\n\r\nCould you interpret?')).toBe('done')
    const letters = await t.letters()
    const [reaches, copy] = [anna, olena].map((who) =>
      letters.find((letter) => letter.recipient === addressOf(who)),
    )
    expect(letters).toHaveLength(2)
    expect(reaches?.text).toContain('Olena Koval')
    expect(reaches?.text).toContain(`https://hansa.example/members/${olena.id}`)
    expect(copy?.text).toContain('Anna Berg')
    for (const letter of [reaches, copy]) {
      expect(letter?.text).toContain('<b>Hello</b>\n\nCould you interpret?')
      expect(letter?.html).toContain('&lt;b&gt;Hello&lt;/b&gt;')
      expect(letter?.subject).not.toMatch(/Hello|interpret|Anna|Olena/)
    }
    expect(JSON.stringify(reaches)).not.toContain(addressOf(olena))
    expect(JSON.stringify(copy)).not.toContain(addressOf(anna))
  })

  test('is told of in the trail without what was written', async () => {
    await outcome(olena, anna.id, 'Unmistakable words')
    const trail = await t.trail()
    expect(trail).toMatchObject([
      { actor: olena.id, action: 'member.contacted', entryId: anna.id, before: null, after: null },
    ])
  })

  test.each([
    ['empty', ' \n '],
    ['longer than 4,000 characters', 'x'.repeat(4001)],
    ['with what cannot be seen', 'a\u202eb'],
    ['with what ends a line in mail', 'a\u0000\u000bb'],
  ])('that is %s is not sent', async (_, message) => {
    expect(await outcome(olena, anna.id, message)).toBe('message')
    expect(await t.letters()).toEqual([])
  })

  test('cannot be sent to who hides, and says no more of her than of nobody', async () => {
    const visibility = { ...openToAll, name: 'secretariat' } as const
    const hidden = await t.person({ profile: { visibility } })
    const silent = await t.person()
    const answers = [hidden.id, silent.id, 'memb_000000000000'].map((id) => write(olena, id))
    const [first, ...others] = (await Promise.all(answers)).map(({ data }) => data)
    expect(first.contactMember.problems).toMatchObject([{ field: 'member' }])
    for (const other of others) expect(other).toEqual(first)
    expect(await t.letters()).toEqual([])
  })

  test('is not sent for whoever cannot be answered, is a program, or is nobody', async () => {
    expect(await outcome(await t.person(), anna.id)).toBe('name')
    expect(await outcome(await t.program(olena.id, ['write']), anna.id)).toBe('FORBIDDEN')
    expect(await outcome(olena, olena.id)).toBe('FORBIDDEN')
    expect(await outcome(t.browser(), anna.id)).toBe('UNAUTHENTICATED')
    expect(await t.letters()).toEqual([])
  })
})

describe('who writes too often', () => {
  test('waits before she presses the same member again, also with all messages sent at once', async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, () => outcome(olena, anna.id)))
    expect(answers.filter((answer) => answer === 'done')).toHaveLength(3)
    expect(answers.filter((answer) => answer === 'RATE_LIMITED')).toHaveLength(5)
    t.pass(3600)
    expect(await outcome(olena, anna.id)).toBe('done')
  })

  test('waits before she writes to one more of very many', async () => {
    const many = await Promise.all(Array.from({ length: 11 }, () => t.person({ profile: {} })))
    const answers: string[] = []
    for (const { id } of many) answers.push(await outcome(olena, id))
    expect(answers).toEqual([...Array.from({ length: 10 }, () => 'done'), 'RATE_LIMITED'])
    expect(await outcome(anna, olena.id)).toBe('done')
  })
})

test('who is suspended is written to by nobody', async () => {
  await t.database.db.update(schema.member).set({ state: 'suspended' })
  const reader = await t.person({ profile: {} })
  expect(await outcome(reader, anna.id)).toBe('member')
})
