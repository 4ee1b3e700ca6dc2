import { statedItems } from '../figure/stated-items.tsx'
import { useWords } from '../i18n/use-words.tsx'
import { SummaryList } from '../ui/summary-list.tsx'
import type { CountryPage } from './country.query.ts'

/** How the country is governed, in terms: the class of its government, what sources say of it, its languages. */
export function CountryGlance({ country }: { readonly country: CountryPage }) {
  const { t, list, language } = useWords()
  const { languages, governanceType, figures } = country
  const stated = figures.filter((figure) => figure.value === null)
  const isDescribed = stated.some((figure) => figure.indicator.key === 'state-structure')
  const government = {
    term: t('country.governance'),
    detail: governanceType ? t(`country.governance_${governanceType}`) : null,
  }
  return (
    <SummaryList
      items={[
        ...(governanceType || !isDescribed ? [government] : []),
        ...statedItems(stated),
        { term: t('country.languages'), detail: list(languages.map(language)) },
      ]}
    />
  )
}
