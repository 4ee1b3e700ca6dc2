import type { ReactNode } from 'react'
import type { Tone } from './state-word.tsx'

export interface HistoryLineProps {
  /** Sentences such as "Confirmed by Ghent on 3 April 2025." */
  readonly sentences: readonly ReactNode[]
  /** `attention` when a confirmation is overdue. */
  readonly tone?: Tone
}

/** Who stands for the entry and until when: one quiet line with the route's mark. */
export function HistoryLine({ sentences, tone = 'plain' }: HistoryLineProps) {
  return (
    <p className={`history-line tone-${tone}`}>
      {sentences.map((sentence, index) => (
        <span key={index}>{sentence} </span>
      ))}
    </p>
  )
}
