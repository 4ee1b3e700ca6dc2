import type { Freshness } from '@hansa/domain/entry'
import type { Stage } from '@hansa/domain/practice'
import type { Locale } from '../i18n/locale.ts'
import { t } from '../i18n/words.ts'
import type { StateWordProps } from '../ui/state-word.tsx'

const evidenceWords = [
  'state.evidence0',
  'state.evidence1',
  'state.evidence2',
  'state.evidence3',
  'state.evidence4',
  'state.evidence5',
] as const

/** How well it is shown that a practice works, 0–5, as a word with five bars. */
export function evidenceState(locale: Locale, level: number): StateWordProps {
  const value = Math.min(5, Math.max(0, Math.round(level)))
  return {
    about: t(locale, 'state.evidence'),
    word: t(locale, evidenceWords[value] ?? 'state.evidence0'),
    mark: { shape: 'level', value, of: 5 },
  }
}

const freshness = {
  confirmed: { word: 'state.confirmed', fill: 'full', tone: 'good' },
  due: { word: 'state.due', fill: 'half', tone: 'plain' },
  overdue: { word: 'state.overdue', fill: 'half', tone: 'attention' },
  unconfirmed: { word: 'state.unconfirmed', fill: 'empty', tone: 'plain' },
} as const satisfies Record<Freshness, unknown>

/** Whether somebody responsible still stands for an entry. */
export function freshnessState(locale: Locale, value: Freshness): StateWordProps {
  const { word, fill, tone } = freshness[value]
  return { about: t(locale, 'state.freshness'), word: t(locale, word), mark: { shape: 'disc', fill }, tone }
}

const stage = {
  idea: { word: 'state.idea', fill: 'empty', tone: 'plain' },
  pilot: { word: 'state.pilot', fill: 'half', tone: 'plain' },
  running: { word: 'state.running', fill: 'full', tone: 'plain' },
  scaled: { word: 'state.scaled', fill: 'full', tone: 'good' },
  ended: { word: 'state.ended', fill: 'empty', tone: 'plain' },
  failed: { word: 'state.failed', fill: 'empty', tone: 'bad' },
} as const satisfies Record<Stage, unknown>

/** How far a practice has come. */
export function stageState(locale: Locale, value: Stage): StateWordProps {
  const { word, fill, tone } = stage[value]
  return { about: t(locale, 'state.stage'), word: t(locale, word), mark: { shape: 'disc', fill }, tone }
}
