import { formatDate } from '../i18n/format.ts'
import type { Locale } from '../i18n/locale.ts'
import { t } from '../i18n/words.ts'

/** When something was or is, as exact as its source states it (`2015`, `2015-05`, `2015-05-12`). */
export interface Period {
  readonly start?: string | null
  readonly end?: string | null
}

/**
 * A period in words: "since 2016", "2015 to 2018", "until 2018", "May 2016". Nothing when neither end is known.
 * @param over true when it is known to have ended, so that a start alone does not read as going on
 */
export function periodText(locale: Locale, { start, end }: Period, over = false): string | undefined {
  const from = start ? formatDate(locale, start) : undefined
  const until = end ? formatDate(locale, end) : undefined
  if (from && until) return from === until ? from : t(locale, 'entry.fromTo', { from, until })
  if (from) return over ? t(locale, 'entry.beganIn', { from }) : t(locale, 'entry.since', { from })
  return until ? t(locale, 'entry.until', { until }) : undefined
}
