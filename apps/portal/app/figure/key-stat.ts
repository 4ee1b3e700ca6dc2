import { shortened } from '../entry/text.ts'
import type { Locale } from '../i18n/locale.ts'
import { t } from '../i18n/words.ts'
import type { Stat } from '../ui/stat-row.tsx'
import type { GivenFigure } from './figure.fields.ts'
import { figureText } from './figure-text.ts'

// Beside a large number a citation of three lines would be the larger one; the table of figures gives it in full.
const longestLabel = 60

/** A figure to be read at a glance, with its year and the beginning of its source. */
export function keyStat(locale: Locale, figure: GivenFigure): Stat {
  return {
    label: figure.indicator.label.value,
    value: figureText(locale, figure),
    note: figure.year === null ? t(locale, 'figure.noYear') : String(figure.year),
    source: {
      label: shortened(figure.source.citation, longestLabel),
      href: figure.source.url ?? undefined,
    },
  }
}
