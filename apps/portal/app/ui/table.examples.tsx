import { CompareTable } from './compare-table.tsx'
import { DataTable } from './data-table.tsx'
import type { Example } from './example.ts'

interface Result {
  readonly indicator: string
  readonly baseline?: string
  readonly value: string
  readonly date: string
}

const results: readonly Result[] = [
  { indicator: 'Weeks until a school place', baseline: '21', value: '3', date: '2019' },
  { indicator: 'Families served in a year', value: '1,140', date: '2020' },
]

const narrow = (layout: 'stack' | 'scroll') => (
  <DataTable
    caption="Results as measured"
    narrow={layout}
    rows={results}
    rowKey={(row) => row.indicator}
    columns={[
      { label: 'Indicator', cell: (row) => row.indicator },
      {
        label: 'Before',
        cell: (row) => row.baseline ?? <span className="quiet">not stated</span>,
        numeric: true,
      },
      { label: 'After', cell: (row) => row.value, numeric: true },
      { label: 'Year', cell: (row) => row.date, numeric: true },
    ]}
  />
)

export const examples: readonly Example[] = [
  { name: 'Table that stacks on narrow screens', show: () => narrow('stack') },
  { name: 'Table that scrolls on narrow screens', show: () => narrow('scroll') },
  {
    name: 'Comparison',
    show: () => (
      <CompareTable
        caption="Three practices side by side"
        columns={[
          {
            id: 'a',
            label: 'One room for the first school day',
            href: '/practices/one-room',
            removeHref: '/compare?id=b',
          },
          { id: 'b', label: 'Plan Einstein', href: '/practices/plan', removeHref: '/compare?id=a' },
          {
            id: 'c',
            label: 'Wohnraum für Flüchtlinge',
            href: '/practices/w',
            removeHref: '/compare?id=a',
            lang: 'de',
          },
        ]}
        groups={[
          {
            title: 'In short',
            rows: [
              { label: 'City', cells: ['Ghent', 'Utrecht', 'Osnabrück'], differs: true },
              { label: 'Policy area', cells: ['Education', 'Education', 'Education'], differs: false },
            ],
          },
          {
            title: 'What it takes',
            rows: [
              { label: 'Budget', cells: ['€50,000 to €100,000', undefined, 'under €50,000'], differs: true },
              { label: 'Competence', cells: ['local', 'local', 'local'], differs: false },
            ],
          },
        ]}
      />
    ),
  },
]
