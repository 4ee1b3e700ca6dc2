import type { LetterChoices, StopThing } from '@hansa/domain/notification'
import { DoneType, type Outcome, outcomeOf, outcomeType } from '../account/outcome.graphql.ts'
import { builder, enumOf } from '../graphql/builder.ts'
import { pageCost } from '../graphql/connection.ts'
import { text } from '../graphql/text.ts'
import { listNews, readChoices } from './news.reader.ts'
import { chooseLetters, markNewsRead, readStopping, type Stopping, stopLetters } from './news.service.ts'
import { LetterChoicesType, NewsPageType, NewsSortEnum, RhythmEnum } from './news.types.ts'

const StopsEnum = enumOf<StopThing['stops']>('Stops', 'What the link of a letter stops.', {
  watch: 'Letters about one thing she follows, or one search she saved.',
  sort: 'Letters about one sort of news.',
  digest: 'The letter of every day or week.',
})

const StoppingType = builder.objectRef<Stopping>('Stopping').implement({
  description: 'Letters that a link stops.',
  fields: (t) => ({
    stops: t.field({
      type: StopsEnum,
      description: 'What it stops.',
      resolve: ({ thing }) => thing.stops,
    }),
    sort: t.field({
      type: NewsSortEnum,
      nullable: true,
      description: 'The sort of news, where it stops one.',
      resolve: ({ thing }) => (thing.stops === 'sort' ? thing.id : null),
    }),
    rhythm: t.field({
      type: RhythmEnum,
      nullable: true,
      description: 'Which letter, where it stops that of every day or week.',
      resolve: ({ thing }) => (thing.stops === 'digest' ? thing.id : null),
    }),
    title: t.field(
      text('What is followed, where it stops letters about that.', (row: Stopping) => row.watched?.title),
    ),
  }),
})

builder.queryFields((t) => ({
  news: t.field({
    type: NewsPageType,
    description: 'What whoever asks was told, the newest first.',
    args: {
      first: t.arg.int({ description: 'How many to give: 1 to 100, 20 if not said.' }),
      offset: t.arg.int({ description: 'How many to pass over.' }),
    },
    complexity: pageCost,
    resolve: (_, args, ctx) => listNews(ctx, args),
  }),
  letterChoices: t.field({
    type: LetterChoicesType,
    description: 'How whoever asks wants to be written to.',
    resolve: (_, __, ctx) => readChoices(ctx),
  }),
  stopping: t.field({
    type: StoppingType,
    description: 'What the link of a letter would stop. Needs nobody to be signed in.',
    args: { secret: t.arg.string({ required: true, description: 'What the link carries.' }) },
    resolve: (_, { secret }, ctx) => readStopping(ctx, secret),
  }),
}))

const ChoicesOutcome = outcomeType<LetterChoices>(
  'LetterChoicesOutcome',
  'What became of choices of letters.',
)
builder.objectField(ChoicesOutcome, 'letterChoices', (t) =>
  t.field({
    type: LetterChoicesType,
    nullable: true,
    description: 'The choices as they are now.',
    resolve: (outcome: Outcome<LetterChoices>) => outcome.result,
  }),
)

const StopOutcome = outcomeType<Stopping>('StopOutcome', 'What became of stopping letters.')
builder.objectField(StopOutcome, 'stopping', (t) =>
  t.field({
    type: StoppingType,
    nullable: true,
    description: 'What was stopped.',
    resolve: (outcome: Outcome<Stopping>) => outcome.result,
  }),
)

const given = <T extends object>(values: T) =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value != null))

builder.mutationFields((t) => {
  const rhythm = (things: string) =>
    t.arg({ type: RhythmEnum, description: `About ${things}; as before when left out.` })
  return {
    markNewsRead: t.field({
      type: DoneType,
      description: 'Marks news of whoever asks as read.',
      args: { ids: t.arg.idList({ description: 'Which; all when left out.' }) },
      resolve: (_, { ids }, ctx) => outcomeOf(() => markNewsRead(ctx, ids ?? null)),
    }),
    chooseLetters: t.field({
      type: ChoicesOutcome,
      description: 'Changes how whoever asks is written to.',
      args: {
        followed: rhythm('what she follows'),
        search: rhythm('searches she saved'),
        curation: rhythm('entries she writes, reviews or looks after'),
        affiliation: rhythm('who belongs where'),
      },
      resolve: (_, args, ctx) => outcomeOf(() => chooseLetters(ctx, given(args))),
    }),
    stopLetters: t.field({
      type: StopOutcome,
      description: 'Stops the letters that the link of a letter is for. Needs nobody to be signed in.',
      args: { secret: t.arg.string({ required: true, description: 'What the link carries.' }) },
      resolve: (_, { secret }, ctx) => outcomeOf(() => stopLetters(ctx, secret)),
    }),
  }
})
