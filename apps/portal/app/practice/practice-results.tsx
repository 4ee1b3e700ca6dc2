import { sourceOf } from '../entry/entry-sources.tsx'
import { Name, Plain, Told } from '../entry/marked.tsx'
import { useWords } from '../i18n/use-words.tsx'
import { type Column, DataTable } from '../ui/data-table.tsx'
import type { PracticePage } from './practice.fields.ts'
import { evidenceSentence } from './practice-words.ts'

type Result = PracticePage['results'][number]

/** What came of it: a table of results as the sources state them, evaluations, and what that shows. */
export function PracticeResults({ practice }: { readonly practice: PracticePage }) {
  const { t, locale } = useWords()
  const { results, notMeasured, evaluations, evidenceLevel } = practice
  return (
    <>
      <p>{evidenceSentence(locale, evidenceLevel)}</p>
      {results.length > 0 ? (
        <ResultTable results={results} />
      ) : (
        <p className="quiet">{notMeasured ? t('practice.notMeasured') : t('practice.noResults')}</p>
      )}
      {evaluations.length > 0 ? (
        <>
          <h3>{t('practice.evaluations')}</h3>
          <ul className="plain-list">
            {evaluations.map(({ title, url, doi }) => {
              const address = url ?? (doi ? `https://doi.org/${doi}` : undefined)
              return (
                <li key={title}>
                  {address ? (
                    <a href={address} lang="">
                      {title}
                    </a>
                  ) : (
                    <Name>{title}</Name>
                  )}
                </li>
              )
            })}
          </ul>
        </>
      ) : null}
    </>
  )
}

/** Columns that no result fills are left out; single gaps say that they are not stated. */
function ResultTable({ results }: { readonly results: readonly Result[] }) {
  const { t, date } = useWords()
  const gap = <span className="quiet">{t('practice.gap')}</span>
  const optional: readonly (Column<Result> & { readonly fills: (row: Result) => boolean })[] = [
    {
      label: t('practice.before'),
      fills: (row) => row.baseline !== null,
      cell: (row) => (row.baseline ? <Plain>{row.baseline}</Plain> : gap),
    },
    {
      label: t('practice.value'),
      fills: (row) => row.value !== null,
      cell: (row) => (row.value ? <Plain>{row.value}</Plain> : gap),
    },
    {
      label: t('practice.when'),
      fills: (row) => row.date !== null,
      cell: (row) => (row.date ? date(row.date) : gap),
    },
    {
      label: t('practice.source'),
      fills: (row) => row.source !== null,
      cell: (row) => <ResultSource result={row} />,
    },
  ]
  return (
    <DataTable
      caption={t('practice.resultsCaption')}
      rows={results}
      rowKey={(row) => `${row.indicator.value} ${row.value ?? ''} ${row.date ?? ''}`}
      columns={[
        {
          label: t('practice.indicator'),
          cell: (row) => <Told text={row.indicator} />,
        },
        ...optional.filter(({ fills }) => results.some(fills)),
      ]}
    />
  )
}

function ResultSource({ result: { source } }: { readonly result: Result }) {
  const { t, locale } = useWords()
  if (!source) return <a href="#sources">{t('practice.seeSources')}</a>
  const { citation, href, section, note } = sourceOf(locale, source)
  return (
    <>
      {href ? (
        <a href={href} lang="">
          {citation}
        </a>
      ) : (
        <Name>{citation}</Name>
      )}
      {section ? (
        <span className="quiet">
          , <Name>{section}</Name>
        </span>
      ) : null}
      {note ? <span className="quiet">, {note}</span> : null}
    </>
  )
}
