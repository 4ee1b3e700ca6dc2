import type { EntryInList } from '../entry/entry-row.fields.ts'
import { kindWord } from '../entry/kind.ts'
import { langOf } from '../entry/text.ts'
import { useWords } from '../i18n/use-words.tsx'
import { Section } from '../ui/section.tsx'

interface Props {
  readonly changes: readonly (EntryInList & { readonly id: string; readonly updatedAt: string })[]
}

/** What changed last in the registry. */
export function Changes({ changes }: Props) {
  const { t, href, date, locale } = useWords()
  return (
    <Section id="changes" title={t('home.changes')}>
      <ul className="plain-list">
        {changes.map((entry) => (
          <li key={entry.id}>
            <a href={href(entry.path)} lang={langOf(locale, entry.title)}>
              {entry.title.value}
            </a>{' '}
            <span className="quiet">
              {kindWord(locale, entry.kind)},{' '}
              <time dateTime={entry.updatedAt}>{date(entry.updatedAt.slice(0, 10))}</time>
            </span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
