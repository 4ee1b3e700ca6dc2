export interface Segment {
  readonly text: string
  /** Whether it is what was searched for. */
  readonly match: boolean
}

/** A stretch of text in which what was searched for is marked. */
export function Highlighted({ segments }: { readonly segments: readonly Segment[] }) {
  return <>{segments.map(({ text, match }, index) => (match ? <mark key={index}>{text}</mark> : text))}</>
}
