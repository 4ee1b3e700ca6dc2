import { langOf } from '../entry/text.ts'
import { useWords } from '../i18n/use-words.tsx'
import { IndexList } from '../ui/index-list.tsx'
import { MapOfResults } from '../ui/map/map-of-results.tsx'
import type { CountryPage } from './country.query.ts'

/** The cities of a country on a map, and as a list with how many practices each has here. */
export function CountryCities({ country }: { readonly country: CountryPage }) {
  const { t, locale, href } = useWords()
  const { cities, code, title } = country
  const places = cities.nodes.flatMap(({ latitude, longitude, path, title: name, practices }) =>
    latitude === null || longitude === null
      ? []
      : [{ href: href(path), name: name.value, count: practices.totalCount, latitude, longitude }],
  )
  return (
    <>
      <MapOfResults
        title={t('country.map', { country: title.value })}
        places={places}
        countText={(count) => t('country.cityPractices', { count })}
        closeUp
        withList={false}
      />
      <IndexList
        items={cities.nodes.map(({ path, title: name, practices: { totalCount: count } }) => ({
          href: href(path),
          label: name.value,
          lang: langOf(locale, name),
          note: count > 0 ? t('country.cityPractices', { count }) : undefined,
        }))}
      />
      {cities.totalCount > cities.nodes.length ? (
        <p>
          <a href={href(`/cities?${new URLSearchParams({ country: code })}`)}>
            {t('country.allCities', { count: cities.totalCount })}
          </a>
        </p>
      ) : null}
    </>
  )
}
