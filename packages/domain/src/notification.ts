import { z } from 'zod'
import { shortLine } from './affiliation.ts'
import { kindNames } from './kind.ts'

/** The sorts of news there are. How a member is written to is chosen for each. */
export const newsSorts = ['followed', 'search', 'curation', 'affiliation'] as const
export type NewsSort = (typeof newsSorts)[number]

/** When a member is written to. */
export const rhythms = ['at-once', 'daily', 'weekly', 'never'] as const
export type Rhythm = (typeof rhythms)[number]

/** How a member wants to be written to, by sort of news. */
export type LetterChoices = Readonly<Record<NewsSort, Rhythm>>

/** How a member is written to who chose nothing: at once where somebody waits for her, else once a day. */
export const usualChoices: LetterChoices = {
  followed: 'daily',
  search: 'daily',
  curation: 'at-once',
  affiliation: 'at-once',
}

/** What somebody can be told, and which sort of news it is. */
export const newsAbouts = {
  'followed.news': 'followed',
  'search.hits': 'search',
  'curation.submitted': 'curation',
  'curation.review-asked': 'curation',
  'curation.changes-requested': 'curation',
  'curation.remarks-answered': 'curation',
  'curation.recommended': 'curation',
  'curation.accepted': 'curation',
  'curation.published': 'curation',
  'curation.rejected': 'curation',
  'curation.merged': 'curation',
  'curation.confirmation-due': 'curation',
  'curation.confirmation-overdue': 'curation',
  'affiliation.asked': 'affiliation',
  'affiliation.confirmed': 'affiliation',
  'affiliation.refused': 'affiliation',
  'affiliation.ended': 'affiliation',
  'affiliation.handed-over': 'affiliation',
  'affiliation.reviewer': 'affiliation',
} as const satisfies Readonly<Record<string, NewsSort>>
export type NewsAbout = keyof typeof newsAbouts

/** Everything somebody can be told. */
export const newsAboutNames = Object.keys(newsAbouts) as NewsAbout[]

/** What a piece of news says besides its occasion. */
export type NewsDetail = {
  /** Of what is followed or searched for: how many entries are new or changed, and the newest of them. */
  readonly count?: number
  readonly entries?: readonly string[]
  /** Id of the member who did it. */
  readonly by?: string
}

/** Choices as a member sends them: those she names change, the others stay. */
export const LetterChoicesInput = z.strictObject(
  Object.fromEntries(newsSorts.map((sort) => [sort, z.enum(rhythms).optional()])) as Record<
    NewsSort,
    z.ZodOptional<z.ZodEnum<{ [R in Rhythm]: R }>>
  >,
)

/** What one link of a letter stops: one thing that is watched, one sort of news, or the letter of every day or week. */
export type StopThing =
  | { readonly stops: 'watch'; readonly id: string }
  | { readonly stops: 'sort'; readonly id: NewsSort }
  | { readonly stops: 'digest'; readonly id: 'daily' | 'weekly' }

/** A search as it is saved: its words and what narrows it, by the names that filters have in the API. */
export const SavedSearch = z.strictObject({
  text: z.string().trim().max(500, 'is longer than 500 characters'),
  kinds: z.array(z.enum(kindNames)).max(kindNames.length),
  filter: z.record(z.string(), z.union([z.array(z.string()), z.number()])),
})
export type SavedSearch = z.infer<typeof SavedSearch>

/** What a member sends to save a search: what she calls it, and the search. */
export const SearchToSave = z.strictObject({
  name: shortLine(100).refine((name) => name !== '', 'is empty'),
  search: SavedSearch,
})

/** How many things one member can watch: each is looked after every day. */
export const mostWatches = 200
