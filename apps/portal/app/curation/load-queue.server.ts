import { redirect } from '@remix-run/node'
import type { PortalContext } from '../context.ts'
import { href } from '../i18n/locale.ts'
import { asMember } from '../member/as-member.server.ts'
import { DirectoryChoicesQuery } from '../member/directory.query.ts'
import { OwnNetworksQuery, QueueQuery, RolesQuery } from './queue.query.ts'
import { daysSince, queueFilter, queueParams } from './queue-params.ts'

/** A network whose entries the viewer curates. */
export interface CuratedNetwork {
  readonly id: string
  readonly title: string
}

/** The networks the viewer curates; where she curates none herself, as an administrator does, all there are. */
export async function curatedNetworks(context: PortalContext): Promise<readonly CuratedNetwork[]> {
  const { profile } = await context.execute(OwnNetworksQuery, {})
  const own = profile.affiliations.flatMap(({ function: role, confirmedAt, entry }) =>
    role === 'CURATOR' && confirmedAt && entry ? [{ id: entry.id, title: entry.title.value }] : [],
  )
  if (own.length > 0) return own
  const { networks } = await context.executeShared(DirectoryChoicesQuery, {})
  return networks.nodes.map(({ id, title }) => ({ id, title: title.value }))
}

/** The queue as an address asks for it; who reviews and curates nothing is led to her reviews. */
export async function loadQueue(context: PortalContext, request: Request) {
  const url = new URL(request.url)
  const params = queueParams(url)
  const roles = await asMember(context, `${url.pathname}${url.search}`, () => context.execute(RolesQuery, {}))
  if (!roles.curates && roles.ownReviews.length > 0)
    throw redirect(href(context.locale, '/curation/reviews'), 303)
  const variables = {
    filter: queueFilter(params),
    network: params.network || null,
    after: params.after || null,
  }
  const { curationFigures, curationQueue } = await context.execute(QueueQuery, variables)
  const rows = curationQueue.nodes.map((row) => ({ ...row, days: daysSince(row.since, context.now) }))
  const { totalCount, pageInfo } = curationQueue
  const networks = await curatedNetworks(context)
  return { params, figures: curationFigures, rows, totalCount, pageInfo, networks }
}

export type QueueRow = Awaited<ReturnType<typeof loadQueue>>['rows'][number]
