import type { ReactNode } from 'react'

export interface HeroProps {
  /** What this is, in one sentence. */
  readonly title: string
  readonly lede?: string | undefined
  /** The first thing to do: usually the large search field. */
  readonly children: ReactNode
}

/** The head of the first page: a sentence and the thing to do. */
export function Hero({ title, lede, children }: HeroProps) {
  return (
    <header className="hero">
      <h1>{title}</h1>
      {lede ? <p className="lede">{lede}</p> : null}
      {children}
    </header>
  )
}
