import type { NewsAbout } from './notification.ts'
import type { HistoryStep } from './workflow.ts'

/** Those whom what happens to an entry can concern: `asked` is who is named by a step, such as the reviewer who is asked. */
export type Audience = 'authors' | 'curators' | 'reviewers' | 'keepers' | 'asked'

/** Besides steps, what is said about a field. */
export type Happening = HistoryStep | 'remark' | 'answer'

type News = { readonly about: NewsAbout; readonly to: readonly Audience[] }

/** Who is told of what happens, and as what. What is not named concerns nobody but whoever did it. */
const newsOfHappenings: { readonly [H in Happening]?: News } = {
  submit: { about: 'curation.submitted', to: ['curators'] },
  withdraw: { about: 'curation.withdrawn', to: ['curators', 'reviewers'] },
  request_changes: { about: 'curation.changes-requested', to: ['authors'] },
  accept: { about: 'curation.accepted', to: ['authors'] },
  reject: { about: 'curation.rejected', to: ['authors'] },
  publish: { about: 'curation.published', to: ['authors', 'keepers'] },
  release: { about: 'curation.released', to: ['authors'] },
  assign: { about: 'curation.review-asked', to: ['asked'] },
  review: { about: 'curation.recommended', to: ['curators'] },
  remark: { about: 'curation.remarked', to: ['authors'] },
  answer: { about: 'curation.remarks-answered', to: ['asked'] },
  archive: { about: 'curation.archived', to: ['keepers'] },
  restore: { about: 'curation.restored', to: ['keepers'] },
  merge: { about: 'curation.merged', to: ['keepers'] },
}

/** What is told of something that happens, and to whom; null where it is told to nobody. */
export const newsOf = (happening: Happening): News | null => newsOfHappenings[happening] ?? null
