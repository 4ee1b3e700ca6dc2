import type { EntryPage } from '../entry/entry.fields.ts'
import { useWords } from '../i18n/use-words.tsx'
import { useCuration } from './use-curation.tsx'

/** The way to what a curator can do with an entry; nobody else is shown it. */
export function CurateLink({ entry }: { readonly entry: Pick<EntryPage, 'id'> }) {
  const { t, href } = useWords()
  const { curates } = useCuration()
  if (!curates) return null
  return (
    <p>
      <a href={href(`/curation/entries/${entry.id}`)}>{t('curation.curateThis')}</a>
    </p>
  )
}
