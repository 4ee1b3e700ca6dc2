import { z } from 'zod'
import { isEntryId } from './id.ts'
import { type Kind, kindOfId } from './kind.ts'

/** What a member does for an entry: lead it (one word per kind), belong to it, review it, or have begun it. */
export const affiliationFunctions = [
  'editor',
  'representative',
  'curator',
  'member',
  'reviewer',
  'author',
] as const
export type AffiliationFunction = (typeof affiliationFunctions)[number]

/** That a member belongs to an organisation, a city or a network, or reviews an entry. It gives rights only once confirmed. */
export type Affiliation = {
  /** Id of the organisation, city or network, or of the entry reviewed. */
  readonly entryId: string
  readonly function: AffiliationFunction
  readonly confirmed: boolean
}

/** Who leads an entry of a kind: its owners. Kinds that nobody belongs to are not named. */
const leading: { readonly [K in Kind]?: AffiliationFunction } = {
  organisation: 'editor',
  city: 'representative',
  network: 'curator',
}

/** The function of those who lead an entry, by the entry's id; null when nobody can belong to its kind. */
export const leadingFunction = (entryId: string): AffiliationFunction | null => {
  const kind = isEntryId(entryId) ? kindOfId(entryId) : null
  return (kind && leading[kind]) ?? null
}

/** The functions a member can ask for at an entry; none where nobody can belong to its kind. */
export const functionsAt = (entryId: string): readonly AffiliationFunction[] => {
  const lead = leadingFunction(entryId)
  return lead ? ['member', lead] : []
}

/** What would hide in a line or end it; the two characters that join letters in Persian do neither. */
const unseen = /(?!\u200C|\u200D)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u

/** A short text on one line, such as what somebody does somewhere. */
export const shortLine = (max: number) =>
  z
    .string()
    .trim()
    .max(max, `is longer than ${max} characters`)
    .refine((text) => !unseen.test(text), 'holds characters that cannot be seen')

/** What a member sends to be affiliated. */
export const AffiliationRequest = z
  .strictObject({
    entry: z.string(),
    function: z.enum(affiliationFunctions),
    /** What she does there, in her words: "Head of integration". */
    position: shortLine(120).default(''),
  })
  .superRefine((request, { addIssue }) => {
    const possible = functionsAt(request.entry)
    if (possible.length === 0)
      addIssue({
        code: 'custom',
        path: ['entry'],
        message: 'is not the id of an organisation, a city or a network',
      })
    else if (!possible.includes(request.function))
      addIssue({ code: 'custom', path: ['function'], message: `must be one of: ${possible.join(', ')}` })
  })
