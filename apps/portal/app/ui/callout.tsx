import type { ReactNode } from 'react'
import type { Tone } from './state-word.tsx'

export interface CalloutProps {
  readonly title?: string
  readonly tone?: Tone
  readonly children: ReactNode
}

/** Something to know before reading on: stale, short record, only in part. The tone adds a line, the words say it. */
export function Callout({ title, tone = 'plain', children }: CalloutProps) {
  return (
    <aside className={`callout tone-${tone}`} aria-label={title}>
      {title ? <p className="callout-title">{title}</p> : null}
      {children}
    </aside>
  )
}

/** The answer to something just done, read out when it appears. */
export function Notice({ tone = 'good', children }: { readonly tone?: Tone; readonly children: ReactNode }) {
  return (
    <div className={`callout notice tone-${tone}`} role="status">
      {children}
    </div>
  )
}
