import type { Locale } from '../i18n/locale.ts'
import { t } from '../i18n/words.ts'
import type { StateWordProps } from '../ui/state-word.tsx'
import type { GivenCommitment } from './framework.fields.ts'

const looks = {
  NOT_STATED: { fill: 'empty', tone: 'plain' },
  SIGNED: { fill: 'empty', tone: 'plain' },
  IN_PROGRESS: { fill: 'half', tone: 'plain' },
  FULFILLED: { fill: 'full', tone: 'good' },
  WITHDRAWN: { fill: 'empty', tone: 'bad' },
} as const satisfies Record<GivenCommitment['status'], unknown>

/** What became of a commitment, as a word with a mark. */
export function commitmentState(locale: Locale, status: GivenCommitment['status']): StateWordProps {
  const { fill, tone } = looks[status]
  return {
    about: t(locale, 'framework.status'),
    word: t(locale, `framework.status_${status}`),
    mark: { shape: 'disc', fill },
    tone,
  }
}
