import { consentText } from '@hansa/domain/consent'
import type { Profile, ProfileVisibility } from '@hansa/domain/profile'
import { DoneType, type Outcome, outcomeOf, outcomeType } from '../account/outcome.graphql.ts'
import { AffiliationType } from '../affiliation/affiliation.types.ts'
import { builder } from '../graphql/builder.ts'
import { requiredText } from '../graphql/text.ts'
import { contactMember } from './contact.service.ts'
import { exportOwnData } from './data-export.ts'
import { eraseMember } from './erase.service.ts'
import {
  areasOf,
  componentsOf,
  LanguageLevelEnum,
  languagesOf,
  OfferEnum,
  offersOf,
  VisibilityEnum,
} from './member.types.ts'
import { getOwnProfile } from './profile.reader.ts'
import { hasConsented, saveProfile, withdrawConsent } from './profile.service.ts'

type Row = Profile & { id: string }

const visible = (description: string, field: keyof ProfileVisibility) => ({
  type: VisibilityEnum,
  description,
  resolve: (row: ProfileVisibility) => row[field],
})

const words = {
  name: 'Who may see her name. Who may not does not find her at all.',
  position: 'Who may see what she does.',
  affiliations: 'Who may see where she belongs.',
  languages: 'Who may see which languages she speaks.',
  expertise: 'Who may see what she knows.',
  offers: 'Who may see what she can do for others.',
} as const

const VisibilityType = builder.objectRef<ProfileVisibility>('ProfileVisibility').implement({
  description: 'Who may see which field of a profile, and find its member by it.',
  fields: (t) => ({
    name: t.field(visible(words.name, 'name')),
    position: t.field(visible(words.position, 'position')),
    affiliations: t.field(visible(words.affiliations, 'affiliations')),
    languages: t.field(visible(words.languages, 'languages')),
    expertise: t.field(visible(words.expertise, 'expertise')),
    offers: t.field(visible(words.offers, 'offers')),
  }),
})

const ProfileType = builder.objectRef<Row>('Profile').implement({
  description: 'The profile of whoever asks, as she wrote it. Only she sees it so.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'Her public id: `memb_…`.' }),
    name: t.exposeString('name', { description: 'Her name.' }),
    position: t.exposeString('position', {
      description: 'What she does, in her words; empty when not said.',
    }),
    languages: t.field(languagesOf),
    policyAreas: t.field(areasOf),
    components: t.field(componentsOf),
    offers: t.field(offersOf),
    visibility: t.field({
      type: VisibilityType,
      description: 'Who may see what.',
      resolve: (row) => row.visibility,
    }),
    affiliations: t.field({
      type: [AffiliationType],
      description: 'Where she belongs, and where she asked to.',
      resolve: (row, _, ctx) => ctx.loaders.affiliations.load(row.id),
    }),
    hasConsented: t.boolean({
      description: 'Whether she agreed to the text in force, and has not taken it back.',
      resolve: (row, _, ctx) => hasConsented(ctx.db, row.id),
    }),
    data: t.string({
      description: 'Everything that is kept about her, as JSON. Not for tokens.',
      complexity: 100,
      resolve: (_, __, ctx) => exportOwnData(ctx),
    }),
  }),
})

const ConsentTextType = builder.objectRef<ReturnType<typeof consentText>>('ConsentText').implement({
  description: 'A text a member agrees to before anything of her profile is shown to others.',
  fields: (t) => ({
    version: t.exposeString('version', {
      description: 'Names the text; a changed text has another version.',
    }),
    text: t.field(requiredText('The text.', (row: ReturnType<typeof consentText>) => row.text)),
  }),
})

builder.queryFields((t) => ({
  profile: t.field({
    type: ProfileType,
    description: 'The profile of whoever asks.',
    resolve: (_, __, ctx) => getOwnProfile(ctx),
  }),
  consentText: t.field({
    type: ConsentTextType,
    description: 'The text in force.',
    resolve: () => consentText('profile'),
  }),
}))

const LanguageInput = builder.inputType('SpokenLanguageInput', {
  description: 'A language somebody speaks.',
  fields: (t) => ({
    language: t.string({ required: true, description: 'The language (BCP 47).' }),
    level: t.field({ type: LanguageLevelEnum, required: true, description: 'How well.' }),
  }),
})

const choice = (description: string) => ({ type: VisibilityEnum, required: true as const, description })

const VisibilityInput = builder.inputType('ProfileVisibilityInput', {
  description: 'Who may see which field of a profile, and find its member by it.',
  fields: (t) => ({
    name: t.field(choice(words.name)),
    position: t.field(choice(words.position)),
    affiliations: t.field(choice(words.affiliations)),
    languages: t.field(choice(words.languages)),
    expertise: t.field(choice(words.expertise)),
    offers: t.field(choice(words.offers)),
  }),
})

const ConsentInput = builder.inputType('ConsentInput', {
  description: 'That the member agrees to a text she has read.',
  fields: (t) => ({
    version: t.string({ required: true, description: 'Version of the text.' }),
    language: t.string({ required: true, description: 'The language she read it in (BCP 47).' }),
  }),
})

const OutcomeType = outcomeType<Row>('ProfileOutcome', 'What became of a profile.')
builder.objectField(OutcomeType, 'profile', (t) =>
  t.field({
    type: ProfileType,
    nullable: true,
    description: 'The profile as it is now.',
    resolve: (outcome: Outcome<Row>) => outcome.result,
  }),
)

builder.mutationFields((t) => ({
  saveProfile: t.field({
    type: OutcomeType,
    description:
      'Saves the viewer’s own profile as a whole. The first time it opens anything to others, consent comes with it.',
    args: {
      name: t.arg.string({ required: true, description: 'Her name.' }),
      position: t.arg.string({ required: true, description: 'What she does, in her words.' }),
      languages: t.arg({ type: [LanguageInput], required: true, description: 'Languages she speaks.' }),
      expertise: t.arg.idList({
        required: true,
        description: 'Ids of policy areas and components she knows.',
      }),
      offers: t.arg({ type: [OfferEnum], required: true, description: 'What she can do for others.' }),
      visibility: t.arg({ type: VisibilityInput, required: true, description: 'Who may see what.' }),
      consent: t.arg({ type: ConsentInput, description: 'That she agrees; not needed again.' }),
    },
    resolve: (_, { consent, ...input }, ctx) =>
      outcomeOf(() => saveProfile(ctx, { ...input, ...(consent && { consent }) })),
  }),
  contactMember: t.field({
    type: DoneType,
    description:
      'Writes to a member by mail, with a copy to whoever writes. Neither learns the address of the other.',
    args: {
      member: t.arg.id({ required: true, description: 'Her public id.' }),
      message: t.arg.string({ required: true, description: 'What is written, up to 4,000 characters.' }),
    },
    resolve: (_, input, ctx) => outcomeOf(() => contactMember(ctx, input)),
  }),
  withdrawConsent: t.field({
    type: OutcomeType,
    description: 'Takes the viewer’s consent back: nobody but the secretariat sees anything of her profile.',
    resolve: (_, __, ctx) => outcomeOf(() => withdrawConsent(ctx)),
  }),
  eraseMember: t.field({
    type: DoneType,
    description:
      'Erases a member for good: herself, or anybody for an administrator. What she did stays, done by a former member.',
    args: { id: t.arg.id({ required: true, description: 'Her public id.' }) },
    resolve: (_, { id }, ctx) => outcomeOf(() => eraseMember(ctx, id)),
  }),
}))
