import { EntryHeading } from '../entry/entry-heading.tsx'
import { EntryLink } from '../entry/entry-link.tsx'
import { EntryProse } from '../entry/entry-prose.tsx'
import { useEndSections } from '../entry/entry-record.tsx'
import { ContentLanguage, Name } from '../entry/marked.tsx'
import { PageSections } from '../entry/page-sections.tsx'
import { NamesInLanguages } from '../figure/names-in-languages.tsx'
import { useWords } from '../i18n/use-words.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { LocatorMap } from '../ui/map/locator-map.tsx'
import type { CityPage } from './city.query.ts'
import { isKnownByNameOnly, useCitySections } from './city-sections.tsx'

/** The page of a city: who we are, what we do, how we compare, beside its country's context. */
export function CityPageView({ city }: { readonly city: CityPage }) {
  const sections = useCitySections(city)
  return (
    <ContentLanguage of={city}>
      <article>
        <CityHead city={city} />
        {isKnownByNameOnly(city) ? <KnownByName city={city} /> : null}
        <PageSections sections={[...sections, ...useEndSections(city)]} />
      </article>
    </ContentLanguage>
  )
}

function CityHead({ city }: { readonly city: CityPage }) {
  const { t, href } = useWords()
  const { title, country, region, type, sizeBand, latitude, longitude } = city
  const facts = [
    country ? <EntryLink key="country" entry={country} /> : undefined,
    region ? <Name key="region">{region}</Name> : undefined,
    type === 'MUNICIPALITY' ? undefined : t(`city.type_${type}`),
    sizeBand ? t(`city.size_${sizeBand}`) : undefined,
  ]
  return (
    <div className="place-head">
      <div>
        <EntryHeading entry={city} trail={[{ label: t('list.city'), href: href('/cities') }]} facts={facts}>
          <NamesInLanguages title={title} />
          {city.summary ? <EntryProse text={city.summary} title={title} /> : null}
        </EntryHeading>
      </div>
      {latitude === null || longitude === null ? null : (
        <LocatorMap title={t('city.locator', { city: title.value })} place={{ latitude, longitude }} />
      )}
    </div>
  )
}

/** A city that a source names and says nothing else of: one friendly sentence, and ways on. */
function KnownByName({ city: { title, country } }: { readonly city: CityPage }) {
  const { t, href } = useWords()
  const national = country?.practices.totalCount ?? 0
  return (
    <EmptyState
      title={t('city.nameOnlyTitle', { city: title.value })}
      text={t('city.nameOnlyText')}
      ways={[
        ...(country && national > 0
          ? [
              <a key="practices" href={href(`/practices?${new URLSearchParams({ country: country.code })}`)}>
                {t('city.wayPractices', { count: national, country: country.title.value })}
              </a>,
            ]
          : []),
        ...(country
          ? [
              <a key="country" href={href(country.path)}>
                {t('city.wayCountry', { country: country.title.value })}
              </a>,
            ]
          : []),
        <a key="search" href={href('/search')}>
          {t('city.waySearch')}
        </a>,
      ]}
    />
  )
}
