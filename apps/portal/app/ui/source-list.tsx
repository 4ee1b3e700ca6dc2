export interface Source {
  readonly citation: string
  readonly href?: string | undefined
  /** Section or page, and what was read there. */
  readonly note?: string | undefined
  readonly lang?: string | undefined
}

/** Where what the page says was read. Numbered, so that the text can point to it. */
export function SourceList({ sources }: { readonly sources: readonly Source[] }) {
  return (
    <ol className="source-list">
      {sources.map((source) => (
        <li key={`${source.citation}${source.note ?? ''}${source.href ?? ''}`}>
          {source.href ? (
            <a href={source.href} lang={source.lang}>
              {source.citation}
            </a>
          ) : (
            <span lang={source.lang}>{source.citation}</span>
          )}
          {source.note ? <span className="quiet">, {source.note}</span> : null}
        </li>
      ))}
    </ol>
  )
}
