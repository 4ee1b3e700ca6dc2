import { kinds } from '@hansa/domain/kind'
import { NearField, NearNote } from '../comparable/near-field.tsx'
import { useWords } from '../i18n/use-words.tsx'
import { feedPath, feedQuery } from '../news/feed-path.ts'
import { ActiveFilters } from '../ui/active-filters.tsx'
import { Fold, FoldLink } from '../ui/fold.tsx'
import { SidebarLayout } from '../ui/layout.tsx'
import { MapOfResults } from '../ui/map/map-of-results.tsx'
import { PageHeading } from '../ui/page-heading.tsx'
import { SearchField } from '../ui/search-field.tsx'
import type { SearchData } from './load-search.server.ts'
import { activeFilters, SearchFilters } from './search-filters.tsx'
import { SearchNotes } from './search-notes.tsx'
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
  const words = useWords()
  const { t, href } = words
  const { params, search, kind } = data
  const count = params.q
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
          <h2 id="results">{count}</h2>
          <SortForm action={action} params={params} withPopulation={kind === 'city'} />
        </div>
        <ActiveFilters
          filters={activeFilters(data, action, words)}
          clearHref={`${action}${searchQuery(withoutFilters(params))}`}
        />
        <SearchNotes data={data} action={action} />
        <ResultMap data={data} action={action} />
        <SearchResults data={data} action={action} />
        <StayInformed data={data} />
      </SidebarLayout>
    </>
  )
}

interface SearchPartProps {
  readonly data: SearchData
  readonly action: string
}

/** Ways to hear of what this search finds later. The page is the same for everybody: who is not signed in is asked to then. */
function StayInformed({ data: { params, kind } }: { readonly data: SearchData }) {
  const { t, href } = useWords()
  const query = new URLSearchParams(feedQuery(params))
  if (kind) query.set('in', kinds[kind].path)
  return (
    <p className="stay-informed">
      {t('news.stayInformed')}{' '}
      <a href={`${href('/account/follows/save')}?${query}`}>{t('news.saveSearch')}</a>
      {' · '}
      <a href={href(feedPath(params, kind))} type="application/atom+xml">
        {t('news.feed')}
      </a>
    </p>
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

/** Drawing hundreds of places for everybody who never looks costs more than the results: the map is drawn when asked for. */
function ResultMap({ data: { params, search }, action }: SearchPartProps) {
  const { t, href } = useWords()
  if (search.pointCount === 0) return null
  const title = t('search.map', { count: search.pointCount })
  if (!search.points) {
    const address = `${action}${searchQuery({ ...params, map: true })}#map`
    return <FoldLink title={title} href={address} />
  }
  const places = search.points.map((point) => ({
    name: point.name.value,
    language: point.name.language,
    href: href(`/cities/${point.slug}`),
    latitude: point.latitude,
    longitude: point.longitude,
    count: point.count,
  }))
  return (
    <Fold id="map" title={title} open>
      <MapOfResults title={t('search.mapTitle')} places={places} />
    </Fold>
  )
}
