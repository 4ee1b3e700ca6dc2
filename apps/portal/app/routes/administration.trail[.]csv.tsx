import type { LoaderFunctionArgs } from '@remix-run/node'
import { asMember } from '../member/as-member.server.ts'
import { TrailTableQuery } from '../people/people.query.ts'
import { trailFilter, trailParams } from '../people/trail.ts'

/** The audit trail, as far as the viewer may read it, as a table for spreadsheets. */
export async function loader({ context, request }: LoaderFunctionArgs) {
  const filter = trailFilter(trailParams(new URL(request.url)))
  const { auditTable } = await asMember(context, '/administration/trail', () =>
    context.execute(TrailTableQuery, { filter }),
  )
  return new Response(auditTable, {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': 'attachment; filename="hansa-audit-trail.csv"',
      'Cache-Control': 'no-store, private',
    },
  })
}
