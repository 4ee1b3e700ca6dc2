import { z } from 'zod'
import { isIdOf } from './id.ts'
import { LanguageTag } from './text.ts'

/** What ids of members begin with: `memb_…`. */
export const memberPrefix = 'memb'

/** A member's public id. */
export const MemberId = z.string().refine((id) => isIdOf(memberPrefix, id), 'is not the id of a member')

/** Erased members keep their id, so that what they did stays told; name and address are gone. */
export const memberStates = ['active', 'suspended', 'erased'] as const
export type MemberState = (typeof memberStates)[number]

/** Characters that cannot be seen, or that end a line: in a name they could pass for something else. */
const unseen = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u

/** A person's name as she writes it. */
export const MemberName = z
  .string()
  .trim()
  .min(1, 'is empty')
  .max(120, 'is longer than 120 characters')
  .refine((name) => !unseen.test(name), 'holds characters that cannot be seen')

/** An e-mail address, in lower case: no provider tells two people apart by capitals. */
export const Email = z
  .string()
  .trim()
  .max(254, 'is longer than 254 characters')
  .toLowerCase()
  .pipe(z.email('is not an e-mail address such as name@example.org'))

/** A person with an account. */
export const Member = z.strictObject({
  id: MemberId,
  name: MemberName,
  /** Null once the member was erased. */
  email: Email.nullable(),
  /** The language she is written to in. */
  language: LanguageTag,
  state: z.enum(memberStates),
  isAdministrator: z.boolean(),
})
export type Member = z.infer<typeof Member>
