import { useWords } from '../i18n/use-words.tsx'
import { StateWord } from '../ui/state-word.tsx'
import type { RevisionHead } from './writing.query.ts'

type Where = Pick<RevisionHead, 'state' | 'turn' | 'publishAt'>

const fills = {
  DRAFT: 'empty',
  CHANGES_REQUESTED: 'half',
  SUBMITTED: 'half',
  IN_REVIEW: 'half',
  ACCEPTED: 'full',
  PUBLISHED: 'full',
  WITHDRAWN: 'empty',
  REJECTED: 'empty',
} as const satisfies Record<RevisionHead['state'], unknown>

const tones = {
  DRAFT: 'plain',
  CHANGES_REQUESTED: 'attention',
  SUBMITTED: 'plain',
  IN_REVIEW: 'plain',
  ACCEPTED: 'good',
  PUBLISHED: 'good',
  WITHDRAWN: 'plain',
  REJECTED: 'bad',
} as const satisfies Record<RevisionHead['state'], unknown>

/** Where a revision is, as a word with a mark. */
export function RevisionState({ state }: Pick<RevisionHead, 'state'>) {
  const { t } = useWords()
  return (
    <StateWord
      about={t('writing.state')}
      word={t(`writing.state_${state}`)}
      mark={{ shape: 'disc', fill: fills[state] }}
      tone={tones[state]}
    />
  )
}

/** Whose turn it is and what happens next, in a sentence or two. */
export function useNextStep({ state, turn, publishAt }: Where): string {
  const { t, date } = useWords()
  if (turn === 'CLOCK' && publishAt) return t('writing.next_CLOCK', { date: date(publishAt) })
  if (turn === 'REVIEWER') return t('writing.next_REVIEWER')
  return t(`writing.next_${state}`)
}
