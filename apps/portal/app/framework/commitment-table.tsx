import { Plain, Told } from '../entry/marked.tsx'
import { langOf } from '../entry/text.ts'
import { SourceLink } from '../figure/source-link.tsx'
import { useWords } from '../i18n/use-words.tsx'
import { DataTable } from '../ui/data-table.tsx'
import { StateWord } from '../ui/state-word.tsx'
import { commitmentState } from './commitment-state.ts'
import type { GivenCommitment } from './framework.fields.ts'

/** What a place has signed, and what became of it. */
export function CommitmentTable({ commitments }: { readonly commitments: readonly GivenCommitment[] }) {
  const { t, locale, href, date } = useWords()
  return (
    <DataTable
      caption={t('framework.commitments')}
      rows={commitments}
      rowKey={(row) => JSON.stringify([row.framework.id, row.item?.key, row.since, row.source?.citation])}
      columns={[
        {
          label: t('framework.framework'),
          cell: ({ framework, item }) => (
            <>
              <a href={href(framework.path)} lang={langOf(locale, framework.title)}>
                {framework.title.value}
              </a>
              {item ? (
                <span className="cell-note">
                  <Told text={item.title} />
                </span>
              ) : null}
            </>
          ),
        },
        {
          label: t('framework.status'),
          cell: (row) => <StateWord {...commitmentState(locale, row.status)} />,
        },
        {
          label: t('framework.since'),
          cell: (row) => (row.since ? date(row.since) : t('ui.notStated')),
        },
        {
          label: t('framework.source'),
          cell: (row) => (
            <>
              {row.note ? (
                <span className="cell-note">
                  <Plain>{row.note}</Plain>
                </span>
              ) : null}
              {row.source ? <SourceLink source={row.source} /> : t('ui.notStated')}
            </>
          ),
        },
      ]}
    />
  )
}
