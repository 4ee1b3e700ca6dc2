import { comparisonReasons } from '../comparable/comparison-reasons.ts'
import type { EntryInList } from '../entry/entry-row.fields.ts'
import { EntryRow } from '../entry/entry-row.tsx'
import { foreignLang } from '../i18n/locale.ts'
import { useWords } from '../i18n/use-words.tsx'
import { CompareTray } from '../ui/compare-tray.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import type { Segment } from '../ui/highlighted.tsx'
import { PageNumbers } from '../ui/page-numbers.tsx'
import type { SearchData } from './load-search.server.ts'
import { reasonTexts } from './reason-words.ts'
import { searchQuery, withoutFilters } from './search-params.ts'

/** The rows of a page of results, with what can be done with them; or, without any, ways on. */
export function SearchResults({ data, action }: { readonly data: SearchData; readonly action: string }) {
  const words = useWords()
  const { t, locale, href } = words
  const { params, search, pages, kind, near } = data
  if (search.edges.length === 0) return <NothingFound data={data} action={action} />
  const pageHref = (page: number) => `${action}${searchQuery({ ...params, page })}#results`
  const comparable = search.edges.some(({ node }) => node.kind === 'PRACTICE' || node.kind === 'CITY')
  return (
    <>
      <div className="result-list">
        {search.edges.map(({ node, snippet, snippetLanguage, reasons, comparison }) => (
          <EntryRow
            key={node.id}
            entry={node}
            level={3}
            withKind={kind === null}
            snippet={params.q && saysMore(node, snippet) ? snippet : undefined}
            // A name or an address it was found in is in no language we know.
            snippetLang={snippetLanguage === null ? '' : foreignLang(locale, snippetLanguage)}
            reasons={[
              ...(near.city && comparison ? comparisonReasons(words, near.city, comparison) : []),
              ...reasonTexts(t, reasons),
            ]}
            compare={
              node.kind === 'PRACTICE' || node.kind === 'CITY'
                ? { value: node.id, form: 'compare' }
                : undefined
            }
          />
        ))}
      </div>
      {comparable ? <CompareTray id="compare" action={href('/compare')} max={4} /> : null}
      <PageNumbers page={params.page} pages={pages} hrefOf={pageHref} />
    </>
  )
}

/** Whether a snippet shows what was searched for and tells more than the row says anyway. */
function saysMore(node: EntryInList, snippet: readonly Segment[]): boolean {
  const shown =
    (node.__typename === 'Practice' ? node.strapline?.value : undefined) ?? node.summary?.value ?? ''
  const text = snippet
    .map((segment) => segment.text)
    .join('')
    .replace(/^…|…$/g, '')
    .trim()
  return snippet.some((segment) => segment.match) && !shown.includes(text) && !node.title.value.includes(text)
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
