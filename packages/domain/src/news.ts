import type { HistoryStep } from './workflow.ts'

/** Those whom what happens to a revision can concern. */
export type Audience = 'authors' | 'curators' | 'reviewers' | 'keepers'

/** Who is told of a step. What is not named concerns nobody but whoever did it. */
const audiences: { readonly [S in HistoryStep | 'remark' | 'answer']?: readonly Audience[] } = {
  submit: ['curators'],
  withdraw: ['curators', 'reviewers'],
  take_up: ['authors'],
  request_changes: ['authors'],
  accept: ['authors'],
  schedule: ['authors'],
  reject: ['authors', 'reviewers'],
  publish: ['authors', 'reviewers', 'keepers'],
  release: ['authors'],
  assign: ['reviewers'],
  review: ['curators'],
  remark: ['authors'],
  answer: ['curators'],
  archive: ['keepers'],
  restore: ['keepers'],
  merge: ['keepers'],
}

export type NewsOf = keyof typeof audiences

/** Ids of the members who are to be told of a step, each once, and never whoever took it. */
export const toldOf = (
  step: HistoryStep | 'remark' | 'answer',
  people: Readonly<Record<Audience, readonly string[]>>,
  actor: string,
): string[] => [
  ...new Set((audiences[step] ?? []).flatMap((audience) => people[audience]).filter((id) => id !== actor)),
]
