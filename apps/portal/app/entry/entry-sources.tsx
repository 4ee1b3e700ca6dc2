import { formatDate } from '../i18n/format.ts'
import type { Locale } from '../i18n/locale.ts'
import { useWords } from '../i18n/use-words.tsx'
import { t } from '../i18n/words.ts'
import { type Source, SourceList } from '../ui/source-list.tsx'
import type { GivenSource } from './entry.fields.ts'

/** A source of the API as the list of sources takes it: the day of reading as its note. */
export function sourceOf(locale: Locale, { citation, section, url, accessed }: GivenSource): Source {
  return {
    citation,
    href: url ?? undefined,
    section: section ?? undefined,
    note: accessed ? t(locale, 'entry.readOn', { date: formatDate(locale, accessed) }) : undefined,
  }
}

/** Where what the page says can be checked. */
export function EntrySources({ sources }: { readonly sources: readonly GivenSource[] }) {
  const { locale, t } = useWords()
  if (sources.length === 0) return <p className="quiet">{t('entry.noSources')}</p>
  return <SourceList sources={sources.map((source) => sourceOf(locale, source))} />
}
