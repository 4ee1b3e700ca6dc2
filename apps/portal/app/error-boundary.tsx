import { isRouteErrorResponse, useRouteError } from '@remix-run/react'
import { SignedOutPage } from './account/signed-out-page.tsx'
import type { Problem } from './api.server.ts'
import { ErrorPage, type ErrorPageKind } from './ui/error-page.tsx'

const kindOfStatus: Readonly<Record<number, ErrorPageKind>> = {
  400: 'badRequest',
  403: 'forbidden',
  404: 'notFound',
  405: 'badRequest',
  503: 'unavailable',
}

/** What a form said whose sender must sign in first; undefined for every other failure. */
function sentWith(error: unknown): Problem['sent'] {
  return isRouteErrorResponse(error) && error.status === 401 ? (error.data as Problem).sent : undefined
}

/** Which of the pages a thrown value becomes. */
export function errorKind(error: unknown): ErrorPageKind {
  return isRouteErrorResponse(error) ? (kindOfStatus[error.status] ?? 'broken') : 'broken'
}

/** Which words of `error` are the title of the page that a thrown value becomes. */
export function errorTitle(error: unknown): `${ErrorPageKind | 'signedOut'}Title` {
  return sentWith(error) ? 'signedOutTitle' : `${errorKind(error)}Title`
}

/** Turns whatever was thrown below into a page a person can read. */
export function BoundaryPage({ requestId }: { readonly requestId?: string | undefined }) {
  const error = useRouteError()
  const sent = sentWith(error)
  if (sent) return <SignedOutPage sent={sent} />
  const detail = isRouteErrorResponse(error) ? problemMessage(error.data) : undefined
  return <ErrorPage kind={errorKind(error)} requestId={requestId} detail={detail} />
}

function problemMessage(data: unknown): string | undefined {
  const { message } = (typeof data === 'object' && data !== null ? data : {}) as Partial<Problem>
  return typeof message === 'string' && message !== '' ? message : undefined
}
