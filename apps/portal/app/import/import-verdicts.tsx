import { useWords } from '../i18n/use-words.tsx'
import { DataTable } from '../ui/data-table.tsx'
import { NextPage } from '../ui/next-page.tsx'
import { Section } from '../ui/section.tsx'
import { StatRow } from '../ui/stat-row.tsx'
import type { ImportColumn, ShownImport } from './import.query.ts'
import { reasonText } from './import-words.ts'

export interface ImportVerdictsProps {
  readonly run: ShownImport
  readonly columns: readonly ImportColumn[]
  /** The verdict whose rows are shown; empty for all. */
  readonly verdict: string
}

const verdicts = ['REFUSED', 'NEW', 'CHANGED', 'SAME'] as const

/** How many rows have which verdict, and the rows with why. */
export function ImportVerdicts({ run, columns, verdict }: ImportVerdictsProps) {
  const words = useWords()
  const { t, number, href } = words
  const { counts, rows } = run
  if (!counts) return null
  const path = `/imports/${run.id}`
  const numbers = { REFUSED: counts.refused, NEW: counts.new, CHANGED: counts.changed, SAME: counts.same }
  return (
    <Section id="rows" title={t('import.rows')}>
      <StatRow
        stats={verdicts.map((one) => ({
          label: t(`import.verdict_${one}`),
          value: <a href={`${href(path)}?verdict=${one}#rows`}>{number(numbers[one])}</a>,
        }))}
      />
      <DataTable
        caption={
          verdict === ''
            ? t('import.allRows', { count: rows.totalCount })
            : `${t(`import.verdict_${verdict as 'NEW'}`)}: ${number(rows.totalCount)}`
        }
        rows={rows.nodes}
        rowKey={({ row }) => String(row)}
        columns={[
          { label: t('import.row'), cell: ({ row }) => number(row) },
          { label: t('import.about'), cell: ({ about }) => <span lang="">{about}</span> },
          {
            label: t('import.verdict'),
            cell: (row) => (row.verdict ? t(`import.verdict_${row.verdict}`) : ''),
          },
          {
            label: t('import.why'),
            cell: ({ reasons }) => (
              <ul className="plain-list">
                {reasons.map((reason) => (
                  <li key={`${reason.field} ${reason.code} ${reason.value}`}>
                    {reasonText(words, columns, reason)}
                  </li>
                ))}
              </ul>
            ),
          },
        ]}
      />
      <NextPage path={path} query={{ verdict }} pageInfo={rows.pageInfo} />
      <p>
        <a href={`/tables/imports/${run.id}/verdicts.csv${verdict === '' ? '' : `?verdict=${verdict}`}`}>
          {t('import.verdictsFile')}
        </a>
      </p>
    </Section>
  )
}

/** What stood in the way when the import was last to be written or taken back. */
export function ImportObstacles({ run, columns }: Omit<ImportVerdictsProps, 'verdict'>) {
  const words = useWords()
  const { t, number } = words
  if (run.obstacles.length === 0) return null
  return (
    <Section id="obstacles" title={t('import.obstacles')}>
      <p>{t(run.state === 'COMMITTED' ? 'import.obstaclesUndo' : 'import.obstaclesCommit')}</p>
      <DataTable
        caption={t('import.obstacles')}
        hideCaption
        rows={run.obstacles}
        rowKey={({ row }) => String(row)}
        columns={[
          { label: t('import.row'), cell: ({ row }) => number(row) },
          { label: t('import.about'), cell: ({ about }) => <span lang="">{about}</span> },
          { label: t('import.why'), cell: ({ reason }) => reasonText(words, columns, reason) },
        ]}
      />
    </Section>
  )
}
