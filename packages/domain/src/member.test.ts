import { expect, test } from 'vitest'
import { Email, MemberId, MemberName } from './member.ts'

test('two spellings of one address are one address', () => {
  expect(Email.parse('  Anna.Berg@Example.ORG ')).toBe('anna.berg@example.org')
})

test.each([
  '',
  'anna',
  'anna@',
  '@example.org',
  'a b@example.org',
  'a@b.org\r\nBcc: c@d.org',
  `${'a'.repeat(250)}@b.org`,
])('%j is no address', (text) => expect(Email.safeParse(text).success).toBe(false))

test.each(['', '   ', 'Anna\r\nBcc: x@y.org', 'An\u202ena', 'a'.repeat(121)])('%j is no name', (text) => {
  expect(MemberName.safeParse(text).success).toBe(false)
})

test.each(["Siobhán O'Neill", 'Олена Коваль', '李娜', 'Ayşe  Yılmaz'])('%s is a name', (name) => {
  expect(MemberName.parse(` ${name} `)).toBe(name)
})

test('an id of another kind is not the id of a member', () => {
  expect(MemberId.safeParse('memb_0123456789ab').success).toBe(true)
  expect(MemberId.safeParse('city_0123456789ab').success).toBe(false)
})
