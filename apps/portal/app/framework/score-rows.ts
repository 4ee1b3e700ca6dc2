import { langOf } from '../entry/text.ts'
import type { Locale } from '../i18n/locale.ts'
import type { DotPlotRow } from '../ui/dot-plot.tsx'
import type { GivenAssessment } from './framework.fields.ts'

/** Name of the row for the whole index, and address of an item's line on its framework's page. */
export interface ScoreRowWords {
  readonly overall: string
  readonly locale: Locale
  readonly itemHref?: (key: string) => string
}

/** Whether an assessment is of a group of places, such as the average of all that were assessed. */
export function isAverage(assessment: GivenAssessment): boolean {
  return assessment.subject.__typename === 'Network'
}

/**
 * Rows of a dot plot on the scale 0–100: the scores of one assessment, beside the average and the others of its kind.
 * Items the place has no score for are left out: a row without its own dot compares nothing.
 */
export function scoreRows(
  own: GivenAssessment,
  all: readonly GivenAssessment[],
  words: ScoreRowWords,
): readonly DotPlotRow[] {
  const average = all.find(isAverage)
  const others = all.filter((other) => !isAverage(other) && other.subject.id !== own.subject.id)
  const row = (
    label: string,
    lang: string | undefined,
    href: string | undefined,
    score: (from: GivenAssessment) => number | null,
  ) => ({
    label,
    lang,
    href,
    own: score(own) ?? undefined,
    average: (average ? score(average) : null) ?? undefined,
    peers: newestPerSubject(others).flatMap((other) => {
      const value = score(other)
      return value === null ? [] : [{ name: other.subject.title.value, value }]
    }),
  })
  const overall = row(words.overall, undefined, undefined, (from) => from.overall)
  const items = own.scores.map(({ item }) =>
    row(item.title.value, langOf(words.locale, item.title), words.itemHref?.(item.key), (from) =>
      scoreOf(from, item.key),
    ),
  )
  return own.overall === null ? items : [overall, ...items]
}

/** The score of an item in an assessment; null where it was not measured. */
export function scoreOf(assessment: GivenAssessment, key: string): number | null {
  return assessment.scores.find(({ item }) => item.key === key)?.score ?? null
}

/** Assessments come newest first; older ones of the same place would be drawn as other places. */
function newestPerSubject(assessments: readonly GivenAssessment[]): readonly GivenAssessment[] {
  return assessments.filter(
    (one, index) => assessments.findIndex((other) => other.subject.id === one.subject.id) === index,
  )
}
