import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { EntryFrame } from '../entry/entry-frame.tsx'
import { entryMeta } from '../entry/entry-meta.ts'
import { loadEntry } from '../entry/load-entry.server.ts'
import { NetworkPageQuery } from '../network/network.query.ts'
import { networkJsonLd } from '../network/network-json-ld.ts'
import { NetworkPageView } from '../network/network-page.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const { execute, locale } = args.context
  const { entry, reader } = await loadEntry(args, async (by) => (await execute(NetworkPageQuery, by)).network)
  return { locale, network: entry, reader }
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? entryMeta(data.locale, data.network, { reader: data.reader, more: networkJsonLd(data.network) }) : []

export default function Network() {
  const { network, reader } = useLoaderData<typeof loader>()
  return (
    <EntryFrame reader={reader}>
      <NetworkPageView network={network} />
    </EntryFrame>
  )
}
