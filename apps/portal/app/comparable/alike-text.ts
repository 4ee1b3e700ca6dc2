import type { Words } from './feature-text.ts'

/** How alike two cities are, and how much of what counts that stands on, in one line. */
export function alikeText(
  { t, percent }: Words,
  { score, confidence }: { readonly score: number | null; readonly confidence: number },
): string {
  if (score === null) return t('comparable.notKnown')
  return t('comparable.alikeScore', {
    score: percent(Math.round(score * 100)),
    share: percent(Math.round(confidence * 100)),
  })
}
