import { Plain } from '../entry/marked.tsx'
import { useWords } from '../i18n/use-words.tsx'
import { DataTable } from '../ui/data-table.tsx'
import type { EventPage } from './event.query.ts'

/** The agenda: a table where the source gives times, else a list in order. */
export function EventAgenda({ agenda }: { readonly agenda: EventPage['agenda'] }) {
  const { t } = useWords()
  if (agenda.every(({ time }) => time === null))
    return (
      <div className="prose">
        <ol>
          {agenda.map(({ item }) => (
            <li key={item}>
              <Plain>{item}</Plain>
            </li>
          ))}
        </ol>
      </div>
    )
  return (
    <DataTable
      caption={t('event.agenda')}
      hideCaption
      rows={agenda}
      rowKey={(row) => `${row.time}${row.item}`}
      columns={[
        {
          label: t('event.time'),
          cell: (row) => <span className="numeric agenda-time">{row.time ?? '–'}</span>,
        },
        { label: t('event.item'), cell: (row) => <Plain>{row.item}</Plain> },
      ]}
    />
  )
}
