import { EntryLink } from '../entry/entry-link.tsx'
import { Told } from '../entry/marked.tsx'
import { SourceLink } from '../figure/source-link.tsx'
import { useWords } from '../i18n/use-words.tsx'
import { type Column, DataTable } from '../ui/data-table.tsx'
import { StateWord } from '../ui/state-word.tsx'
import { commitmentState } from './commitment-state.ts'
import type { FrameworkPage } from './framework.query.ts'

type Row = FrameworkPage['commitments'][number]

/** Who has signed the framework or items of it, and what became of it. */
export function Scoreboard({ commitments }: { readonly commitments: readonly Row[] }) {
  const { t, locale, date } = useWords()
  const rows = commitments.toSorted((a, b) => a.subject.title.value.localeCompare(b.subject.title.value))
  const ofItems: readonly Column<Row>[] = rows.some((row) => row.item)
    ? [
        {
          label: t('framework.item'),
          cell: (row) => (row.item ? <Told text={row.item.title} /> : t('framework.whole')),
        },
      ]
    : []
  return (
    <DataTable
      caption={t('framework.signed', { count: new Set(rows.map((row) => row.subject.id)).size })}
      rows={rows}
      rowKey={(row) => JSON.stringify([row.subject.id, row.item?.key, row.since])}
      columns={[
        { label: t('framework.who'), cell: (row) => <EntryLink entry={row.subject} /> },
        {
          label: t('framework.country'),
          cell: ({ subject }) =>
            subject.__typename === 'City' && subject.country ? <EntryLink entry={subject.country} /> : '–',
        },
        ...ofItems,
        {
          label: t('framework.status'),
          cell: (row) => <StateWord {...commitmentState(locale, row.status)} />,
        },
        { label: t('framework.since'), cell: (row) => (row.since ? date(row.since) : t('figure.noYear')) },
        {
          label: t('framework.source'),
          cell: (row) => (row.source ? <SourceLink source={row.source} /> : t('ui.notStated')),
        },
      ]}
    />
  )
}
