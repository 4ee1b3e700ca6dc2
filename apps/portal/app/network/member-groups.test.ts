import { describe, expect, test } from 'vitest'
import { memberGroups } from './member-groups.ts'
import type { GivenMember } from './network.query.ts'

const link = (id: string) => ({
  id,
  path: `/${id}`,
  title: { value: id, language: 'en', origin: 'HUMAN' as const },
})
const membership = (member: GivenMember['member']): GivenMember => ({
  role: 'MEMBER',
  since: null,
  until: null,
  note: null,
  source: null,
  member,
})
const city = (name: string, country: string | null) =>
  membership({
    __typename: 'City',
    ...link(name),
    latitude: null,
    longitude: null,
    country: country ? link(country) : null,
  })

describe('members by country', () => {
  test('stand in order of countries and names, those without a country last', () => {
    const groups = memberGroups([
      membership({ __typename: 'Network', ...link('Anvita') }),
      city('Turin', 'Italy'),
      city('Ghent', 'Belgium'),
      city('Asti', 'Italy'),
    ])
    expect(groups.map((group) => [group.country?.id, group.members.map(({ member }) => member.id)])).toEqual([
      ['Belgium', ['Ghent']],
      ['Italy', ['Asti', 'Turin']],
      [undefined, ['Anvita']],
    ])
  })

  test('count organisations by their seat and a country as itself', () => {
    const groups = memberGroups([
      membership({ __typename: 'Organisation', ...link('ICEI'), seat: link('Italy') }),
      membership({ __typename: 'Country', ...link('Italy') }),
      city('Nowhere', null),
    ])
    expect(groups.map((group) => [group.country?.id, group.members.length])).toEqual([
      ['Italy', 2],
      [undefined, 1],
    ])
  })

  test('of nobody are no groups', () => expect(memberGroups([])).toEqual([]))
})
