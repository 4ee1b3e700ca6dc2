import { useCuration } from '../curation/use-curation.tsx'
import { useWords } from '../i18n/use-words.tsx'
import { SectionNav } from './section-nav.tsx'
import { useAdministers } from './use-administers.ts'

const pages = [
  { path: '/account', word: 'member.navAccount' },
  { path: '/account/profile', word: 'member.navProfile' },
  { path: '/account/news', word: 'news.title' },
  { path: '/account/follows', word: 'news.followsTitle' },
  { path: '/account/affiliations', word: 'member.navAffiliations' },
  { path: '/write', word: 'writing.nav' },
  { path: '/account/data', word: 'member.navData' },
  { path: '/members', word: 'member.navDirectory' },
] as const

export type OwnPage = (typeof pages)[number]['path']

/** The pages of a member, on each of them. */
export function OwnNav({ here }: { readonly here?: OwnPage }) {
  const { t, href } = useWords()
  const administers = useAdministers()
  const { curates, reviews } = useCuration()
  return (
    <SectionNav label={t('member.nav')} pages={pages} here={here}>
      {curates || reviews ? (
        <li>
          <a href={href(curates ? '/curation' : '/curation/reviews')}>
            {t(curates ? 'curation.title' : 'curation.reviews')}
          </a>
        </li>
      ) : null}
      {administers ? (
        <li>
          <a href={href('/administration')}>{t('people.title')}</a>
        </li>
      ) : null}
    </SectionNav>
  )
}
