import { Fragment } from 'react'
import { EntryLink } from '../entry/entry-link.tsx'
import { Name, Told } from '../entry/marked.tsx'
import { langOf } from '../entry/text.ts'
import { SourceLink } from '../figure/source-link.tsx'
import { useWords } from '../i18n/use-words.tsx'
import { DataTable } from '../ui/data-table.tsx'
import { DotPlot } from '../ui/dot-plot.tsx'
import { AssessmentNote } from './assessment-note.tsx'
import type { GivenAssessment } from './framework.fields.ts'
import type { FrameworkPage } from './framework.query.ts'
import { isAverage, scoreRows } from './score-rows.ts'

/** What assessments under the framework found: the average by item, and every place that was assessed. */
export function FrameworkScores({ framework }: { readonly framework: FrameworkPage }) {
  const { assessments } = framework
  const averages = assessments.filter(isAverage)
  const places = assessments.filter((one) => !isAverage(one))
  return (
    <>
      {averages.map((average) => (
        <Average key={JSON.stringify([average.label, average.date])} average={average} />
      ))}
      {places.length > 0 ? <Places places={places} average={averages[0]} /> : null}
    </>
  )
}

function Average({ average }: { readonly average: GivenAssessment }) {
  const { t, locale } = useWords()
  const { label, by, source } = average
  const lang = label ? '' : undefined
  return (
    <DotPlot
      title={label ? <Name>{label}</Name> : t('framework.average')}
      ownName={label ?? t('framework.average')}
      ownLang={lang}
      note={<AssessmentNote names={[by]} date={average.date} />}
      source={{ citation: source.citation, href: source.url ?? undefined }}
      rows={scoreRows(average, [], {
        overall: t('framework.overall'),
        locale,
        itemHref: (key) => `#item-${key}`,
      })}
    />
  )
}

interface PlacesProps {
  readonly places: readonly GivenAssessment[]
  readonly average: GivenAssessment | undefined
}

function Places({ places, average }: PlacesProps) {
  const { t, locale, href } = useWords()
  const ranked = places.toSorted((a, b) => (b.overall ?? -1) - (a.overall ?? -1))
  const withOverall = ranked.filter(({ overall }) => overall !== null)
  return (
    <>
      {withOverall.length > 1 ? (
        <DotPlot
          title={t('framework.placesPlot')}
          ownName={t('framework.overall')}
          averageName={average ? (average.label ?? t('framework.average')) : undefined}
          averageLang={average?.label ? '' : undefined}
          note={t('framework.placesNote')}
          rows={withOverall.map(({ subject, overall }) => ({
            label: subject.title.value,
            lang: langOf(locale, subject.title),
            href: href(subject.path),
            own: overall ?? undefined,
            average: average?.overall ?? undefined,
          }))}
        />
      ) : null}
      <PlacesTable places={ranked} />
    </>
  )
}

function PlacesTable({ places }: { readonly places: readonly GivenAssessment[] }) {
  const { t, number, date } = useWords()
  const scores = ({ overall, scores: items }: GivenAssessment) => {
    if (overall === null && items.length === 0) return t('ui.notMeasured')
    return (
      <>
        {overall === null ? null : number(overall)}
        {items.map(({ item, score }, index) => (
          <Fragment key={item.key}>
            {index > 0 || overall !== null ? '; ' : null}
            <Told text={item.title} />: {number(score)}
          </Fragment>
        ))}
      </>
    )
  }
  return (
    <DataTable
      caption={t('framework.places')}
      rows={places}
      rowKey={(row) => JSON.stringify([row.subject.id, row.date, row.label])}
      columns={[
        { label: t('framework.place'), cell: ({ subject }) => <EntryLink entry={subject} /> },
        { label: t('framework.score'), numeric: true, cell: scores },
        {
          label: t('figure.year'),
          cell: (row) => (row.date ? date(row.date) : t('framework.undated')),
        },
        {
          label: t('figure.definition'),
          cell: ({ label }) => (label ? <Name>{label}</Name> : t('ui.notStated')),
        },
        { label: t('figure.source'), cell: (row) => <SourceLink source={row.source} /> },
      ]}
    />
  )
}
