import { isWrittenKind } from '@hansa/domain/fiche'
import { useWords } from '../i18n/use-words.tsx'
import type { EntryPage } from './entry.fields.ts'

/** The way to improve an entry that members write: the same for everybody, so that the page is. */
export function ImproveLink({ entry: { id, kind } }: { readonly entry: Pick<EntryPage, 'id' | 'kind'> }) {
  const { t, href } = useWords()
  if (!isWrittenKind(kind.toLowerCase())) return null
  return (
    <p>
      <a href={`${href('/write/improve')}?entry=${id}`} rel="nofollow">
        {t('writing.improve')}
      </a>
    </p>
  )
}
