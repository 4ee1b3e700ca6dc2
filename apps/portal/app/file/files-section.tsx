import type { EntryPage } from '../entry/entry.fields.ts'
import { useEntryReader } from '../entry/entry-frame.tsx'
import type { PageSection } from '../entry/page-sections.tsx'
import { useWords } from '../i18n/use-words.tsx'
import { EntryAttachments } from './entry-attachments.tsx'
import { filesPath } from './files-path.ts'

/** What an entry shows, and what was written for it; with the way to change that for whoever may. */
export function useFilesSection({ id, attachments }: Pick<EntryPage, 'id' | 'attachments'>): PageSection {
  const { t, href } = useWords()
  const { keepsFiles } = useEntryReader()
  return {
    id: 'files',
    title: t('file.title'),
    content: (attachments.length > 0 || keepsFiles) && (
      <>
        <EntryAttachments attachments={attachments} />
        {keepsFiles ? (
          <p>
            <a href={href(filesPath(id))}>{t('file.change')}</a>
          </p>
        ) : null}
      </>
    ),
  }
}
