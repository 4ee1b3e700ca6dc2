import { type ReactNode, useId } from 'react'
import { useWords } from '../i18n/use-words.tsx'
import { Button } from './button.tsx'

export interface SearchFieldProps {
  /** Address of the results page; the field sends `?q=`. */
  readonly action: string
  readonly label: string
  readonly value?: string | undefined
  /** `hero` shows its label and is the main thing on the page; `compact` lies in the header. */
  readonly size: 'hero' | 'compact'
  readonly hint?: string | undefined
  /** Further fields of the same form, such as a city picker; they stand beside the words where there is room. */
  readonly children?: ReactNode
}

/** A search box that is a plain GET form. */
export function SearchField({ action, label, value, size, hint, children }: SearchFieldProps) {
  const { t } = useWords()
  const id = useId()
  const hintId = hint ? `${id}-hint` : undefined
  return (
    <search>
      <form
        className={`search-field search-field-${size}${children ? ' search-field-wide' : ''}`}
        action={action}
        method="get"
        data-enhance="tidy"
      >
        <div className="search-field-query">
          <label className={size === 'compact' ? 'visually-hidden' : undefined} htmlFor={id}>
            {label}
          </label>
          <input
            id={id}
            type="search"
            name="q"
            defaultValue={value}
            aria-describedby={hintId}
            autoComplete="off"
            spellCheck={false}
          />
        </div>
        {children}
        <Button>{t('ui.search')}</Button>
        {hint ? (
          <p className="hint" id={hintId}>
            {hint}
          </p>
        ) : null}
      </form>
    </search>
  )
}
