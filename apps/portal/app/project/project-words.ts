import { formatMoney } from '../i18n/format.ts'
import type { Locale } from '../i18n/locale.ts'
import { t } from '../i18n/words.ts'
import type { StateWordProps } from '../ui/state-word.tsx'
import type { ProjectPage } from './project.fields.ts'

type Status = NonNullable<ProjectPage['status']>

const status = {
  PIPELINE: { fill: 'empty', tone: 'plain' },
  IMPLEMENTATION: { fill: 'full', tone: 'good' },
  FINALISATION: { fill: 'half', tone: 'plain' },
  CLOSED: { fill: 'empty', tone: 'plain' },
  CANCELLED: { fill: 'empty', tone: 'bad' },
  SUSPENDED: { fill: 'half', tone: 'attention' },
} as const satisfies Record<Status, unknown>

/** How far a project is, as a word with a mark (IATI activity status). */
export function projectState(locale: Locale, value: Status): StateWordProps {
  const { fill, tone } = status[value]
  return {
    about: t(locale, 'project.status'),
    word: t(locale, `project.status_${value}`),
    mark: { shape: 'disc', fill },
    tone,
  }
}

/** The budget with its currency. Nothing when it is not stated. */
export function budgetText(
  locale: Locale,
  { budget, currency }: Pick<ProjectPage, 'budget' | 'currency'>,
): string | undefined {
  return budget === null ? undefined : formatMoney(locale, budget, currency ?? '').trim()
}
