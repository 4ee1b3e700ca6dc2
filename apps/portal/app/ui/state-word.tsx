export type Tone = 'plain' | 'good' | 'attention' | 'bad'

export type Mark =
  /** So many of so many: evidence. */
  | { readonly shape: 'level'; readonly value: number; readonly of: number }
  /** A disc that is full, half or empty: freshness, stage. */
  | { readonly shape: 'disc'; readonly fill: 'full' | 'half' | 'empty' }

export interface StateWordProps {
  /** What the word is about, for readers who do not see the mark's place: "Evidence". */
  readonly about: string
  readonly word: string
  readonly mark: Mark
  readonly tone?: Tone
}

/** A state as a word with a small mark. The word says everything; mark and colour only help the eye. */
export function StateWord({ about, word, mark, tone = 'plain' }: StateWordProps) {
  return (
    <span className={`state-word tone-${tone}`}>
      {mark.shape === 'level' ? <LevelMark value={mark.value} of={mark.of} /> : <DiscMark fill={mark.fill} />}
      <span>
        <span className="visually-hidden">{about}: </span>
        {word}
      </span>
    </span>
  )
}

/** State words in a row. */
export function StateLine({ states }: { readonly states: readonly StateWordProps[] }) {
  if (states.length === 0) return null
  return (
    <ul className="state-line">
      {states.map((state) => (
        <li key={state.about}>
          <StateWord {...state} />
        </li>
      ))}
    </ul>
  )
}

function LevelMark({ value, of }: { readonly value: number; readonly of: number }) {
  const bars = Array.from({ length: of }, (_, index) => index)
  return (
    <svg className="mark" width={of * 5 - 1} height="12" viewBox={`0 0 ${of * 5 - 1} 12`} aria-hidden="true">
      {bars.map((index) => (
        <rect
          key={index}
          className={index < value ? 'mark-on' : 'mark-off'}
          x={index * 5 + 0.5}
          y="0.5"
          width="3"
          height="11"
        />
      ))}
    </svg>
  )
}

function DiscMark({ fill }: { readonly fill: 'full' | 'half' | 'empty' }) {
  return (
    <svg className="mark" width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
      <circle className={fill === 'full' ? 'mark-on' : 'mark-off'} cx="6" cy="6" r="5" />
      {fill === 'half' ? <path className="mark-on" d="M6 1a5 5 0 0 0 0 10z" /> : null}
    </svg>
  )
}
