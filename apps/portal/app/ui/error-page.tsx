import { useWords } from '../i18n/use-words.tsx'
import { RouteDevice } from './route-device.tsx'

export type ErrorPageKind = 'badRequest' | 'forbidden' | 'notFound' | 'unavailable' | 'broken'

export interface ErrorPageProps {
  readonly kind: ErrorPageKind
  /** What exactly was wrong with the request, in a sentence that is safe to show. */
  readonly detail?: string | undefined
  /** Shown for unexpected failures, to be quoted in a message to us. */
  readonly requestId?: string | undefined
}

/** What happened, whose turn it is, and a way on. */
export function ErrorPage({ kind, detail, requestId }: ErrorPageProps) {
  const { t, href } = useWords()
  return (
    <article className="error-page">
      <RouteDevice broken />
      <h1>{t(`error.${kind}Title`)}</h1>
      <p className="lede">{t(`error.${kind}Text`)}</p>
      {detail ? <p>{t('error.detail', { detail })}</p> : null}
      {kind === 'broken' && requestId ? <p>{t('error.requestId', { id: requestId })}</p> : null}
      <ul className="plain-list">
        <li>
          <a href={href('/search')}>{t('error.toSearch')}</a>
        </li>
        <li>
          <a href={href('/')}>{t('error.toHome')}</a>
        </li>
      </ul>
    </article>
  )
}
