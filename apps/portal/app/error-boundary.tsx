import { isRouteErrorResponse, useRouteError } from '@remix-run/react'
import type { Problem } from './api.server.ts'
import { ErrorPage, type ErrorPageKind } from './ui/error-page.tsx'

const kindOfStatus: Readonly<Record<number, ErrorPageKind>> = {
  400: 'badRequest',
  403: 'forbidden',
  404: 'notFound',
  405: 'badRequest',
  503: 'unavailable',
}

/** Which of the five pages a thrown value becomes. */
export function errorKind(error: unknown): ErrorPageKind {
  return isRouteErrorResponse(error) ? (kindOfStatus[error.status] ?? 'broken') : 'broken'
}

/** Turns whatever was thrown below into a page a person can read. */
export function BoundaryPage({ requestId }: { readonly requestId?: string | undefined }) {
  const error = useRouteError()
  const detail = isRouteErrorResponse(error) ? problemMessage(error.data) : undefined
  return <ErrorPage kind={errorKind(error)} requestId={requestId} detail={detail} />
}

function problemMessage(data: unknown): string | undefined {
  const { message } = (typeof data === 'object' && data !== null ? data : {}) as Partial<Problem>
  return typeof message === 'string' && message !== '' ? message : undefined
}
