import { useWords } from '../i18n/use-words.tsx'

export interface PaginationProps {
  readonly previousHref?: string | undefined
  readonly nextHref?: string | undefined
  /** Which page this is, where it is known: 1-based. */
  readonly page?: { readonly number: number; readonly of: number } | undefined
}

/** Back and on through a list. Nothing when everything is on one page. */
export function Pagination({ previousHref, nextHref, page }: PaginationProps) {
  const { t, number } = useWords()
  if (!previousHref && !nextHref) return null
  return (
    <nav className="pagination" aria-label={t('ui.pagination')}>
      {previousHref ? (
        <a className="button button-secondary" href={previousHref} rel="prev">
          <span aria-hidden="true">←</span>
          {t('ui.previousPage')}
        </a>
      ) : (
        <span />
      )}
      {page ? (
        <p className="numeric">{t('ui.pageOf', { page: number(page.number), pages: number(page.of) })}</p>
      ) : null}
      {nextHref ? (
        <a className="button button-secondary" href={nextHref} rel="next">
          {t('ui.nextPage')}
          <span aria-hidden="true">→</span>
        </a>
      ) : (
        <span />
      )}
    </nav>
  )
}
