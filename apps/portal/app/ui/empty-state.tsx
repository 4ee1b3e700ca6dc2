import type { ReactNode } from 'react'

export interface EmptyStateProps {
  readonly title: string
  readonly text?: string
  /** Concrete ways on: links or short sentences. */
  readonly ways?: readonly ReactNode[]
  /** Heading level: 2 below a page title, 3 below a section. */
  readonly level?: 2 | 3
}

/** Nothing here yet, said as a person would, with a way on. */
export function EmptyState({ title, text, ways = [], level = 2 }: EmptyStateProps) {
  const Heading = level === 2 ? 'h2' : 'h3'
  return (
    <div className="empty-state">
      <Heading>{title}</Heading>
      {text ? <p>{text}</p> : null}
      {ways.length > 0 ? (
        <ul>
          {ways.map((way, index) => (
            <li key={index}>{way}</li>
          ))}
        </ul>
      ) : null}
    </div>
  )
}
