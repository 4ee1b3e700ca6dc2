import { useWords } from '../i18n/use-words.tsx'
import { DataTable } from '../ui/data-table.tsx'
import { Fold } from '../ui/fold.tsx'
import type { TrailRecord } from './people.query.ts'

export interface TrailTableProps {
  readonly count: number
  readonly records: readonly TrailRecord[]
}

/** Records of the audit trail: when, who and from where, what to what, and what changed. */
export function TrailTable({ count, records }: TrailTableProps) {
  const { t } = useWords()
  return (
    <DataTable
      caption={t('people.records', { count })}
      rows={records}
      rowKey={(row) => row.id}
      columns={[
        { label: t('people.when'), cell: (row) => row.at.slice(0, 19).replace('T', ' ') },
        { label: t('people.by'), cell: (row) => <Actor record={row} /> },
        { label: t('people.action'), cell: (row) => <Act record={row} /> },
        { label: t('people.changed'), cell: (row) => <States record={row} /> },
      ]}
    />
  )
}

interface RecordProps {
  readonly record: TrailRecord
}

function Actor({ record }: RecordProps) {
  const { t } = useWords()
  const from = [record.device, record.network].filter(Boolean).join(', ')
  return (
    <>
      {record.byFormerMember ? t('people.former') : (record.actorName ?? record.actor)}
      {from === '' ? null : <span className="trail-detail">{from}</span>}
    </>
  )
}

function Act({ record: { action, subjectId, memberId } }: RecordProps) {
  return (
    <>
      {action}
      {[subjectId, memberId].map((id) =>
        id ? (
          <span key={id} className="trail-detail">
            {id}
          </span>
        ) : null,
      )}
    </>
  )
}

function States({ record: { before, after } }: RecordProps) {
  const { t } = useWords()
  if (!before && !after) return <span className="quiet">–</span>
  return (
    <Fold title={t('people.changed')}>
      {before ? (
        <p className="trail-state">
          {t('people.before')}: {before}
        </p>
      ) : null}
      {after ? (
        <p className="trail-state">
          {t('people.after')}: {after}
        </p>
      ) : null}
    </Fold>
  )
}
