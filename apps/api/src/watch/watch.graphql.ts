import { AccountType } from '../account/account.graphql.ts'
import { DoneType, type Outcome, outcomeOf, outcomeType } from '../account/outcome.graphql.ts'
import type { Context } from '../context.ts'
import { EntryKind } from '../entry/entry.graphql.ts'
import { builder } from '../graphql/builder.ts'
import { languageArgs, Text, textFor } from '../graphql/text.ts'
import { countUnread, readingMember } from '../notification/news.reader.ts'
import { once } from '../once.ts'
import { SearchFilter } from '../search/search.graphql.ts'
import { listWatches, namesOfWatched, sortOf, type Watched, type WatchRow } from './watch.rows.ts'
import { endWatch, follow, saveSearch, setWatchLetters } from './watch.service.ts'

/** Something watched; what it is called is read for the whole list when it is first asked for. */
type Shown = { row: WatchRow; named: () => Promise<Watched | null> }

const shownOf = ({ db }: Pick<Context, 'db'>, rows: readonly WatchRow[]): Shown[] => {
  const names = once(() => namesOfWatched(db, rows))
  return rows.map((row) => ({ row, named: async () => (await names()).get(row.id) ?? null }))
}

const WatchType = builder.objectRef<Shown>('Watch').implement({
  description: 'Something a member follows, or a search she saved. Only she sees it.',
  fields: (t) => ({
    id: t.id({ description: 'Names it.', resolve: ({ row }) => row.id }),
    target: t.id({
      description: 'Id of the entry or policy area; for a search a name of its own.',
      resolve: ({ row }) => row.target,
    }),
    isSearch: t.boolean({
      description: 'Whether it is a search she saved.',
      resolve: ({ row }) => sortOf(row) === 'search',
    }),
    title: t.field({
      type: Text,
      nullable: true,
      description: 'What it is called; null when it is not in the registry any more.',
      args: languageArgs,
      resolve: async ({ named }, { language }, ctx) => {
        const title = (await named())?.title
        return title ? textFor(ctx, title, language) : null
      },
    }),
    path: t.string({
      nullable: true,
      description: 'Path of its page, without a language.',
      resolve: async ({ named }) => (await named())?.path ?? null,
    }),
    letters: t.boolean({
      description: 'Whether it may come by letter.',
      resolve: ({ row }) => row.letters,
    }),
    createdAt: t.string({
      description: 'Since when (ISO 8601).',
      resolve: ({ row }) => row.createdAt.toISOString(),
    }),
  }),
})

builder.objectFields(AccountType, (t) => ({
  unreadNews: t.int({
    description: 'How many pieces of news she has not read.',
    resolve: (_, __, ctx) => countUnread(ctx.db, readingMember(ctx)),
  }),
  watches: t.field({
    type: [WatchType],
    complexity: { field: 1, multiplier: 20 },
    description: 'What she follows and the searches she saved, the newest first.',
    resolve: async (_, __, ctx) => shownOf(ctx, await listWatches(ctx.db, readingMember(ctx))),
  }),
}))

const OutcomeType = outcomeType<WatchRow>('WatchOutcome', 'What became of something followed.')
builder.objectField(OutcomeType, 'watch', (t) =>
  t.field({
    type: WatchType,
    nullable: true,
    description: 'What is followed as it is now.',
    resolve: ({ result }: Outcome<WatchRow>, _, ctx) => (result ? shownOf(ctx, [result])[0] : null),
  }),
)

type Given = { readonly [name: string]: readonly string[] | number | null | undefined }

/** Filters that say nothing are none, so that the same search is the same however it was sent. */
const filterOf = (given: Given | null | undefined): Record<string, readonly string[] | number> =>
  Object.fromEntries(
    Object.entries(given ?? {}).flatMap(([name, value]) =>
      value == null || (typeof value !== 'number' && value.length === 0) ? [] : [[name, value]],
    ),
  )

builder.mutationFields((t) => ({
  follow: t.field({
    type: OutcomeType,
    description:
      'Follows an entry or a policy area: whoever asks is told when it, or what is filed under it, is new or changed.',
    args: {
      target: t.arg.id({ required: true, description: 'Id of the entry, or of the policy area.' }),
    },
    resolve: (_, { target }, ctx) => outcomeOf(() => follow(ctx, target)),
  }),
  saveSearch: t.field({
    type: OutcomeType,
    description: 'Saves a search: whoever asks is told when it finds something that is new or changed.',
    args: {
      name: t.arg.string({ required: true, description: 'What she calls it.' }),
      text: t.arg.string({ description: 'What is searched for.' }),
      kinds: t.arg({ type: [EntryKind], description: 'Among which kinds; all when left out.' }),
      filter: t.arg({ type: SearchFilter, description: 'What narrows it.' }),
    },
    resolve: (_, { name, text, kinds, filter }, ctx) =>
      outcomeOf(() =>
        saveSearch(ctx, {
          name,
          search: { text: text ?? '', kinds: kinds ?? [], filter: filterOf(filter) },
        }),
      ),
  }),
  setWatchLetters: t.field({
    type: OutcomeType,
    description: 'Says whether something followed may come by letter; it stands in the portal in any case.',
    args: {
      id: t.arg.id({ required: true, description: 'What names it among what she follows.' }),
      letters: t.arg.boolean({ required: true, description: 'Whether it may.' }),
    },
    resolve: (_, { id, letters }, ctx) => outcomeOf(() => setWatchLetters(ctx, id, letters)),
  }),
  endWatch: t.field({
    type: DoneType,
    description: 'Ends that something is followed, or takes back a saved search.',
    args: { id: t.arg.id({ required: true, description: 'What names it among what she follows.' }) },
    resolve: (_, { id }, ctx) => outcomeOf(() => endWatch(ctx, id)),
  }),
}))
