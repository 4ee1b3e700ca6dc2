import type { ReactNode } from 'react'
import { useWords } from '../i18n/use-words.tsx'

/** A word that classifies. Not a link and does not look like one. */
export function Tag({ children }: { readonly children: ReactNode }) {
  return <span className="tag">{children}</span>
}

/** Several of them. */
export function TagList({ tags }: { readonly tags: readonly ReactNode[] }) {
  if (tags.length === 0) return null
  return (
    <ul className="tag-list">
      {tags.map((tag, index) => (
        <li key={index}>
          <Tag>{tag}</Tag>
        </li>
      ))}
    </ul>
  )
}

export interface RemovableTagProps {
  readonly label: string
  /** Language of the label when it is not the page's. */
  readonly lang?: string | undefined
  /** The filter it belongs to, read out and shown before the label. */
  readonly group: string
  /** Address of the page without this filter. */
  readonly href: string
}

/** An active filter. Following it removes the filter. */
export function RemovableTag({ label, lang, group, href }: RemovableTagProps) {
  const { t } = useWords()
  return (
    <a className="removable-tag" href={href} aria-label={t('ui.removeFilter', { group, label })}>
      <span>
        <span className="quiet">{group}:</span> <span lang={lang}>{label}</span>
      </span>
      <svg width="10" height="10" viewBox="0 0 10 10" aria-hidden="true">
        <path d="m1 1 8 8M9 1 1 9" />
      </svg>
    </a>
  )
}
