import { Plain, Told } from '../entry/marked.tsx'
import { useWords } from '../i18n/use-words.tsx'
import { DataTable } from '../ui/data-table.tsx'
import type { GivenCompetence } from './figure.fields.ts'
import { SourceLink } from './source-link.tsx'

export interface CompetenceTableProps {
  readonly caption: string
  readonly competences: readonly GivenCompetence[]
}

/** Who decides on what: policy area, level of government, what limits it, and where it was read. */
export function CompetenceTable({ caption, competences }: CompetenceTableProps) {
  const { t, href } = useWords()
  const rows = competences.toSorted((a, b) =>
    a.policyArea.label.value.localeCompare(b.policyArea.label.value),
  )
  return (
    <DataTable
      caption={caption}
      rows={rows}
      rowKey={(row) => JSON.stringify(row)}
      columns={[
        {
          label: t('figure.policyArea'),
          cell: ({ policyArea }) => (
            <a href={href(`/policy-areas/${policyArea.key}`)}>
              <Told text={policyArea.label} />
            </a>
          ),
        },
        { label: t('figure.holder'), cell: (row) => t(`figure.holder_${row.holder}`) },
        {
          label: t('figure.note'),
          cell: (row) => (row.note ? <Plain>{row.note}</Plain> : t('ui.notStated')),
        },
        { label: t('figure.source'), cell: (row) => <SourceLink source={row.source} /> },
      ]}
    />
  )
}
