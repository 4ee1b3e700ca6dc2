import { foreignLang } from '../i18n/locale.ts'
import { useWords } from '../i18n/use-words.tsx'
import { type FilterGroup, FilterPanel } from '../ui/filter-panel.tsx'
import type { RemovableTagProps } from '../ui/tag.tsx'
import { filterWords, inOrder, valueWords } from './facet-words.ts'
import type { SearchData } from './load-search.server.ts'
import { type FilterName, filterNames, searchQuery, withoutFilters, withoutValue } from './search-params.ts'

type Words = ReturnType<typeof useWords>

const labelOf = (t: Words['t'], name: FilterName, value: { value: string; label: string }): string => {
  // A value is what somebody wrote into an address, `toString` for one.
  const words = valueWords[name] ?? {}
  const key = Object.hasOwn(words, value.value) ? words[value.value] : undefined
  return key ? t(key) : value.label
}

/** What results can be narrowed by, from the facets of all hits. */
export function SearchFilters({ data, action }: { readonly data: SearchData; readonly action: string }) {
  const { t, locale } = useWords()
  const { params, search, kind } = data
  const groups: FilterGroup[] = filterNames.flatMap((name) => {
    const facet = search.facets.find((one) => one.name === name)
    if (!facet || (name === 'kind' && kind)) return []
    const options = inOrder(name, facet.values).map((value) => ({
      ...value,
      label: labelOf(t, name, value),
      lang: foreignLang(locale, value.language),
    }))
    const isWhole = params.more.includes(name)
    return [
      {
        name,
        label: t(filterWords[name]),
        options,
        count: facet.valueCount,
        isWhole,
        open: isWhole || name === 'kind' || name === 'policyArea' || name === 'country',
      },
    ]
  })
  const hidden: [string, string][] = [
    ...(params.q ? ([['q', params.q]] as [string, string][]) : []),
    ...(params.near ? ([['near', params.near]] as [string, string][]) : []),
    ...(params.sort === 'relevance' ? [] : ([['sort', params.sort]] as [string, string][])),
    ...params.more.map((name): [string, string] => ['more', name]),
    ...(params.map ? ([['map', 'open']] as [string, string][]) : []),
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

/** What narrows the results now, each with the address without it. */
export function activeFilters(
  { params, search }: SearchData,
  action: string,
  { t, locale }: Pick<Words, 't' | 'locale'>,
): RemovableTagProps[] {
  return filterNames.flatMap((name) =>
    (params.filters[name] ?? []).map((value) => {
      const values = search.facets.find((facet) => facet.name === name)?.values ?? []
      const known = values.find((one) => one.value === value) ?? { value, label: value, language: null }
      return {
        group: t(filterWords[name]),
        label: labelOf(t, name, known),
        lang: foreignLang(locale, known.language),
        href: `${action}${searchQuery(withoutValue(params, name, value))}`,
      }
    }),
  )
}
