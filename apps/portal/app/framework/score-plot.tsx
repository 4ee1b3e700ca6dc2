import { Name, Told } from '../entry/marked.tsx'
import { langOf } from '../entry/text.ts'
import { SourceLink } from '../figure/source-link.tsx'
import { useWords } from '../i18n/use-words.tsx'
import { DotPlot } from '../ui/dot-plot.tsx'
import { AssessmentNote } from './assessment-note.tsx'
import type { OwnAssessment } from './framework.fields.ts'
import { isAverage, scoreRows } from './score-rows.ts'

/** How one place was assessed under a framework: its own scores, the average, the others; and every earlier score. */
export function ScorePlot({ assessments }: { readonly assessments: readonly OwnAssessment[] }) {
  const { t, rich, locale, href, number, date } = useWords()
  const [newest, ...earlier] = assessments
  if (!newest) return null
  const { framework, subject } = newest
  const average = framework.assessments.find(isAverage)
  return (
    <div className="stack">
      <DotPlot
        title={rich('framework.scoresOf', {
          framework: <Told text={framework.title} />,
          place: <Told text={subject.title} />,
        })}
        ownName={subject.title.value}
        ownLang={langOf(locale, subject.title)}
        peersName={t('framework.others')}
        averageName={average?.label ?? t('framework.average')}
        averageLang={average?.label ? '' : undefined}
        note={<AssessmentNote names={[newest.label]} date={newest.date} />}
        source={{ citation: newest.source.citation, href: newest.source.url ?? undefined }}
        rows={scoreRows(newest, framework.assessments, { overall: t('framework.overall'), locale })}
      />
      {earlier.length > 0 ? (
        <ul className="plain-list">
          {earlier.map((one) => (
            <li key={JSON.stringify([one.date, one.label, one.source.citation])}>
              {t('framework.earlier', {
                date: one.date ? date(one.date) : t('framework.undated'),
                score: one.overall === null ? t('ui.notMeasured') : number(one.overall),
              })}{' '}
              {one.label ? <Name>{one.label}</Name> : null} <SourceLink source={one.source} />
            </li>
          ))}
        </ul>
      ) : null}
      <p>
        <a href={href(framework.path)}>
          {rich('framework.aboutIt', { framework: <Told text={framework.title} /> })}
        </a>
      </p>
    </div>
  )
}

/** Assessments of one place, together per framework, in the order given (newest first). */
export function byFramework(assessments: readonly OwnAssessment[]): readonly (readonly OwnAssessment[])[] {
  return [...Map.groupBy(assessments, (one) => one.framework.id).values()]
}
