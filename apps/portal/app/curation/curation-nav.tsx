import { useWords } from '../i18n/use-words.tsx'
import { SectionNav } from '../member/section-nav.tsx'
import { useCuration } from './use-curation.tsx'

const pages = [
  { path: '/curation', word: 'curation.queue' },
  { path: '/curation/entries', word: 'curation.entries' },
  { path: '/curation/stale', word: 'curation.stale' },
  { path: '/curation/networks', word: 'curation.rules' },
] as const

const reviews = { path: '/curation/reviews', word: 'curation.reviews' } as const

// Whoever runs a network imports for it, too. The pages of importing stand among her own, or the administration's.
const imports = { path: '/imports', word: 'import.title' } as const
const account = { path: '/account', word: 'member.navAccount' } as const

export type CurationPage = (typeof pages)[number]['path'] | (typeof reviews)['path']

/** The pages of curating and reviewing, on each of them, and the way back; those who only review find theirs alone. */
export function CurationNav({ here }: { readonly here?: CurationPage }) {
  const { t } = useWords()
  const { curates } = useCuration()
  return (
    <SectionNav
      label={t('curation.title')}
      pages={curates ? [...pages, reviews, imports, account] : [reviews, account]}
      here={here}
    />
  )
}
