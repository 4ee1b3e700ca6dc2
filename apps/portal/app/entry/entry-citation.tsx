import { formatDate } from '../i18n/format.ts'
import type { Locale } from '../i18n/locale.ts'
import { useWords } from '../i18n/use-words.tsx'
import { t } from '../i18n/words.ts'
import { Citation } from '../ui/citation.tsx'
import type { EntryPage } from './entry.fields.ts'
import { kindWord } from './kind.ts'
import { licenceOf } from './licence.ts'

type Cited = Pick<EntryPage, 'id' | 'kind' | 'title' | 'url' | 'updatedAt' | 'licence'>

/**
 * How to cite a record in plain text: title, kind, registry, id, day of the version, address, licence. The record has
 * no author to name: it is the registry's wording of its sources.
 */
export function citationText(locale: Locale, entry: Cited): string {
  return t(locale, 'entry.citation', {
    title: entry.title.value.replace(/[.\s]+$/, ''),
    kind: kindWord(locale, entry.kind),
    registry: t(locale, 'frame.name'),
    id: entry.id,
    date: formatDate(locale, entry.updatedAt),
    url: entry.url,
    licence: licenceOf(entry.licence).name,
  })
}

/** How to cite the record, ready to copy. */
export function EntryCitation({ entry }: { readonly entry: Cited }) {
  const { locale } = useWords()
  return <Citation text={citationText(locale, entry)} />
}
