import { Fragment } from 'react'
import { useWords } from '../i18n/use-words.tsx'
import type { GivenLink } from './entry.fields.ts'
import { langOf } from './text.ts'

/** The name of another entry, linked to its page. */
export function EntryLink({ entry }: { readonly entry: Pick<GivenLink, 'path' | 'title'> }) {
  const { locale, href } = useWords()
  return (
    <a href={href(entry.path)} lang={langOf(locale, entry.title)}>
      {entry.title.value}
    </a>
  )
}

/** Several of them in one line. */
export function EntryLinks({ entries }: { readonly entries: readonly GivenLink[] }) {
  return (
    <>
      {entries.map((entry, index) => (
        <Fragment key={entry.id}>
          {index > 0 ? <span aria-hidden="true"> · </span> : null}
          <EntryLink entry={entry} />
        </Fragment>
      ))}
    </>
  )
}
