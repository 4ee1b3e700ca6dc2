import type { Db } from '@hansa/db'
import { type CurationNews, newsAbout, toldOf } from '@hansa/domain/news'
import type { Reminder } from './confirm.service.ts'
import type { StepRow } from './curation.loaders.ts'
import { curatorsOf, keepersOf, reviewersOf } from './people.ts'
import { findRevision, writersOf } from './revision.rows.ts'

/*
 * Who is told what of curation. The one point at which curation and the telling of news touch: what is given here is what
 * `notify` takes.
 */

export type News = {
  /** Ids of members; never whoever did it. */
  to: string[]
  about: CurationNews
  /** Names the occasion: nobody is told twice of one. */
  key: string
  /** Id of the entry. */
  entry: string
}

/** What is to be told of a step that was written; null when nobody is. */
export const newsOfStep = async (db: Db, row: StepRow): Promise<News | null> => {
  const about = newsAbout(row.step)
  if (!about) return null
  const { entryId, revisionId, otherId } = row
  const revision = revisionId === null ? null : await findRevision(db, revisionId)
  const to = toldOf(
    row.step,
    {
      authors: revision ? await writersOf(db, revision) : [],
      curators: await curatorsOf(db, entryId),
      reviewers: revision ? await reviewersOf(db, revision.id) : [],
      keepers: await keepersOf(db, entryId),
      asked: otherId === null ? [] : [otherId],
    },
    row.actor,
  )
  // Both sides of a merge are one occasion.
  const occasion = row.step === 'merge' ? [entryId, otherId].toSorted().join(' ') : String(row.seq)
  return to.length === 0 ? null : { to, about, key: `${row.step} ${occasion}`, entry: entryId }
}

/** What is to be told of a reminder to confirm an entry; null when nobody can. */
export const newsOfReminder = ({ entryId, dueOn, offset, memberIds }: Reminder): News | null =>
  memberIds.length === 0
    ? null
    : {
        to: memberIds,
        about: offset > 0 ? 'curation.confirmation-overdue' : 'curation.confirmation-due',
        key: `${entryId} ${dueOn} ${offset}`,
        entry: entryId,
      }
