import type { GivenLink } from '../entry/entry.fields.ts'
import type { GivenMember } from './network.query.ts'

export interface MemberGroup {
  /** Null for members that are in no country: other networks. */
  readonly country: GivenLink | null
  readonly members: readonly GivenMember[]
}

/** The country a member is in; null when it is in none or that is not known. */
export function countryOf({ member }: GivenMember): GivenLink | null {
  if (member.__typename === 'City') return member.country
  if (member.__typename === 'Organisation') return member.seat
  return member.__typename === 'Country' ? member : null
}

/** Members by country, both by name; those without a country last. */
export function memberGroups(members: readonly GivenMember[]): readonly MemberGroup[] {
  const groups = Map.groupBy(members, (member) => countryOf(member)?.id ?? '')
  return [...groups.values()]
    .map((group) => ({
      country: group[0] ? countryOf(group[0]) : null,
      members: group.toSorted((a, b) => a.member.title.value.localeCompare(b.member.title.value)),
    }))
    .toSorted((a, b) => compareCountries(a.country, b.country))
}

function compareCountries(a: GivenLink | null, b: GivenLink | null): number {
  if (!a || !b) return Number(a === null) - Number(b === null)
  return a.title.value.localeCompare(b.title.value)
}
