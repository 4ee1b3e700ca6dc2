import type { NewsWords } from '../news-words.ts'

/** News in English. */
export const newsEn: NewsWords = {
  about: {
    'followed.news': 'There is news about what you follow:',
    'search.hits': 'Your saved search found something:',
    'curation.submitted': 'An entry was sent for review:',
    'curation.review-asked': 'You are asked to review:',
    'curation.changes-requested': 'Changes are asked for in:',
    'curation.remarks-answered': 'Your remarks were answered in:',
    'curation.recommended': 'A reviewer gave a recommendation on:',
    'curation.accepted': 'Your entry was accepted:',
    'curation.published': 'Your entry is published:',
    'curation.rejected': 'Your entry was not accepted:',
    'curation.merged': 'Your entry was joined with another one:',
    'curation.confirmation-due': 'Please confirm that this is still so:',
    'curation.confirmation-overdue': 'Nobody has confirmed for too long that this is still so:',
    'affiliation.asked': 'Somebody asks to belong to:',
    'affiliation.confirmed': 'It is confirmed that you belong to:',
    'affiliation.refused': 'It was not confirmed that you belong to:',
    'affiliation.ended': 'You are no longer listed with:',
    'affiliation.handed-over': 'From now on you look after:',
    'affiliation.reviewer': 'You were made a reviewer of:',
  },
  by: (name) => `By ${name}.`,
  count: (count) => (count === 1 ? '1 entry is new or changed:' : `${count} entries are new or changed:`),
  subject: (count) => `Hansa: ${count} pieces of news`,
  open: 'Open it',
  all: 'See all your news',
  why: {
    followed: 'You get this letter because you follow something on Hansa.',
    search: 'You get this letter because you saved a search on Hansa.',
    curation: 'You get this letter because you write, review or look after entries on Hansa.',
    affiliation:
      'You get this letter because it is about where you belong on Hansa, or about what you look after.',
    daily: 'You get this letter because you chose to hear from Hansa once a day.',
    weekly: 'You get this letter because you chose to hear from Hansa once a week.',
    watch: (name) => `You get this letter because you asked Hansa to tell you about “${name}”.`,
  },
  stop: {
    watch: 'Stop letters about this',
    sort: 'Stop letters of this sort',
    digest: 'Stop this letter',
  },
}
