import type { ReactNode } from 'react'
import type { WordKey } from '../i18n/catalogue.ts'
import { useWords } from '../i18n/use-words.tsx'

export interface SectionNavProps {
  /** What the pages have in common. */
  readonly label: string
  readonly pages: readonly { readonly path: string; readonly word: WordKey }[]
  /** Path of the page shown. */
  readonly here?: string | undefined
  /** More of the list. */
  readonly children?: ReactNode
}

/** Pages that belong together, named on each of them. */
export function SectionNav({ label, pages, here, children }: SectionNavProps) {
  const { t, href } = useWords()
  return (
    <nav className="pages-nav" aria-label={label}>
      <ul>
        {pages.map(({ path, word }) => (
          <li key={path}>
            <a href={href(path)} aria-current={path === here ? 'page' : undefined}>
              {t(word)}
            </a>
          </li>
        ))}
        {children}
      </ul>
    </nav>
  )
}
