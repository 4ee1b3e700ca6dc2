import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { entryMeta } from '../entry/entry-meta.ts'
import { foundEntry } from '../entry/found-entry.server.ts'
import { NetworkPageQuery } from '../network/network.query.ts'
import { networkJsonLd } from '../network/network-json-ld.ts'
import { NetworkPageView } from '../network/network-page.tsx'

export async function loader({ context, params }: LoaderFunctionArgs) {
  const { network } = await context.execute(NetworkPageQuery, { slug: params.slug ?? '' })
  return { locale: context.locale, network: foundEntry(context, network, params.slug) }
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? entryMeta(data.locale, data.network, { more: networkJsonLd(data.network) }) : []

export default function Network() {
  const { network } = useLoaderData<typeof loader>()
  return <NetworkPageView network={network} />
}
