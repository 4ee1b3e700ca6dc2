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
  CONFIRMED: { word: 'state.confirmed', fill: 'full', tone: 'good' },
  DUE: { word: 'state.due', fill: 'half', tone: 'plain' },
  OVERDUE: { word: 'state.overdue', fill: 'half', tone: 'attention' },
  UNCONFIRMED: { word: 'state.unconfirmed', fill: 'empty', tone: 'plain' },
} as const satisfies Record<Uppercase<Freshness>, unknown>

/** Whether somebody responsible still stands for an entry, from the API's `Freshness`. */
export function freshnessState(locale: Locale, value: Uppercase<Freshness>): StateWordProps {
  const { word, fill, tone } = freshness[value]
  return { about: t(locale, 'state.freshness'), word: t(locale, word), mark: { shape: 'disc', fill }, tone }
}

const stage = {
  IDEA: { word: 'state.idea', fill: 'empty', tone: 'plain' },
  PILOT: { word: 'state.pilot', fill: 'half', tone: 'plain' },
  RUNNING: { word: 'state.running', fill: 'full', tone: 'plain' },
  SCALED: { word: 'state.scaled', fill: 'full', tone: 'good' },
  ENDED: { word: 'state.ended', fill: 'empty', tone: 'plain' },
  FAILED: { word: 'state.failed', fill: 'empty', tone: 'bad' },
} as const satisfies Record<Uppercase<Stage>, unknown>

/** How far a practice has come, from the API's `Stage`. */
export function stageState(locale: Locale, value: Uppercase<Stage>): StateWordProps {
  const { word, fill, tone } = stage[value]
  return { about: t(locale, 'state.stage'), word: t(locale, word), mark: { shape: 'disc', fill }, tone }
}

/** That curators chose an entry to be shown before others. */
export function featuredState(locale: Locale): StateWordProps {
  return {
    about: t(locale, 'curation.choice'),
    word: t(locale, 'curation.featured'),
    mark: { shape: 'disc', fill: 'full' },
  }
}
