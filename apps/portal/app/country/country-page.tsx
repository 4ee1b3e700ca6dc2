import { EntryHeading } from '../entry/entry-heading.tsx'
import { EntryProse } from '../entry/entry-prose.tsx'
import { useEndSections } from '../entry/entry-record.tsx'
import { ContentLanguage } from '../entry/marked.tsx'
import { PageSections } from '../entry/page-sections.tsx'
import { NamesInLanguages } from '../figure/names-in-languages.tsx'
import { useWords } from '../i18n/use-words.tsx'
import { LocatorMap } from '../ui/map/locator-map.tsx'
import type { CountryPage } from './country.query.ts'
import { useCountrySections } from './country-sections.tsx'

/** The page of a country: the context its cities work in, and what they do. */
export function CountryPageView({ country }: { readonly country: CountryPage }) {
  const { t, href } = useWords()
  const { title, summary, code, latitude, longitude, cities, practices } = country
  const sections = useCountrySections(country)
  const facts = [
    code,
    t('country.cityCount', { count: cities.totalCount }),
    t('country.practiceCount', { count: practices.totalCount }),
  ]
  return (
    <ContentLanguage of={country}>
      <article>
        <div className="place-head">
          <div>
            <EntryHeading
              entry={country}
              trail={[{ label: t('list.country'), href: href('/countries') }]}
              facts={facts}
            >
              <NamesInLanguages title={title} />
              {summary ? <EntryProse text={summary} title={title} /> : null}
            </EntryHeading>
          </div>
          {latitude === null || longitude === null ? null : (
            <LocatorMap
              title={t('country.locator', { country: title.value })}
              place={{ latitude, longitude }}
            />
          )}
        </div>
        <PageSections sections={[...sections, ...useEndSections(country)]} />
      </article>
    </ContentLanguage>
  )
}
