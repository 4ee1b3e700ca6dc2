import { KindCountType } from '../concept/concept.graphql.ts'
import { Entry } from '../entry/entry.graphql.ts'
import { types } from '../entry/entry.types.ts'
import { builder } from '../graphql/builder.ts'
import { countByKind, countCountries, listFeatured, listRecent } from './stats.service.ts'

const Stats = builder.objectRef<object>('Stats').implement({
  description: 'The registry in figures, counted now.',
  fields: (t) => ({
    entries: t.field({
      type: [KindCountType],
      description: 'How many entries there are of each kind; kinds without any are left out.',
      resolve: (_, __, ctx) => countByKind(ctx),
    }),
    countries: t.int({
      description: 'How many countries practices come from.',
      resolve: (_, __, ctx) => countCountries(ctx),
    }),
  }),
})

builder.queryFields((t) => ({
  stats: t.field({ type: Stats, description: 'The registry in figures.', resolve: () => ({}) }),
  recentChanges: t.field({
    type: [Entry],
    description: 'The entries changed last, the newest first.',
    args: { first: t.arg.int({ defaultValue: 5, description: 'How many: 1 to 100.' }) },
    complexity: ({ first }) => ({ field: 1, multiplier: first ?? 5 }),
    resolve: (_, { first }, ctx) => listRecent(ctx, first ?? 5),
  }),
  featured: t.field({
    type: [types.practice],
    description:
      'Practices worth reading first: those that curators chose, then full fiches with the strongest evidence, and those that tell most about results, evaluations and preconditions.',
    args: { first: t.arg.int({ defaultValue: 3, description: 'How many: 1 to 100.' }) },
    complexity: ({ first }) => ({ field: 1, multiplier: first ?? 3 }),
    resolve: (_, { first }, ctx) => listFeatured(ctx, first ?? 3),
  }),
}))
