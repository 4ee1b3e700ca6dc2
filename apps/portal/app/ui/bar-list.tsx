import { useId } from 'react'
import { useWords } from '../i18n/use-words.tsx'

export interface Bar {
  readonly label: string
  readonly href?: string | undefined
  readonly value: number
  /** The value written out, with its unit; by default the number. */
  readonly text?: string | undefined
}

export interface BarListProps {
  readonly title: string
  /** Year and source. */
  readonly note?: string | undefined
  readonly bars: readonly Bar[]
  /** Value of a full bar; by default the largest one. */
  readonly max?: number
}

/** A few amounts as bars. The figures stand beside them, so the list is its own table. */
export function BarList({ title, note, bars, max }: BarListProps) {
  const { number } = useWords()
  const titleId = useId()
  const full = max ?? Math.max(1, ...bars.map((bar) => bar.value))
  return (
    <figure className="chart" aria-labelledby={titleId}>
      <figcaption>
        <span className="chart-title" id={titleId}>
          {title}
        </span>
        {note ? <span className="chart-note">{note}</span> : null}
      </figcaption>
      <ul className="bar-list">
        {bars.map((bar) => (
          <li key={bar.label}>
            <span className="bar-label">{bar.href ? <a href={bar.href}>{bar.label}</a> : bar.label}</span>
            <svg width="100%" height="14" aria-hidden="true">
              <rect
                className="bar"
                width={`${Math.min(100, (100 * Math.max(0, bar.value)) / full)}%`}
                height="14"
              />
            </svg>
            <span className="bar-value numeric">{bar.text ?? number(bar.value)}</span>
          </li>
        ))}
      </ul>
    </figure>
  )
}
