import { langOf } from '../entry/text.ts'
import { useWords } from '../i18n/use-words.tsx'
import type { Crumb } from '../ui/breadcrumbs.tsx'
import type { RevisionHead } from './writing.query.ts'

/** The path to a page of a revision: what one writes, the entry, the page. */
export function useCrumbs({ id, title }: Pick<RevisionHead, 'id' | 'title'>, last: string): readonly Crumb[] {
  const { t, href, locale } = useWords()
  return [
    { label: t('writing.title'), href: href('/write') },
    {
      label: title?.value ?? t('writing.untitled'),
      lang: langOf(locale, title),
      href: href(`/write/${id}`),
    },
    { label: last },
  ]
}
