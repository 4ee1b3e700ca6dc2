import type { HistoryStep } from './workflow.ts'

/** Those whom what happens to an entry on its way can concern. */
export type Audience = 'authors' | 'curators' | 'reviewers' | 'keepers' | 'asked'

/** What people are told of curation; each is a letter and a line in the portal of its own. */
export const curationNews = [
  'curation.submitted',
  'curation.review-asked',
  'curation.changes-requested',
  'curation.remarks-answered',
  'curation.recommended',
  'curation.accepted',
  'curation.published',
  'curation.rejected',
  'curation.merged',
  'curation.confirmation-due',
  'curation.confirmation-overdue',
] as const
export type CurationNews = (typeof curationNews)[number]

/** Which steps are told, as what, and to whom. What is not named concerns nobody but whoever did it. */
const told: { readonly [S in HistoryStep]?: { about: CurationNews; to: readonly Audience[] } } = {
  submit: { about: 'curation.submitted', to: ['curators'] },
  assign: { about: 'curation.review-asked', to: ['asked'] },
  request_changes: { about: 'curation.changes-requested', to: ['authors'] },
  review: { about: 'curation.recommended', to: ['curators'] },
  accept: { about: 'curation.accepted', to: ['authors'] },
  publish: { about: 'curation.published', to: ['authors', 'reviewers', 'keepers'] },
  reject: { about: 'curation.rejected', to: ['authors', 'reviewers'] },
  merge: { about: 'curation.merged', to: ['keepers'] },
}

/** As what a step is told; null for one that is not. */
export const newsAbout = (step: HistoryStep): CurationNews | null => told[step]?.about ?? null

/** Ids of the members who are to be told of a step, each once, and never whoever took it. */
export const toldOf = (
  step: HistoryStep,
  people: Readonly<Record<Audience, readonly string[]>>,
  actor: string,
): string[] => [
  ...new Set((told[step]?.to ?? []).flatMap((audience) => people[audience]).filter((id) => id !== actor)),
]
