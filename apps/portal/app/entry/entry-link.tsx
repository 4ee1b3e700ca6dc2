import { Fragment } from 'react'
import { useWords } from '../i18n/use-words.tsx'
import type { GivenLink, GivenText } from './entry.fields.ts'
import { langOf } from './text.ts'

type Linked = Pick<GivenLink, 'path'> & { readonly title: Pick<GivenText, 'value' | 'language'> }

/** The name of another entry, linked to its page. */
export function EntryLink({ entry }: { readonly entry: Linked }) {
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
