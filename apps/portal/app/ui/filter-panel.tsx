import { useWords } from '../i18n/use-words.tsx'
import { Button, ButtonLink } from './button.tsx'

export interface FilterOption {
  readonly value: string
  readonly label: string
  readonly count?: number | undefined
  readonly selected: boolean
  /** Language of the label when it is not the page's. */
  readonly lang?: string | undefined
}

export interface FilterGroup {
  /** Query parameter, repeated per value. */
  readonly name: string
  readonly label: string
  /** In the order in which they are offered; those beyond the first may be missing, chosen ones never are. */
  readonly options: readonly FilterOption[]
  /** How many options there are, given or not. */
  readonly count: number
  /** Offers all options, not only the first. */
  readonly isWhole?: boolean
  /** Open at first sight; groups with a selection are open anyway. */
  readonly open?: boolean
}

export interface FilterPanelProps {
  readonly action: string
  readonly groups: readonly FilterGroup[]
  /** What the form must carry on, such as the words searched for: `[name, value]`. */
  readonly hidden: readonly (readonly [string, string])[]
  readonly clearHref: string
}

/** How many options of a group are shown before "more". */
export const optionsAtFirst = 8

/** Filters as a plain GET form; every filter a repeated parameter. Apply comes after the options. */
export function FilterPanel({ action, groups, hidden, clearHref }: FilterPanelProps) {
  const { t } = useWords()
  const selected = groups.flatMap((group) => group.options).filter((option) => option.selected).length
  return (
    <form
      className="filter-panel"
      action={action}
      method="get"
      data-enhance="tidy"
      aria-label={t('ui.filters')}
    >
      {/* The first button of a form is the one that Enter presses: it must not be one that shows more. */}
      <button type="submit" hidden />
      {hidden.map(([name, value]) => (
        <input key={`${name}=${value}`} type="hidden" name={name} value={value} />
      ))}
      <details open data-enhance="panel">
        <summary className="filter-toggle">{t('ui.filterToggle', { count: selected })}</summary>
        {groups
          .filter((group) => group.options.length > 0)
          .map((group) => (
            <Group key={group.name} group={group} action={action} />
          ))}
        <div className="filter-actions">
          <Button>{t('ui.applyFilters')}</Button>
          {selected > 0 ? (
            <ButtonLink href={clearHref} look="quiet">
              {t('ui.clearFilters')}
            </ButtonLink>
          ) : null}
        </div>
      </details>
    </form>
  )
}

function Group({ group, action }: { readonly group: FilterGroup; readonly action: string }) {
  const { t, number } = useWords()
  const selected = group.options.filter((option) => option.selected).length
  // What is chosen is never behind "more".
  const shown = group.options.filter(
    (option, index) => group.isWhole || option.selected || index < optionsAtFirst,
  )
  const rest = group.count - shown.length
  const id = `filter-${group.name}`
  return (
    <details className="filter-group" id={id} open={group.open === true || selected > 0}>
      <summary>
        <span>{group.label}</span>
        {selected > 0 ? (
          <span className="filter-selected">{t('ui.selected', { count: selected })}</span>
        ) : null}
      </summary>
      <fieldset>
        <legend className="visually-hidden">{group.label}</legend>
        <Options name={group.name} options={shown} />
        {rest > 0 && !group.isWhole ? (
          // A button of the form and no link: what is ticked by then is not lost.
          <button
            type="submit"
            className="filter-more"
            name="more"
            value={group.name}
            formAction={`${action}#${id}`}
          >
            {t('ui.moreOptions', { count: number(rest) })}
            <span className="visually-hidden">: {group.label}</span>
          </button>
        ) : null}
      </fieldset>
    </details>
  )
}

function Options({ name, options }: { readonly name: string; readonly options: readonly FilterOption[] }) {
  const { number } = useWords()
  return (
    <ul>
      {options.map((option) => (
        <li key={option.value}>
          <label className="filter-option">
            <input type="checkbox" name={name} value={option.value} defaultChecked={option.selected} />
            <span lang={option.lang}>{option.label}</span>
            {option.count === undefined ? null : (
              <span className="filter-count numeric">{number(option.count)}</span>
            )}
          </label>
        </li>
      ))}
    </ul>
  )
}
