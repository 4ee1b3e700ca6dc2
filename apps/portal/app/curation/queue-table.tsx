import { kindWord } from '../entry/kind.ts'
import { Told } from '../entry/marked.tsx'
import { useWords } from '../i18n/use-words.tsx'
import { DataTable } from '../ui/data-table.tsx'
import { RevisionState } from '../writing/state-words.tsx'
import { BulkButtons, Pick } from './bulk-parts.tsx'
import type { QueueRow } from './load-queue.server.ts'

/** What waits, the longest first, each row with a box to do the same to several. */
export function QueueTable({ rows, count }: { readonly rows: readonly QueueRow[]; readonly count: number }) {
  const { t, href } = useWords()
  return (
    <form method="get" action={href('/curation/bulk')} className="queue">
      <DataTable
        caption={t('curation.waiting', { count })}
        rows={rows}
        rowKey={(row) => row.id}
        columns={[
          { label: t('curation.entry'), cell: (row) => <What row={row} /> },
          { label: t('writing.state'), cell: (row) => <RevisionState state={row.state} /> },
          { label: t('curation.turn'), cell: (row) => <Whose row={row} /> },
          {
            label: t('curation.since'),
            cell: (row) => (
              <span className={row.days > 14 ? 'waits-long' : undefined}>
                {t('curation.days', { days: row.days })}
              </span>
            ),
          },
        ]}
      />
      <BulkButtons actions={['ASSIGN', 'FEATURE', 'ARCHIVE']} />
    </form>
  )
}

interface RowProps {
  readonly row: QueueRow
}

function What({ row: { id, title, kind, isNew, author } }: RowProps) {
  const { t, href, locale } = useWords()
  const name = title?.value ?? t('writing.untitled')
  return (
    <Pick id={id} name={name}>
      <a href={href(`/curation/${id}`)}>{title ? <Told text={title} /> : name}</a>
      <span className="row-detail">
        {kindWord(locale, kind)}, {t(isNew ? 'curation.new' : 'curation.improvement')}
        {author?.name ? `, ${author.name}` : null}
      </span>
    </Pick>
  )
}

function Whose({ row: { turn, reviews, publishAt } }: RowProps) {
  const { t, list, date } = useWords()
  const waiting = reviews.flatMap(({ givenAt, reviewer }) =>
    !givenAt && reviewer?.name ? [reviewer.name] : [],
  )
  return (
    <>
      {t(`curation.turn_${turn}`)}
      {turn === 'REVIEWER' && waiting.length > 0 ? <span className="row-detail">{list(waiting)}</span> : null}
      {turn === 'CLOCK' && publishAt ? <span className="row-detail">{date(publishAt)}</span> : null}
    </>
  )
}
