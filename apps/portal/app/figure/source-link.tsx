import type { GivenSource } from '../entry/entry.fields.ts'

/** Where one statement was read, beside it: the citation, linked, with the section, in whatever language. */
export function SourceLink({ source }: { readonly source: GivenSource }) {
  const { citation, section, url } = source
  return (
    <span className="source-link" lang="">
      {url ? <a href={url}>{citation}</a> : citation}
      {section ? <span className="quiet"> {section}</span> : null}
    </span>
  )
}
