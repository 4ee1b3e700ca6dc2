import type { AffiliationFunction } from '@hansa/domain/affiliation'
import { Entry } from '../entry/entry.graphql.ts'
import { findEntry } from '../entry/entry.reader.ts'
import { builder, enumOf } from '../graphql/builder.ts'
import type { AffiliationRow } from './affiliation.rows.ts'

export const AffiliationFunctionEnum = enumOf<AffiliationFunction>(
  'AffiliationFunction',
  'What a member is at an entry. Editors, representatives and curators lead it: they answer for it and for who belongs to it.',
  {
    editor: 'Leads an organisation.',
    representative: 'Leads a city’s presence here.',
    curator: 'Leads a network: its secretariat.',
    member: 'Belongs to an organisation, a city or a network.',
    reviewer: 'Reviews one entry, and may read it in any state.',
    author: 'Began one entry, and may read it in any state.',
  },
)

export const AffiliationType = builder.objectRef<AffiliationRow>('Affiliation').implement({
  description:
    'That a member belongs to an organisation, a city or a network, reviews an entry or began one.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'Names the affiliation: `affi_…`.' }),
    entry: t.field({
      type: Entry,
      nullable: true,
      description: 'The organisation, city, network or entry; null when the viewer may not see it.',
      resolve: (row, _, ctx) => findEntry(ctx, row.entryId),
    }),
    function: t.field({
      type: AffiliationFunctionEnum,
      description: 'What she is there.',
      resolve: (row) => row.function,
    }),
    position: t.string({
      nullable: true,
      description: 'What she does there, in her words.',
      resolve: (row) => row.position || null,
    }),
    requestedAt: t.string({
      description: 'When she asked for it (ISO 8601).',
      resolve: (row) => row.createdAt.toISOString(),
    }),
    confirmedAt: t.string({
      nullable: true,
      description: 'When it was confirmed (ISO 8601); null while it waits. Until then it gives no right.',
      resolve: (row) => row.confirmedAt?.toISOString(),
    }),
  }),
})
