import { Plain } from '../entry/marked.tsx'
import { periodText } from '../entry/period.ts'
import { langOf } from '../entry/text.ts'
import { SourceLink } from '../figure/source-link.tsx'
import { useWords } from '../i18n/use-words.tsx'
import { DataTable } from '../ui/data-table.tsx'
import type { GivenMembership } from './membership.fields.ts'

/** The networks of a place: as what, since when, and who says so. */
export function MembershipTable({ memberships }: { readonly memberships: readonly GivenMembership[] }) {
  const { t, locale, href } = useWords()
  const rows = memberships.toSorted((a, b) => a.network.title.value.localeCompare(b.network.title.value))
  return (
    <DataTable
      caption={t('network.memberships')}
      rows={rows}
      rowKey={(row) => JSON.stringify([row.network.id, row.role, row.since, row.source?.citation])}
      columns={[
        {
          label: t('network.network'),
          cell: ({ network }) => (
            <a href={href(network.path)} lang={langOf(locale, network.title)}>
              {network.title.value}
            </a>
          ),
        },
        { label: t('network.role'), cell: (row) => t(`network.role_${row.role}`) },
        {
          label: t('network.when'),
          cell: (row) => periodText(locale, { start: row.since, end: row.until }) ?? t('ui.notStated'),
        },
        {
          label: t('network.source'),
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
