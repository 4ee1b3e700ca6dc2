import type { ReactNode } from 'react'
import { kindWord } from '../entry/kind.ts'
import { Told } from '../entry/marked.tsx'
import { useWords } from '../i18n/use-words.tsx'
import { type Column, DataTable } from '../ui/data-table.tsx'
import { Pick } from './bulk-parts.tsx'
import type { Curated } from './entries.query.ts'

interface EntriesTableProps {
  readonly caption: string
  readonly entries: readonly Curated[]
  /** One more column. */
  readonly last?: Column<Curated>
}

/** Entries as their curators see them, each row with a box to do the same to several. */
export function EntriesTable({ caption, entries, last }: EntriesTableProps) {
  const { t } = useWords()
  return (
    <DataTable
      caption={caption}
      rows={entries}
      rowKey={(entry) => entry.id}
      columns={[
        { label: t('curation.entry'), cell: (entry) => <What entry={entry} /> },
        { label: t('writing.state'), cell: (entry) => <State entry={entry} /> },
        { label: t('curation.confirmed'), cell: (entry) => <Confirmed entry={entry} /> },
        ...(last ? [last] : []),
      ]}
    />
  )
}

interface EntryProps {
  readonly entry: Curated
}

function What({ entry: { id, title, kind } }: EntryProps) {
  const { href, locale } = useWords()
  return (
    <Pick id={id} name={title.value}>
      <a href={href(`/curation/entries/${id}`)}>
        <Told text={title} />
      </a>
      <span className="row-detail">{kindWord(locale, kind)}</span>
    </Pick>
  )
}

function State({ entry: { state, isFeatured } }: EntryProps) {
  const { t } = useWords()
  return (
    <>
      {t(`curation.entry_${state}`)}
      {isFeatured ? <span className="row-detail">{t('curation.featured')}</span> : null}
    </>
  )
}

/** When it was confirmed, and until when that holds. */
function Confirmed({ entry: { lastConfirmedAt, confirmationDueAt } }: EntryProps): ReactNode {
  const { t, date } = useWords()
  return (
    <>
      {lastConfirmedAt ? date(lastConfirmedAt) : t('curation.never')}
      {confirmationDueAt ? (
        <span className="row-detail">{t('curation.dueOn', { date: date(confirmationDueAt) })}</span>
      ) : null}
    </>
  )
}
