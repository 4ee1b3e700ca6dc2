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

/** Several of them, one below the other. */
export function EntryLinks({ entries }: { readonly entries: readonly GivenLink[] }) {
  return (
    <ul className="entry-links">
      {entries.map((entry) => (
        <li key={entry.id}>
          <EntryLink entry={entry} />
        </li>
      ))}
    </ul>
  )
}
