import { useWords } from '../i18n/use-words.tsx'

export interface SectionNavItem {
  readonly id: string
  readonly label: string
}

/** "On this page": the words of its `h2`s. Nothing for fewer than three. */
export function SectionNav({ items }: { readonly items: readonly SectionNavItem[] }) {
  const { t } = useWords()
  if (items.length < 3) return null
  return (
    <nav className="section-nav" aria-labelledby="section-nav-title">
      <p id="section-nav-title">{t('ui.onThisPage')}</p>
      <ul>
        {items.map((item) => (
          <li key={item.id}>
            <a href={`#${item.id}`}>{item.label}</a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
