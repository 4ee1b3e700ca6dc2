import { EntryRow } from '../entry/entry-row.tsx'
import { foreignLang } from '../i18n/locale.ts'
import { useWords } from '../i18n/use-words.tsx'
import { ActiveFilters } from '../ui/active-filters.tsx'
import { CompareTray } from '../ui/compare-tray.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { type FilterGroup, FilterPanel } from '../ui/filter-panel.tsx'
import { Fold } from '../ui/fold.tsx'
import { SidebarLayout } from '../ui/layout.tsx'
import { MapOfResults } from '../ui/map/map-of-results.tsx'
import { PageHeading } from '../ui/page-heading.tsx'
import { PageNumbers } from '../ui/page-numbers.tsx'
import { SearchField } from '../ui/search-field.tsx'
import { filterWords, inOrder, valueWords } from './facet-words.ts'
import type { SearchData } from './load-search.server.ts'
import { reasonTexts } from './reason-words.ts'
import { type FilterName, filterNames, searchQuery, withoutFilters, withoutValue } from './search-params.ts'
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
        <Carried data={data} />
      </SearchField>
      <SidebarLayout sidebar={<Filters data={data} action={action} />}>
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
        <Results data={data} action={action} />
      </SidebarLayout>
    </>
  )
}

type Words = ReturnType<typeof useWords>

const labelOf = (t: Words['t'], name: FilterName, value: { value: string; label: string }): string => {
  const key = valueWords[name]?.[value.value]
  return key ? t(key) : value.label
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

function Filters({ data, action }: { readonly data: SearchData; readonly action: string }) {
  const { t } = useWords()
  const { params, search, kind } = data
  const groups: FilterGroup[] = filterNames.flatMap((name) => {
    const facet = search.facets.find((one) => one.name === name)
    if (!facet || (name === 'kind' && kind)) return []
    const options = inOrder(name, facet.values).map((value) => ({ ...value, label: labelOf(t, name, value) }))
    return [
      {
        name,
        label: t(filterWords[name]),
        options,
        open: name === 'kind' || name === 'policyArea' || name === 'country',
      },
    ]
  })
  const hidden: [string, string][] = [
    ...(params.q ? ([['q', params.q]] as [string, string][]) : []),
    ...(params.sort === 'relevance' ? [] : ([['sort', params.sort]] as [string, string][])),
  ]
  return (
    <FilterPanel
      action={action}
      groups={groups}
      hidden={hidden}
      clearHref={`${action}${searchQuery(withoutFilters(params))}`}
    />
  )
}

function activeFilters({ params, search }: SearchData, action: string, t: Words['t']) {
  return filterNames.flatMap((name) =>
    (params.filters[name] ?? []).map((value) => {
      const values = search.facets.find((facet) => facet.name === name)?.values ?? []
      const known = values.find((one) => one.value === value) ?? { value, label: value }
      return {
        group: t(filterWords[name]),
        label: labelOf(t, name, known),
        href: `${action}${searchQuery(withoutValue(params, name, value))}`,
      }
    }),
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
          {t('search.dropped', { words: list(relaxed.droppedWords.map((word) => `“${word}”`)) })}
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
    href: href(`/cities/${point.city.slug}`),
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

function Results({ data, action }: { readonly data: SearchData; readonly action: string }) {
  const { t, locale } = useWords()
  const { params, search, pages, kind } = data
  if (search.edges.length === 0) return <NothingFound data={data} action={action} />
  const pageHref = (page: number) => `${action}${searchQuery({ ...params, page })}#results`
  const comparable = search.edges.some(({ node }) => node.kind === 'PRACTICE' || node.kind === 'CITY')
  return (
    <>
      <div className="result-list">
        {search.edges.map(({ node, snippet, snippetLanguage, reasons }) => (
          <EntryRow
            key={node.id}
            entry={node}
            level={3}
            withKind={kind === null}
            snippet={params.q && snippet.some((segment) => segment.match) ? snippet : undefined}
            snippetLang={foreignLang(locale, snippetLanguage)}
            reasons={reasonTexts(t, reasons)}
            compare={
              node.kind === 'PRACTICE' || node.kind === 'CITY'
                ? { value: node.id, form: 'compare' }
                : undefined
            }
          />
        ))}
      </div>
      {comparable ? <CompareTray id="compare" action="/compare" max={4} /> : null}
      <PageNumbers page={params.page} pages={pages} hrefOf={pageHref} />
    </>
  )
}

function NothingFound({
  data: { params, kind },
  action,
}: {
  readonly data: SearchData
  readonly action: string
}) {
  const { t, href } = useWords()
  const hasFilters = Object.values(params.filters).some((values) => (values ?? []).length > 0)
  const ways = [
    hasFilters ? (
      <a key="filters" href={`${action}${searchQuery(withoutFilters(params))}`}>
        {t('search.wayFilters')}
      </a>
    ) : null,
    params.q ? t('search.waySpelling') : null,
    params.q ? t('search.wayFewer') : null,
    kind ? (
      <a key="all" href={`${href('/search')}${searchQuery({ ...params, filters: {}, page: 1 })}`}>
        {t('search.wayAllKinds')}
      </a>
    ) : null,
    <a key="areas" href={href('/policy-areas')}>
      {t('search.wayAreas')}
    </a>,
  ].filter((way) => way !== null)
  return <EmptyState title={t('search.nothing')} ways={ways} level={3} />
}
