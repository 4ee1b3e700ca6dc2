import { z } from 'zod'
import { shortLine } from './affiliation.ts'
import { isEntryId } from './id.ts'
import { kindOfId } from './kind.ts'
import { MemberName } from './member.ts'
import { LanguageTag } from './text.ts'

/** Who may see a field of a profile: everybody, those who are signed in, or curators and administrators. */
export const visibilities = ['public', 'members', 'secretariat'] as const
export type Visibility = (typeof visibilities)[number]

/** The fields of a profile whose visibility its member chooses. Who may not see the name does not find the member at all. */
export const profileFields = ['name', 'position', 'affiliations', 'languages', 'expertise', 'offers'] as const
export type ProfileField = (typeof profileFields)[number]

export type ProfileVisibility = Readonly<Record<ProfileField, Visibility>>

/** What holds until a member says otherwise: nobody but the secretariat learns anything. */
export const closedProfile: ProfileVisibility = {
  name: 'secretariat',
  position: 'secretariat',
  affiliations: 'secretariat',
  languages: 'secretariat',
  expertise: 'secretariat',
  offers: 'secretariat',
}

/** How well somebody speaks a language: the levels of the Common European Framework of Reference, or as a mother tongue. */
export const languageLevels = ['a1', 'a2', 'b1', 'b2', 'c1', 'c2', 'native'] as const
export type LanguageLevel = (typeof languageLevels)[number]

/** The given level and all above it. */
export const levelsFrom = (level: LanguageLevel): readonly LanguageLevel[] =>
  languageLevels.slice(languageLevels.indexOf(level))

/** What a member can do for others. */
export const offers = ['call', 'mentoring', 'hosting', 'interpreting', 'mediating', 'reviewing'] as const
export type Offer = (typeof offers)[number]

export const SpokenLanguage = z.strictObject({ language: LanguageTag, level: z.enum(languageLevels) })
export type SpokenLanguage = z.infer<typeof SpokenLanguage>

const noneTwice = <T>(items: readonly T[], keyOf: (item: T) => unknown = (item) => item): boolean =>
  new Set(items.map(keyOf)).size === items.length

/** Whether a text is the id of what one can be an expert of: a policy area, or a component of practices. */
export const isExpertise = (id: string): boolean =>
  /^policy-area\/[a-z0-9-]+$/.test(id) || (isEntryId(id) && kindOfId(id) === 'component')

/** What a member says about herself, and who may see it. */
export const Profile = z.strictObject({
  name: MemberName,
  /** What she does, in her words: "Head of integration, City of Malmö". */
  position: shortLine(160),
  languages: z
    .array(SpokenLanguage)
    .max(20, 'are more than 20')
    .refine((all) => noneTwice(all, (one) => one.language), 'name a language twice'),
  expertise: z
    .array(z.string().refine(isExpertise, 'is neither a policy area nor a component'))
    .max(30, 'are more than 30')
    .refine((all) => noneTwice(all), 'name something twice'),
  offers: z.array(z.enum(offers)).refine((all) => noneTwice(all), 'name something twice'),
  visibility: z.strictObject({
    name: z.enum(visibilities),
    position: z.enum(visibilities),
    affiliations: z.enum(visibilities),
    languages: z.enum(visibilities),
    expertise: z.enum(visibilities),
    offers: z.enum(visibilities),
  }),
})
export type Profile = z.infer<typeof Profile>

/** Whether a profile shows anything to anybody beyond the secretariat. */
export const isOpen = (visibility: ProfileVisibility): boolean =>
  profileFields.some((field) => visibility[field] !== 'secretariat')
