import { langOf } from '../entry/text.ts'
import { SourceLink } from '../figure/source-link.tsx'
import { useWords } from '../i18n/use-words.tsx'
import { DotPlot } from '../ui/dot-plot.tsx'
import type { OwnAssessment } from './framework.fields.ts'
import { isAverage, scoreRows } from './score-rows.ts'

/** How one place was assessed under a framework: its own scores, the average, the others; and every earlier score. */
export function ScorePlot({ assessments }: { readonly assessments: readonly OwnAssessment[] }) {
  const { t, locale, href, number, date } = useWords()
  const [newest, ...earlier] = assessments
  if (!newest) return null
  const { framework, subject } = newest
  const average = framework.assessments.find(isAverage)
  const note = [
    t('framework.scale'),
    newest.label ?? '',
    newest.date ? date(newest.date) : t('framework.undated'),
  ]
  return (
    <div className="stack">
      <DotPlot
        title={t('framework.scoresOf', { framework: framework.title.value, place: subject.title.value })}
        ownName={subject.title.value}
        peersName={t('framework.others')}
        averageName={average?.label ?? t('framework.average')}
        note={note
          .filter((part) => part !== '')
          .join('. ')
          .concat('.')}
        source={{ citation: newest.source.citation, href: newest.source.url ?? undefined }}
        rows={scoreRows(newest, framework.assessments, { overall: t('framework.overall') })}
      />
      {earlier.length > 0 ? (
        <ul className="plain-list">
          {earlier.map((one) => (
            <li key={JSON.stringify([one.date, one.label, one.source.citation])}>
              {t('framework.earlier', {
                date: one.date ? date(one.date) : t('framework.undated'),
                score: one.overall === null ? t('ui.notMeasured') : number(one.overall),
              })}{' '}
              {one.label} <SourceLink source={one.source} />
            </li>
          ))}
        </ul>
      ) : null}
      <p>
        <a href={href(framework.path)} lang={langOf(locale, framework.title)}>
          {t('framework.aboutIt', { framework: framework.title.value })}
        </a>
      </p>
    </div>
  )
}

/** Assessments of one place, together per framework, in the order given (newest first). */
export function byFramework(assessments: readonly OwnAssessment[]): readonly (readonly OwnAssessment[])[] {
  return [...Map.groupBy(assessments, (one) => one.framework.id).values()]
}
