import type { LoaderFunctionArgs } from '@remix-run/node'
import { asMember } from '../member/as-member.server.ts'
import { OwnDataQuery } from '../member/profile.query.ts'

/** Everything that is kept about the member who asks, as a file. */
export async function loader({ context }: LoaderFunctionArgs) {
  const { profile } = await asMember(context, '/account/data', () => context.execute(OwnDataQuery, {}))
  return new Response(profile.data, {
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Disposition': 'attachment; filename="hansa-my-data.json"',
      'Cache-Control': 'no-store, private',
    },
  })
}
