import { useWords } from '../i18n/use-words.tsx'
import { RemovableTag, type RemovableTagProps } from './tag.tsx'

export interface ActiveFiltersProps {
  readonly filters: readonly RemovableTagProps[]
  /** Address of the page without any filter. */
  readonly clearHref: string
}

/** What narrows the results right now, each removable on its own. */
export function ActiveFilters({ filters, clearHref }: ActiveFiltersProps) {
  const { t } = useWords()
  if (filters.length === 0) return null
  return (
    <section className="active-filters" aria-label={t('ui.activeFilters')}>
      <ul>
        {filters.map((filter) => (
          <li key={`${filter.group}:${filter.label}`}>
            <RemovableTag {...filter} />
          </li>
        ))}
        <li>
          <a className="clear-link" href={clearHref}>
            {t('ui.clearFilters')}
          </a>
        </li>
      </ul>
    </section>
  )
}
