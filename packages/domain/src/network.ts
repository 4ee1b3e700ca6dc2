import { z } from 'zod'
import { entryFields, Source } from './entry.ts'
import { children, concept, PartialDate, ref, WebAddress } from './fields.ts'

export const membershipRoles = ['member', 'founder', 'partner', 'case-study', 'observer', 'lead'] as const

/** One member of a network: a city, organisation or country, with its time and the source that says so. */
export const Membership = z.strictObject({
  member: z
    .string()
    .regex(
      /^(city|orgn|ctry|netw)_[0-9a-z]{12}$/,
      'is not the id of a city, organisation, network or country',
    ),
  role: z.enum(membershipRoles).default('member'),
  since: PartialDate.optional(),
  until: PartialDate.optional(),
  note: z.string().max(300).optional(),
  source: Source.optional(),
})
export type Membership = z.infer<typeof Membership>

/** A statement of how many members a network has, as a source gives it: "more than 104 municipalities". */
export const MemberCount = z.strictObject({
  statement: z.string().min(1).max(300),
  asOf: PartialDate.optional(),
  url: WebAddress.optional(),
})

/** A city network, a national branch of one, an association of municipalities, a programme or a funded project network. */
export const Network = z.strictObject({
  ...entryFields,
  type: concept('network-type'),
  acronym: z.string().max(40).optional(),
  parent: ref('network').optional(),
  secretariat: ref('organisation').optional(),
  owner: z.string().max(300).optional(),
  scope: concept('governance-level').optional(),
  country: ref('country').optional(),
  founded: PartialDate.optional(),
  ended: PartialDate.optional(),
  website: WebAddress.optional(),
  memberCounts: z.array(MemberCount).max(20).default([]),
  workplan: z.array(z.string().max(300)).max(60).default([]),
  memberships: children('membership', Membership, 3000).default([]),
})
export type Network = z.infer<typeof Network>
