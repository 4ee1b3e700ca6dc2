import { type LetterChoices, type NewsSort, newsAbouts, type Rhythm } from '@hansa/domain/notification'
import { builder, enumOf } from '../graphql/builder.ts'
import type { NewsPage } from './news.reader.ts'
import type { ToldNews } from './told-news.ts'

export const RhythmEnum = enumOf<Rhythm>('Rhythm', 'When a member is written to.', {
  'at-once': 'As soon as there is something.',
  daily: 'In one letter a day.',
  weekly: 'In one letter a week.',
  never: 'Not at all: it stands in the portal only.',
})

export const NewsSortEnum = enumOf<NewsSort>('NewsSort', 'A sort of news.', {
  followed: 'What she follows is new or changed.',
  search: 'A search she saved found something.',
  curation: 'Something became of an entry she writes, reviews or looks after.',
  affiliation: 'Where she or somebody else belongs.',
})

type Named = ToldNews['entries'][number]

const NewsEntry = builder.objectRef<Named>('NewsEntry').implement({
  description: 'An entry that news are about.',
  fields: (t) => ({
    title: t.string({ description: 'What it is called.', resolve: (one) => one.title.text }),
    language: t.string({
      description: 'Language of the title (BCP 47).',
      resolve: (one) => one.title.language,
    }),
    path: t.exposeString('path', { description: 'Path of its page, without a language.' }),
  }),
})

const NewsType = builder.objectRef<ToldNews>('News').implement({
  description: 'Something a member was told. Only she sees it.',
  fields: (t) => ({
    id: t.id({ description: 'Names it.', resolve: ({ row }) => row.id }),
    sort: t.field({
      type: NewsSortEnum,
      description: 'Which sort of news it is.',
      resolve: ({ row }) => newsAbouts[row.about],
    }),
    sentence: t.exposeString('sentence', {
      description: 'What happened, in the language of the request; the title follows.',
    }),
    title: t.string({
      nullable: true,
      description: 'What it is about.',
      resolve: ({ title }) => title?.text,
    }),
    language: t.string({
      nullable: true,
      description: 'Language of the title (BCP 47).',
      resolve: ({ title }) => title?.language,
    }),
    by: t.exposeString('by', { nullable: true, description: 'Who did it, as a sentence.' }),
    path: t.exposeString('path', {
      nullable: true,
      description: 'Path of the page where one sees it or acts on it, without a language.',
    }),
    count: t.exposeString('count', {
      nullable: true,
      description: 'How many entries are new or changed, as a sentence.',
    }),
    entries: t.field({
      type: [NewsEntry],
      description: 'The newest of these entries, ten at most.',
      resolve: ({ entries }) => entries,
    }),
    at: t.string({
      description: 'When it was told (ISO 8601).',
      resolve: ({ row }) => row.createdAt.toISOString(),
    }),
    isRead: t.boolean({
      description: 'Whether she marked it as read.',
      resolve: ({ row }) => row.readAt !== null,
    }),
  }),
})

export const NewsPageType = builder.objectRef<NewsPage>('NewsPage').implement({
  description: 'A page of news.',
  fields: (t) => ({
    totalCount: t.exposeInt('totalCount', { description: 'How many there are on all pages.' }),
    nodes: t.field({
      type: [NewsType],
      complexity: { field: 0, multiplier: 1 },
      description: 'The page, the newest first.',
      resolve: (page) => page.nodes,
    }),
  }),
})

const chosen = (sort: NewsSort, things: string) => ({
  type: RhythmEnum,
  description: `When she is written to about ${things}.`,
  resolve: (choices: LetterChoices) => choices[sort],
})

export const LetterChoicesType = builder.objectRef<LetterChoices>('LetterChoices').implement({
  description: 'How a member wants to be written to.',
  fields: (t) => ({
    followed: t.field(chosen('followed', 'what she follows')),
    search: t.field(chosen('search', 'searches she saved')),
    curation: t.field(chosen('curation', 'entries she writes, reviews or looks after')),
    affiliation: t.field(chosen('affiliation', 'who belongs where')),
  }),
})
