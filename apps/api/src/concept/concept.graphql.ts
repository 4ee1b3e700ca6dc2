import type { mappingRelations } from '@hansa/domain/concept'
import type { Kind } from '@hansa/domain/kind'
import { EntryKind, Node, SourceType } from '../entry/entry.graphql.ts'
import { FrameworkItemType, loadItem } from '../framework/framework-item.ts'
import { builder, enumOf } from '../graphql/builder.ts'
import { requiredText, Translation, translationsOf } from '../graphql/text.ts'
import { ConceptSchemeType, ConceptType } from './concept.fields.ts'
import type { ConceptRow, SchemeRow } from './concept.loaders.ts'
import { findConcept, findScheme, listSchemes } from './concept.reader.ts'

type Mapping = ConceptRow['mappings'][number]

const MappingRelation = enumOf<(typeof mappingRelations)[number]>(
  'MappingRelation',
  'How a concept relates to one of another scheme (SKOS).',
  {
    exactMatch: 'Means the same.',
    closeMatch: 'Means nearly the same.',
    broadMatch: 'The other one is broader.',
    narrowMatch: 'The other one is narrower.',
    relatedMatch: 'The other one is related.',
  },
)

const MappingType = builder.objectRef<Mapping>('ConceptMapping').implement({
  description: 'A link from a concept to one of a scheme that somebody else keeps.',
  fields: (t) => ({
    relation: t.field({ type: MappingRelation, description: 'How they relate.', resolve: (m) => m.relation }),
    scheme: t.exposeString('scheme', { description: 'The other scheme.' }),
    notation: t.exposeString('notation', { description: 'The code of the concept there.' }),
    label: t.exposeString('label', { nullable: true, description: 'What it is called there.' }),
    url: t.exposeString('url', { nullable: true, description: 'Its web address there.' }),
  }),
})

const Synonyms = builder.objectRef<{ language: string; words: string[] }>('Synonyms').implement({
  description: 'Words for a concept in one language.',
  fields: (t) => ({
    language: t.exposeString('language', { description: 'The language (BCP 47).' }),
    words: t.exposeStringList('words', { description: 'The words.' }),
  }),
})

export const KindCountType = builder.objectRef<{ kind: Kind; count: number }>('KindCount').implement({
  description: 'How many entries there are of a kind.',
  fields: (t) => ({
    kind: t.field({ type: EntryKind, description: 'The kind.', resolve: (row) => row.kind }),
    count: t.exposeInt('count', { description: 'How many.' }),
  }),
})

ConceptType.implement({
  description: 'A concept of a controlled vocabulary (SKOS), such as the policy area "housing".',
  interfaces: [Node],
  fields: (t) => ({
    key: t.exposeString('key', {
      description: 'Its key within the scheme; also the value of search filters.',
    }),
    scheme: t.field({
      type: ConceptSchemeType,
      description: 'The scheme it belongs to.',
      resolve: async (row, _, ctx) => {
        const scheme = await ctx.loaders.scheme.load(row.scheme)
        if (!scheme) throw new Error(`No concept scheme ${row.scheme}`)
        return scheme
      },
    }),
    label: t.field(requiredText('What it is called.', (row: ConceptRow) => row.labels)),
    labels: t.field({
      type: [Translation],
      description: 'What it is called in every language known.',
      resolve: (row) => translationsOf(row.labels),
    }),
    names: t.field({
      type: [Synonyms],
      description:
        'Its labels and other words for it as a whole, by language; to search, they are all the same.',
      resolve: (row) =>
        Object.entries(row.labels).map(([language, { text, also = [] }]) => ({
          language,
          words: [text, ...also],
        })),
    }),
    synonyms: t.field({
      type: [Synonyms],
      description: 'Words for it or a part of it, by language; search finds them too.',
      resolve: (row) => Object.entries(row.synonyms).map(([language, words]) => ({ language, words })),
    }),
    definition: t.exposeString('definition', { nullable: true, description: 'What it means, in English.' }),
    mappings: t.field({
      type: [MappingType],
      description: 'What it corresponds to in the schemes of others.',
      resolve: (row) => row.mappings,
    }),
    broader: t.field({
      type: ConceptType,
      nullable: true,
      description: 'The broader concept.',
      resolve: (row, _, ctx) => (row.broader ? ctx.loaders.concept.load(row.broader) : null),
    }),
    narrower: t.field({
      type: [ConceptType],
      description: 'Narrower concepts.',
      resolve: (row, _, ctx) => ctx.loaders.narrower.load(row.id),
    }),
    entryCounts: t.field({
      type: [KindCountType],
      description: 'How many entries of each kind name it; kinds without any are left out.',
      resolve: (row, _, ctx) => ctx.loaders.conceptCounts.load(row.id),
    }),
    frameworkItems: t.field({
      type: [FrameworkItemType],
      description: 'Items of charters and indices that are mapped to it.',
      resolve: async (row, _, ctx) => {
        const keys = await ctx.loaders.itemsOfConcept.load(row.id)
        const items = await Promise.all(keys.map(({ frameworkId, key }) => loadItem(ctx, frameworkId, key)))
        return items.filter((item) => item !== null)
      },
    }),
  }),
})

ConceptSchemeType.implement({
  description: 'A controlled vocabulary (SKOS concept scheme) whose words are data.',
  fields: (t) => ({
    key: t.exposeString('key', { description: 'Its key, such as `policy-area`.' }),
    label: t.field(requiredText('What it is called.', (row: SchemeRow) => row.labels)),
    labels: t.field({
      type: [Translation],
      description: 'What it is called in every language known.',
      resolve: (row) => translationsOf(row.labels),
    }),
    definition: t.exposeString('definition', { nullable: true, description: 'What it is for, in English.' }),
    sources: t.field({
      type: [SourceType],
      description: 'Where it comes from.',
      resolve: (row) => row.sources,
    }),
    concepts: t.field({
      type: [ConceptType],
      description: 'Its concepts, in the order in which they are shown.',
      resolve: (row, _, ctx) => ctx.loaders.conceptsOfScheme.load(row.key),
    }),
  }),
})

builder.queryFields((t) => ({
  concept: t.field({
    type: ConceptType,
    nullable: true,
    description: 'A concept by its id; null when there is none.',
    args: { id: t.arg.id({ required: true, description: 'Its id: `policy-area/housing`.' }) },
    resolve: (_, { id }, ctx) => findConcept(ctx, id),
  }),
  conceptScheme: t.field({
    type: ConceptSchemeType,
    nullable: true,
    description: 'A concept scheme by its key; null when there is none.',
    args: { key: t.arg.string({ required: true, description: 'Its key: `policy-area`.' }) },
    resolve: (_, { key }, ctx) => findScheme(ctx, key),
  }),
  conceptSchemes: t.field({
    type: [ConceptSchemeType],
    description: 'All concept schemes.',
    resolve: (_, __, ctx) => listSchemes(ctx),
  }),
}))
