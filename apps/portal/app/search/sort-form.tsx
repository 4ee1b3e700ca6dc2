import { useId } from 'react'
import type { WordKey } from '../i18n/catalogue.ts'
import { useWords } from '../i18n/use-words.tsx'
import { Button } from '../ui/button.tsx'
import { filterNames, type SearchParams, type Sort, sorts } from './search-params.ts'

const sortWords = {
  relevance: 'search.sortRelevance',
  evidence: 'search.sortEvidence',
  newest: 'search.sortNewest',
  year: 'search.sortYear',
  title: 'search.sortTitle',
  population: 'search.sortPopulation',
} as const satisfies Record<Sort, WordKey>

interface Props {
  readonly action: string
  readonly params: SearchParams
  /** Whether ordering by population makes sense here. */
  readonly withPopulation: boolean
}

/** Chooses the order of results; a form of its own, so that it works without the script. */
export function SortForm({ action, params, withPopulation }: Props) {
  const { t } = useWords()
  const id = useId()
  return (
    <form className="sort-form" action={action} method="get" data-enhance="tidy">
      {params.q ? <input type="hidden" name="q" value={params.q} /> : null}
      {params.near ? <input type="hidden" name="near" value={params.near} /> : null}
      {filterNames.flatMap((name) =>
        (params.filters[name] ?? []).map((value) => (
          <input key={`${name}=${value}`} type="hidden" name={name} value={value} />
        )),
      )}
      <label htmlFor={id}>{t('search.sort')}</label>
      <select id={id} name="sort" defaultValue={params.sort}>
        {sorts
          .filter((sort) => sort !== 'population' || withPopulation)
          .map((sort) => (
            <option key={sort} value={sort}>
              {t(sortWords[sort])}
            </option>
          ))}
      </select>
      <Button look="quiet">{t('search.sortApply')}</Button>
    </form>
  )
}
