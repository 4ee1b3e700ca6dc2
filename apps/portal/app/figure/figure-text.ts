import { formatNumber, formatPercent } from '../i18n/format.ts'
import type { Locale } from '../i18n/locale.ts'
import { t } from '../i18n/words.ts'
import type { GivenFigure } from './figure.fields.ts'

/** A figure with its unit: "1,242,000", "24.1%", "21st of 56" as "21 of 56". Statements in words stay as they are. */
export function figureText(locale: Locale, figure: Pick<GivenFigure, 'value' | 'text' | 'unit'>): string {
  const { value, text, unit } = figure
  if (value === null) return text ?? t(locale, 'ui.notStated')
  const number = formatNumber(locale, value)
  if (unit === '%') return formatPercent(locale, value)
  const of = /^(?:rank|points) of (\d+)$/.exec(unit ?? '')?.[1]
  if (of) return t(locale, 'figure.ofAll', { number, all: formatNumber(locale, Number(of)) })
  return unit === null || unit === 'persons' ? number : t(locale, 'figure.withUnit', { number, unit })
}

/** The newest figure of an indicator that is a number; those without a year come last. */
export function newestFigure(figures: readonly GivenFigure[], indicator: string): GivenFigure | undefined {
  return figures
    .filter((figure) => figure.indicator.key === indicator && figure.value !== null)
    .toSorted(byYear)[0]
}

/** Figures of one indicator together, in the order in which indicators first come up; the newest first. */
export function sortedFigures(figures: readonly GivenFigure[]): readonly GivenFigure[] {
  return [...Map.groupBy(figures, (figure) => figure.indicator.key).values()].flatMap((group) =>
    group.toSorted(byYear),
  )
}

function byYear(a: GivenFigure, b: GivenFigure): number {
  return (b.year ?? 0) - (a.year ?? 0)
}
