import type { Segment } from '@hansa/search'
import { ComparisonType } from '../comparison/comparison.graphql.ts'
import type { Context } from '../context.ts'
import { one } from '../entry/entry.fields.ts'
import { Entry, EntryKind } from '../entry/entry.graphql.ts'
import type { EntryRow } from '../entry/entry.types.ts'
import { builder, enumOf } from '../graphql/builder.ts'
import { PageInfo, pageArgs, pageCost } from '../graphql/connection.ts'
import { requestedFields } from '../graphql/requested-fields.ts'
import { requiredText } from '../graphql/text.ts'
import { once } from '../once.ts'
import { FacetType } from './facet.graphql.ts'
import { readTextsWith } from './read-texts.ts'
import { type Found, type FoundEntry, searchEntries } from './search.service.ts'
import { facetNames, isFacet } from './search-filter.ts'
import { type MatchedSnippet, matcherOf, snippetOf } from './search-match.ts'
import { type Point, pointsOf } from './search-point.ts'
import { type Reason, type ReasonCode, reasonCodes, reasonsOf, type Told } from './search-reason.ts'
import { SearchedName } from './searched-name.ts'

const SearchSortEnum = enumOf('SearchSort', 'What search results are ordered by.', {
  relevance: 'What fits best; without words, what tells most and is best evidenced.',
  title: 'The title, from A to Z.',
  newest: 'The last change, newest first.',
  year: 'The year it began, newest first.',
  evidence: 'The evidence level, strongest first.',
  population: 'The population of the place, largest first.',
})

const values = (things: string) => `${things} Any of these.`

/** Narrows a search; also that of a search that is saved. */
export const SearchFilter = builder.inputType('SearchFilter', {
  description:
    'Narrows a search: any of the values within a field, all fields together. Values are those that `facets` gives; one that nothing has finds nothing.',
  fields: (t) => ({
    kind: t.stringList({ description: values('Kinds: `practice`, `consultative-body`.') }),
    policyArea: t.stringList({ description: values('Keys of policy areas: `housing`.') }),
    country: t.stringList({ description: values('ISO 3166-1 codes of countries: `SE`.') }),
    city: t.stringList({ description: values('Slugs or ids of cities.') }),
    citySize: t.stringList({
      description: values('Size classes: `village`, `small`, `medium`, `large`, `very-large`, `giant`.'),
    }),
    targetGroup: t.stringList({ description: values('Keys of target groups.') }),
    measureType: t.stringList({ description: values('Keys of types of measure.') }),
    governanceLevel: t.stringList({ description: values('Keys of levels of government.') }),
    governanceDimension: t.stringList({ description: values('Keys of dimensions of governance.') }),
    network: t.stringList({
      description: values('Slugs or ids of networks it is linked to, or its city is a member of.'),
    }),
    stage: t.stringList({ description: values('Stages: `running`.') }),
    evidence: t.stringList({ description: values('Evidence levels: `0` to `5`.') }),
    freshness: t.stringList({ description: values('`confirmed`, `due`, `overdue`, `unconfirmed`.') }),
    coverage: t.stringList({ description: values('How much is told: `full`, `short`, `mention`.') }),
    language: t.stringList({ description: values('Languages it can be read in (BCP 47).') }),
    year: t.stringList({ description: values('Years in which it began: `2016`.') }),
    yearFrom: t.int({ description: 'Began in this year or later.' }),
    yearTo: t.int({ description: 'Began in this year or earlier.' }),
  }),
})

const SnippetSegment = builder.objectRef<Segment>('SnippetSegment').implement({
  description: 'A piece of a snippet; the pieces in order are the snippet. Plain text, never HTML.',
  fields: (t) => ({
    text: t.exposeString('text', { description: 'The text.' }),
    match: t.exposeBoolean('match', { description: 'Whether it is what was searched for.' }),
  }),
})

const ReasonCodeEnum = enumOf<ReasonCode>(
  'SearchReasonCode',
  'Where what was searched for was found.',
  reasonCodes,
)

const SearchReason = builder.objectRef<Reason>('SearchReason').implement({
  description: 'Why an entry was found.',
  fields: (t) => ({
    code: t.field({ type: ReasonCodeEnum, description: 'Where it was found.', resolve: (row) => row.code }),
    text: t.exposeString('text', {
      nullable: true,
      description: 'What was found there; what it is depends on the code.',
    }),
  }),
})

type Edge = FoundEntry & { told: Told; cut: () => MatchedSnippet }

/** The hits of a page; what several of them, or several fields of one, are told by is worked out once. */
const edgesOf = async (ctx: Context, found: Found): Promise<Edge[]> => {
  const toldByTerms = new Map<string, Told>()
  const texts = await readTextsWith(ctx.kept, found.lexicon)
  return found.entries.map((entry) => {
    const terms = entry.hit.terms.map(({ term }) => term).join(' ')
    const told = toldByTerms.get(terms) ?? {
      matcher: matcherOf(ctx, texts, entry, found),
      reasons: new Map(),
    }
    toldByTerms.set(terms, told)
    return { ...entry, told, cut: once(() => snippetOf(ctx, entry.row, told.matcher)) }
  })
}

const SearchEdge = builder.objectRef<Edge>('SearchEdge').implement({
  description: 'One entry that was found.',
  fields: (t) => ({
    cursor: t.exposeString('cursor', {
      description: 'To be given as `after`: the next page then begins behind this one.',
    }),
    node: t.field({ type: Entry, description: 'The entry.', resolve: (edge) => edge.row }),
    snippet: t.field({
      type: [SnippetSegment],
      description:
        'A stretch of its text around what was searched for; how it begins when its text does not have it.',
      resolve: (edge) => edge.cut().segments,
    }),
    snippetLanguage: t.string({
      nullable: true,
      description: 'Language of the snippet (BCP 47), when it is known.',
      resolve: (edge) => edge.cut().language,
    }),
    reasons: t.field({
      type: [SearchReason],
      complexity: 2,
      description: 'Why it was found; none when nothing was searched for.',
      resolve: (edge, _, ctx) => (edge.hit.terms.length === 0 ? [] : reasonsOf(ctx, edge.row, edge.told)),
    }),
    comparison: t.field({
      type: ComparisonType,
      nullable: true,
      complexity: 2,
      description:
        'How like its city is to the one given as `comparableTo`; null without one, and for entries without a city.',
      resolve: (edge) => edge.comparison,
    }),
  }),
})

const Relaxed = builder.objectRef<NonNullable<Found['relaxed']>>('Relaxed').implement({
  description: 'How a search was loosened because nothing fitted it as it was typed.',
  fields: (t) => ({
    droppedWords: t.stringList({
      description: 'Words that were left out.',
      resolve: (row) => (row.by === 'words' ? row.dropped : []),
    }),
    stemLanguage: t.string({
      nullable: true,
      description: 'Set when other forms of the words were accepted: the language they were taken to be in.',
      resolve: (row) => (row.by === 'stems' ? row.language : null),
    }),
  }),
})

const MapPoint = builder.objectRef<Point>('MapPoint').implement({
  description: 'A city with as many of the hits as lie in it.',
  fields: (t) => ({
    city: t.field(one('city', 'The city.', (row: Point) => row.id)),
    slug: t.exposeString('slug', { description: 'Slug of the city, as `SearchFilter` takes it.' }),
    name: t.field(requiredText('Its name.', (row: Point) => row.title)),
    latitude: t.exposeFloat('latitude', { description: 'Latitude (WGS 84).' }),
    longitude: t.exposeFloat('longitude', { description: 'Longitude (WGS 84).' }),
    count: t.exposeInt('count', { description: 'How many of the hits lie there.' }),
  }),
})

const SearchConnection = builder.objectRef<Found>('SearchConnection').implement({
  description: 'A page of what was found, and what is known of all hits.',
  fields: (t) => ({
    totalCount: t.exposeInt('total', { description: 'How many entries were found on all pages.' }),
    edges: t.field({
      type: [SearchEdge],
      complexity: { field: 0, multiplier: 1 },
      description: 'The page, each entry with the reason it was found.',
      resolve: (found, _, ctx) => edgesOf(ctx, found),
    }),
    nodes: t.field({
      type: [Entry],
      complexity: { field: 0, multiplier: 1 },
      description: 'The entries of the page.',
      resolve: (found): EntryRow[] => found.entries.map((entry) => entry.row),
    }),
    pageInfo: t.field({
      type: PageInfo,
      description: 'Where this page lies.',
      resolve: ({ entries, hasNextPage, hasPreviousPage }) => ({
        cursors: entries.map((entry) => entry.cursor),
        hasNextPage,
        hasPreviousPage,
      }),
    }),
    facets: t.field({
      type: [FacetType],
      complexity: { field: 10, multiplier: 1 },
      description: 'Ways to narrow the search, counted over all hits.',
      resolve: (found) =>
        found.facets.flatMap(({ name, values: counted }) =>
          isFacet(name) ? [{ name, values: counted }] : [],
        ),
    }),
    points: t.field({
      type: [MapPoint],
      complexity: { field: 10, multiplier: 1 },
      description: 'The cities of all hits, not only of this page, for a map.',
      resolve: (found, _, ctx) => pointsOf(ctx, found),
    }),
    pointCount: t.int({
      description: 'How many cities `points` has.',
      resolve: async (found, _, ctx) => (await pointsOf(ctx, found)).length,
    }),
    didYouMean: t.exposeString('didYouMean', {
      nullable: true,
      description: 'The words with misspelt ones put right; null when there is nothing to put right.',
    }),
    names: t.field({
      type: [SearchedName],
      description: 'Words that were read as names: the hits have any name of what is meant, in any language.',
      resolve: (found) => found.names.map((read) => ({ read, text: found.text })),
    }),
    relaxed: t.field({
      type: Relaxed,
      nullable: true,
      description: 'How the search was loosened; null when the hits have all that was asked for.',
      resolve: (found) => found.relaxed,
    }),
    limited: t.exposeBoolean('limited', {
      description:
        'Whether the search engine did not answer and the registry was asked instead: then only titles and names were searched, some filters were left out, and facets and points are empty. It passes by itself.',
    }),
  }),
})

builder.queryField('search', (t) =>
  t.field({
    type: SearchConnection,
    description:
      'Searches entries of all kinds, or some, by words of any language: names, concepts with their synonyms, identifiers and texts.',
    args: {
      text: t.arg.string({
        description: 'Words; "in quotes" together, -without. Without any, everything is found.',
      }),
      kinds: t.arg({
        type: [EntryKind],
        description: 'Only these kinds, also in the counts of the facet `kind`.',
      }),
      filter: t.arg({ type: SearchFilter, description: 'Narrows the search.' }),
      offset: t.arg.int({
        description:
          'How many to pass over, for numbered pages; not together with `after`, which never repeats or skips.',
      }),
      comparableTo: t.arg.id({
        description:
          'Id or slug of a city. By relevance, what is equally relevant is then ordered by how like its city is to this one, entries without a city last; each edge has its `comparison`. Other sorts are not changed. Up to the first 1,000 hits.',
      }),
      sort: t.arg({ type: SearchSortEnum, description: 'What to order by; relevance if not said.' }),
      ...pageArgs,
    },
    complexity: pageCost,
    resolve: (_, args, ctx, info) => {
      const asked = requestedFields(info)
      const facets = asked.has('facets') ? facetNames : []
      const isMapped = asked.has('points') || asked.has('pointCount')
      return searchEntries(ctx, args, isMapped ? [...facets, 'city'] : facets)
    },
  }),
)
