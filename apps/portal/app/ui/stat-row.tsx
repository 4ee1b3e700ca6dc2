import type { ReactNode } from 'react'

export interface Stat {
  readonly label: string
  /** Written out in the page's language: "1,242,000". */
  readonly value: ReactNode
  /** Year and the like: "2021". */
  readonly note?: string | undefined
  readonly source?: { readonly label: string; readonly href?: string | undefined } | undefined
}

/** A few figures at a glance, each with its year and source. */
export function StatRow({ stats }: { readonly stats: readonly Stat[] }) {
  return (
    <dl className="stat-row">
      {stats.map((stat) => (
        <div key={stat.label}>
          <dt>{stat.label}</dt>
          <dd>
            <span className="stat-value numeric">{stat.value}</span>
            <StatNote stat={stat} />
          </dd>
        </div>
      ))}
    </dl>
  )
}

function StatNote({ stat: { note, source } }: { readonly stat: Stat }) {
  if (!note && !source) return null
  return (
    <span className="stat-note">
      {note}
      {note && source ? ', ' : ''}
      {source?.href ? (
        <a href={source.href} lang="">
          {source.label}
        </a>
      ) : source ? (
        <span lang="">{source.label}</span>
      ) : null}
    </span>
  )
}
