import { NearField, NearNote } from '../comparable/near-field.tsx'
import { useWords } from '../i18n/use-words.tsx'
import { ActiveFilters } from '../ui/active-filters.tsx'
import { Fold } from '../ui/fold.tsx'
import { SidebarLayout } from '../ui/layout.tsx'
import { MapOfResults } from '../ui/map/map-of-results.tsx'
import { PageHeading } from '../ui/page-heading.tsx'
import { SearchField } from '../ui/search-field.tsx'
import type { SearchData } from './load-search.server.ts'
import { activeFilters, SearchFilters } from './search-filters.tsx'
import { filterNames, nearQuery, searchQuery, withoutFilters } from './search-params.ts'
import { SearchResults } from './search-results.tsx'
import { SortForm } from './sort-form.tsx'

interface Props {
  readonly data: SearchData
  /** Path of the page, which is also where its forms go. */
  readonly path: string
  readonly title: string
  readonly intro?: string | undefined
}

/** Results with everything that narrows them: the search of all kinds, and the list of each kind. */
export function SearchPage({ data, path, title, intro }: Props) {
  const { t, href } = useWords()
  const { params, search, kind } = data
  const words = params.q
    ? t('search.countFor', { count: search.totalCount, q: params.q })
    : t('search.count', { count: search.totalCount })
  const action = href(path)
  return (
    <>
      <PageHeading title={title} strapline={intro} />
      <SearchField
        action={action}
        label={t('search.label')}
        value={params.q}
        size="hero"
        hint={params.q ? undefined : t('search.hint')}
      >
        <NearField near={data.near} />
        <Carried data={data} />
      </SearchField>
      <NearNote
        near={data.near}
        hrefOf={(slug) => `${action}${nearQuery(params, slug)}`}
        ordered={params.sort === 'relevance'}
      />
      <SidebarLayout sidebar={<SearchFilters data={data} action={action} />}>
        <div className="results-head">
          <h2 id="results">{words}</h2>
          <SortForm action={action} params={params} withPopulation={kind === 'city'} />
        </div>
        <ActiveFilters
          filters={activeFilters(data, action, t)}
          clearHref={`${action}${searchQuery(withoutFilters(params))}`}
        />
        <Corrections data={data} action={action} />
        <ResultMap data={data} />
        <SearchResults data={data} action={action} />
      </SidebarLayout>
    </>
  )
}

/** Filters travel with new words; a new page of words begins at the beginning. */
function Carried({ data: { params } }: { readonly data: SearchData }) {
  return (
    <>
      {filterNames.flatMap((name) =>
        (params.filters[name] ?? []).map((value) => (
          <input key={`${name}=${value}`} type="hidden" name={name} value={value} />
        )),
      )}
      {params.sort === 'relevance' ? null : <input type="hidden" name="sort" value={params.sort} />}
    </>
  )
}

function Corrections({
  data: { params, search },
  action,
}: {
  readonly data: SearchData
  readonly action: string
}) {
  const { t, list, language } = useWords()
  const { didYouMean, relaxed } = search
  return (
    <>
      {didYouMean ? (
        <p className="search-note">
          {t('search.didYouMean')}{' '}
          <a href={`${action}${searchQuery({ ...params, q: didYouMean, page: 1 })}`}>{didYouMean}</a>
        </p>
      ) : null}
      {relaxed && relaxed.droppedWords.length > 0 ? (
        <p className="search-note">
          {t('search.dropped', {
            words: list(relaxed.droppedWords.map((text) => t('search.quoted', { text }))),
          })}
        </p>
      ) : null}
      {relaxed?.stemLanguage ? (
        <p className="search-note">{t('search.stems', { language: language(relaxed.stemLanguage) })}</p>
      ) : null}
    </>
  )
}

function ResultMap({ data: { search } }: { readonly data: SearchData }) {
  const { t, href } = useWords()
  if (search.points.length === 0) return null
  const places = search.points.map((point) => ({
    name: point.name.value,
    href: href(`/cities/${point.slug}`),
    latitude: point.latitude,
    longitude: point.longitude,
    count: point.count,
  }))
  return (
    <Fold title={t('search.map', { count: places.length })}>
      <MapOfResults title={t('search.mapTitle')} places={places} />
    </Fold>
  )
}
