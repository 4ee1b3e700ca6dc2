import { builder } from '../graphql/builder.ts'
import { facetLabels } from './facet-label.ts'
import { type Counted, type PublicValue, shownValues } from './facet-value.ts'
import type { FacetName } from './search-filter.ts'

const FacetValue = builder.objectRef<Counted & PublicValue>('FacetValue').implement({
  description: 'A value of a facet.',
  fields: (t) => ({
    value: t.exposeString('value', { description: 'As it is written in `SearchFilter`.' }),
    label: t.exposeString('label', {
      description:
        'What readers read: names and concepts in their language; kinds, stages and other fixed values in English.',
    }),
    language: t.exposeString('language', {
      nullable: true,
      description:
        'The language of the label where it is a name or concept of the registry, as a BCP 47 tag.',
    }),
    count: t.exposeInt('count', {
      description: 'How many entries have it, given every choice but those in this facet.',
    }),
    selected: t.exposeBoolean('selected', { description: 'Whether the filter names it.' }),
  }),
})

/** A facet with all its values, of which a client may ask for the first. */
export const FacetType = builder.objectRef<{ name: FacetName; values: Counted[] }>('Facet').implement({
  description: 'A way to narrow a search, with its values counted over all hits.',
  fields: (t) => ({
    name: t.exposeString('name', { description: 'Its name: a field of `SearchFilter`.' }),
    label: t.string({
      description: 'What it is called in English.',
      resolve: ({ name }) => facetLabels[name],
    }),
    values: t.field({
      type: [FacetValue],
      complexity: { field: 1, multiplier: 3 },
      description:
        'Its values: years from the latest to the earliest, others the most frequent first. Those that the filter names are always among them.',
      args: { first: t.arg.int({ description: 'Only so many, and those that the filter names; else all.' }) },
      resolve: ({ name, values }, { first }, ctx) => shownValues(ctx, name, values, first),
    }),
    valueCount: t.int({
      description: 'How many values it has, shown or not.',
      resolve: ({ values }) => values.length,
    }),
  }),
})
