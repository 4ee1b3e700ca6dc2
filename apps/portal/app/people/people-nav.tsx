import { useWords } from '../i18n/use-words.tsx'
import { SectionNav } from '../member/section-nav.tsx'

const pages = [
  { path: '/administration', word: 'people.people' },
  { path: '/administration/places', word: 'people.places' },
  { path: '/administration/trail', word: 'people.trail' },
  { path: '/imports', word: 'import.title' },
  { path: '/account/affiliations', word: 'member.navAffiliations' },
] as const

/** The pages of administration, on each of them. */
export function PeopleNav({ here }: { readonly here: (typeof pages)[number]['path'] }) {
  const { t } = useWords()
  return <SectionNav label={t('people.title')} pages={pages} here={here} />
}
