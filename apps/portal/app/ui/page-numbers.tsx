import { useWords } from '../i18n/use-words.tsx'

export interface PageNumbersProps {
  /** The page shown, from 1. */
  readonly page: number
  readonly pages: number
  readonly hrefOf: (page: number) => string
}

/** First, last and the pages around the one shown, with gaps between. Nothing for a single page. */
export function PageNumbers({ page, pages, hrefOf }: PageNumbersProps) {
  const { t, number } = useWords()
  if (pages < 2) return null
  return (
    <nav className="page-numbers" aria-label={t('ui.pagination')}>
      <ul>
        {page > 1 ? (
          <li>
            <a href={hrefOf(page - 1)} rel="prev">
              <span aria-hidden="true">← </span>
              {t('ui.previousPage')}
            </a>
          </li>
        ) : null}
        {shownPages(page, pages).map((shown) =>
          typeof shown === 'string' ? (
            <li key={shown} aria-hidden="true">
              …
            </li>
          ) : (
            <li key={shown}>
              <a href={hrefOf(shown)} aria-current={shown === page ? 'page' : undefined}>
                <span className="visually-hidden">{t('ui.page')} </span>
                <span className="numeric">{number(shown)}</span>
              </a>
            </li>
          ),
        )}
        {page < pages ? (
          <li>
            <a href={hrefOf(page + 1)} rel="next">
              {t('ui.nextPage')}
              <span aria-hidden="true"> →</span>
            </a>
          </li>
        ) : null}
      </ul>
    </nav>
  )
}

/** Which numbers are shown: the ends, the page and its neighbours; a named gap where some are left out. */
export function shownPages(page: number, pages: number): readonly (number | 'gap-before' | 'gap-after')[] {
  const near = [1, page - 1, page, page + 1, pages].filter((shown) => shown >= 1 && shown <= pages)
  const shown = [...new Set(near)].toSorted((a, b) => a - b)
  return shown.flatMap((current, index) => {
    const before = shown[index - 1]
    if (before === undefined || current - before === 1) return [current]
    // A gap of one page is shown as that page.
    if (current - before === 2) return [current - 1, current]
    return [current <= page ? ('gap-before' as const) : ('gap-after' as const), current]
  })
}
