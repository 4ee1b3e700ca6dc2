import { useWords } from '../i18n/use-words.tsx'

export interface Crumb {
  readonly label: string
  /** Language of the label when it is not the page's. */
  readonly lang?: string | undefined
  /** Absent on the last one: the page itself. */
  readonly href?: string
}

/** Where the page stands, from the widest to itself. */
export function Breadcrumbs({ items }: { readonly items: readonly Crumb[] }) {
  const { t } = useWords()
  return (
    <nav className="breadcrumbs" aria-label={t('ui.breadcrumbs')}>
      <ol>
        {items.map((item) => (
          <li key={item.label}>
            {item.href ? (
              <a href={item.href} lang={item.lang}>
                {item.label}
              </a>
            ) : (
              <span aria-current="page" lang={item.lang}>
                {item.label}
              </span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  )
}
