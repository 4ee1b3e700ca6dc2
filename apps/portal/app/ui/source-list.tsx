export interface Source {
  /** Its language is not known, so it is marked to be in none. */
  readonly citation: string
  readonly href?: string | undefined
  /** Section or page, in the words of the source. */
  readonly section?: string | undefined
  /** When it was read, and the like. */
  readonly note?: string | undefined
}

/** Where what the page says was read. Numbered, so that the text can point to it. */
export function SourceList({ sources }: { readonly sources: readonly Source[] }) {
  return (
    <ol className="source-list">
      {sources.map((source) => (
        <li key={JSON.stringify(source)}>
          {source.href ? (
            <a href={source.href} lang="">
              {source.citation}
            </a>
          ) : (
            <span lang="">{source.citation}</span>
          )}
          {source.section ? (
            <span className="quiet">
              , <span lang="">{source.section}</span>
            </span>
          ) : null}
          {source.note ? (
            <span className="quiet">
              {source.section ? '; ' : ', '}
              {source.note}
            </span>
          ) : null}
        </li>
      ))}
    </ol>
  )
}
