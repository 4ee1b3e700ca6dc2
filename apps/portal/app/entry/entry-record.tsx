import type { ReactNode } from 'react'
import { CurateLink } from '../curation/curate-link.tsx'
import { useFilesSection } from '../file/files-section.tsx'
import { useWords } from '../i18n/use-words.tsx'
import { PrintLink } from '../ui/print-link.tsx'
import type { EntryPage } from './entry.fields.ts'
import { EntryCitation } from './entry-citation.tsx'
import { EntryHistory } from './entry-history.tsx'
import { EntrySources } from './entry-sources.tsx'
import { ImproveLink } from './improve-link.tsx'
import { licenceOf } from './licence.ts'
import type { PageSection } from './page-sections.tsx'

/** The sections that end the page of an entry: what it shows, its sources, and the record itself. */
export function useEndSections(entry: EntryPage): readonly PageSection[] {
  return [useFilesSection(entry), ...recordSections(useWords(), entry)]
}

/** The two sections that end the page of every entry: its sources, and the record itself. */
export function recordSections(
  words: Pick<ReturnType<typeof useWords>, 't'>,
  entry: EntryPage,
  more?: ReactNode,
): readonly PageSection[] {
  return [
    { id: 'sources', title: words.t('entry.sources'), content: <EntrySources sources={entry.sources} /> },
    { id: 'record', title: words.t('entry.record'), content: <EntryRecord entry={entry} more={more} /> },
  ]
}

/** How to cite and reuse the record, what became of it, and how to print it. */
function EntryRecord({ entry, more }: { readonly entry: EntryPage; readonly more: ReactNode }) {
  const { t } = useWords()
  const licence = licenceOf(entry.licence)
  return (
    <>
      <EntryCitation entry={entry} />
      <p className="hint">
        {t('entry.licence')} <a href={licence.url}>{licence.name}</a>.
      </p>
      {more}
      <EntryHistory entry={entry} />
      <CurateLink entry={entry} />
      <ImproveLink entry={entry} />
      <PrintLink />
    </>
  )
}
