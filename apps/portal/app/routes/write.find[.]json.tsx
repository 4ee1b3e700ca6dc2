import type { LoaderFunctionArgs } from '@remix-run/node'
import { problem } from '../api.server.ts'
import { findEntries, isKind } from '../writing/find.server.ts'

/** Entries that some words may mean, for the script that looks while one types. */
export async function loader({ context, request }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url)
  const kind = searchParams.get('kind') ?? ''
  if (!isKind(kind)) throw problem(400)
  const options = await findEntries(context, kind, searchParams.get('q') ?? '')
  return Response.json(options, { headers: { 'Cache-Control': 'no-store' } })
}
