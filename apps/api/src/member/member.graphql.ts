import { builder } from '../graphql/builder.ts'
import { pageArgs, pageCost } from '../graphql/connection.ts'
import { listDirectory } from './directory.service.ts'
import { LanguageLevelEnum, MemberConnection, MemberType, OfferEnum } from './member.types.ts'
import { findVisibleProfile } from './profile.reader.ts'

const DirectoryFilterInput = builder.inputType('DirectoryFilter', {
  description:
    'What members are found by; everything given must hold, and be something she shows the viewer.',
  fields: (t) => ({
    text: t.string({ description: 'Words of her name or position.' }),
    expertise: t.id({
      description: 'Id of a policy area, with those directly below it, or of a component of practices.',
    }),
    language: t.string({ description: 'A language she speaks (BCP 47).' }),
    level: t.field({ type: LanguageLevelEnum, description: 'How well at least she speaks it.' }),
    city: t.id({ description: 'Id of a city: its people, and those of organisations seated there.' }),
    network: t.id({ description: 'Id of a network: its people, and those of its members.' }),
    offer: t.field({ type: OfferEnum, description: 'What she can do for others.' }),
  }),
})

builder.queryFields((t) => ({
  member: t.field({
    type: MemberType,
    nullable: true,
    description: 'A member by her id; null when there is none who shows herself to the viewer.',
    args: { id: t.arg.id({ required: true, description: 'Her public id.' }) },
    resolve: (_, { id }, ctx) => findVisibleProfile(ctx, id),
  }),
  directory: t.field({
    type: MemberConnection,
    description: 'Members who show themselves to the viewer, in order of their names. For members.',
    args: {
      filter: t.arg({ type: DirectoryFilterInput, description: 'Whom to find; everybody without it.' }),
      ...pageArgs,
    },
    complexity: pageCost,
    resolve: (_, { filter, ...args }, ctx) => listDirectory(ctx, { ...filter }, args),
  }),
}))
