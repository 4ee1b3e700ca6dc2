import { useWords } from '../i18n/use-words.tsx'
import { Citation } from '../ui/citation.tsx'
import type { EntryPage } from './entry.fields.ts'
import { kindWord } from './kind.ts'
import { licenceOf } from './licence.ts'
import { Told } from './marked.tsx'

type Cited = Pick<EntryPage, 'id' | 'kind' | 'title' | 'url' | 'updatedAt' | 'licence'>

/**
 * How to cite a record, ready to copy: title, kind, registry, id, day of the version, address, licence. The record has
 * no author to name: it is the registry's wording of its sources.
 */
export function EntryCitation({ entry }: { readonly entry: Cited }) {
  const { t, rich, locale, date } = useWords()
  const title = { ...entry.title, value: entry.title.value.replace(/[.\s]+$/, '') }
  const text = rich('entry.citation', {
    title: <Told text={title} />,
    kind: kindWord(locale, entry.kind),
    registry: t('frame.name'),
    id: entry.id,
    date: date(entry.updatedAt),
    url: entry.url,
    licence: licenceOf(entry.licence).name,
  })
  return <Citation text={text} />
}
