import { isRouteErrorResponse, RemixServer } from '@remix-run/react'
import type { AppLoadContext, EntryContext } from '@remix-run/server-runtime'
import { renderToString } from 'react-dom/server'
import { EnhanceProvider } from './enhance-url.tsx'

/**
 * Renders the whole page at once: loaders are awaited, nothing streams, and no React is sent to the browser
 * (docs/decisions/030-no-hydration.md), so there is nothing to gain from a stream.
 */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  context: AppLoadContext,
): Response {
  const page = renderToString(
    <EnhanceProvider src={remixContext.manifest.entry.module} nonce={context.nonce}>
      <RemixServer context={{ ...remixContext, serverHandoffStream: undefined }} url={request.url} />
    </EnhanceProvider>,
  )
  headers.set('Content-Type', 'text/html; charset=utf-8')
  headers.set('Content-Language', context.locale)
  // The offer of another language follows the browser's, the theme and a choice of language are cookies.
  headers.append('Vary', 'Accept-Language, Cookie')
  if (status >= 400) headers.set('Cache-Control', 'no-store')
  return new Response(`<!doctype html>${page}`, { status, headers })
}

/** Logs what no page expected, with the id the page shows. */
export function handleError(
  error: unknown,
  { context, request }: { context: AppLoadContext; request: Request },
) {
  // A method or an address that no route answers is the visitor's affair and has its own page.
  if (request.signal.aborted || isRouteErrorResponse(error)) return
  const stack = error instanceof Error ? error.stack : String(error)
  const { pathname } = new URL(request.url)
  console.error(
    JSON.stringify({ level: 'error', requestId: context.requestId, path: pathname, message: stack }),
  )
}
