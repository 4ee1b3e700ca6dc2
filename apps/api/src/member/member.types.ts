import type { LanguageLevel, Offer, SpokenLanguage, Visibility } from '@hansa/domain/profile'
import { AffiliationType } from '../affiliation/affiliation.types.ts'
import { ConceptType } from '../concept/concept.fields.ts'
import { loadConcepts } from '../concept/concept.reader.ts'
import { loadEntries } from '../entry/entry.reader.ts'
import { types } from '../entry/entry.types.ts'
import { builder, enumOf } from '../graphql/builder.ts'
import { connectionOf } from '../graphql/connection.ts'
import type { ShownMember } from './profile.visibility.ts'

export const VisibilityEnum = enumOf<Visibility>('Visibility', 'Who may see a field of a profile.', {
  public: 'Everybody.',
  members: 'Members who are signed in.',
  secretariat: 'Curators of networks, and administrators.',
})

export const LanguageLevelEnum = enumOf<LanguageLevel>(
  'LanguageLevel',
  'How well somebody speaks a language (Common European Framework of Reference), from the least to the most.',
  {
    a1: 'Beginner.',
    a2: 'Elementary.',
    b1: 'Intermediate.',
    b2: 'Upper intermediate.',
    c1: 'Advanced.',
    c2: 'Proficient.',
    native: 'Mother tongue.',
  },
)

export const OfferEnum = enumOf<Offer>('MemberOffer', 'What a member can do for others.', {
  call: 'A call of an hour or two.',
  mentoring: 'Mentoring over some months.',
  hosting: 'Hosting a visit.',
  interpreting: 'Interpreting between languages.',
  mediating: 'Mediating between people of different backgrounds.',
  reviewing: 'Reviewing what others wrote or did.',
})

export const SpokenLanguageType = builder.objectRef<SpokenLanguage>('SpokenLanguage').implement({
  description: 'A language somebody speaks.',
  fields: (t) => ({
    language: t.exposeString('language', { description: 'The language (BCP 47).' }),
    level: t.field({ type: LanguageLevelEnum, description: 'How well.', resolve: (row) => row.level }),
  }),
})

type Named = { expertise: readonly string[] }
const isArea = (id: string): boolean => id.includes('/')

/** The policy areas somebody knows. */
export const areasOf = {
  type: [ConceptType] as [typeof ConceptType],
  description: 'Policy areas she knows.',
  resolve: (row: Named, _args: object, ctx: Parameters<typeof loadConcepts>[0]) =>
    loadConcepts(ctx, row.expertise.filter(isArea)),
}

/** The components of practices somebody knows. */
export const componentsOf = {
  type: [types.component] as [typeof types.component],
  description: 'Components of practices she knows.',
  resolve: (row: Named, _args: object, ctx: Parameters<typeof loadEntries>[0]) =>
    loadEntries(
      ctx,
      'component',
      row.expertise.filter((id) => !isArea(id)),
    ),
}

/** The languages somebody speaks. */
export const languagesOf = {
  type: [SpokenLanguageType] as [typeof SpokenLanguageType],
  description: 'Languages she speaks.',
  resolve: (row: { languages: readonly SpokenLanguage[] }) => row.languages,
}

/** What somebody can do for others. */
export const offersOf = {
  type: [OfferEnum] as [typeof OfferEnum],
  description: 'What she can do for others.',
  resolve: (row: { offers: readonly Offer[] }) => row.offers,
}

export const MemberType = builder.objectRef<ShownMember>('Member').implement({
  description:
    'A person, as far as she shows herself to the viewer: what is empty she has not said, or not to this viewer.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'Her public id: `memb_…`.' }),
    path: t.string({ description: 'Path of her page.', resolve: (row) => `/members/${row.id}` }),
    name: t.exposeString('name', { description: 'Her name.' }),
    position: t.exposeString('position', { nullable: true, description: 'What she does, in her words.' }),
    languages: t.field(languagesOf),
    policyAreas: t.field(areasOf),
    components: t.field(componentsOf),
    offers: t.field(offersOf),
    affiliations: t.field({
      type: [AffiliationType],
      description: 'Where she belongs, confirmed; of her own also what waits and what she reviews.',
      resolve: (row, _, ctx) => (row.showsAffiliations ? ctx.loaders.affiliations.load(row.id) : []),
    }),
  }),
})

export const MemberConnection = connectionOf(MemberType, 'members')
