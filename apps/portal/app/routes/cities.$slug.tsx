import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { CityPageQuery } from '../city/city.query.ts'
import { cityJsonLd } from '../city/city-json-ld.ts'
import { CityPageView } from '../city/city-page.tsx'
import { EntryFrame } from '../entry/entry-frame.tsx'
import { entryMeta } from '../entry/entry-meta.ts'
import { loadEntry } from '../entry/load-entry.server.ts'

export async function loader(args: LoaderFunctionArgs) {
  const { execute, locale } = args.context
  const { entry, reader } = await loadEntry(args, async (by) => (await execute(CityPageQuery, by)).city)
  return { locale, city: entry, reader }
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? entryMeta(data.locale, data.city, { reader: data.reader, more: cityJsonLd(data.city) }) : []

export default function City() {
  const { city, reader } = useLoaderData<typeof loader>()
  return (
    <EntryFrame reader={reader}>
      <CityPageView city={city} />
    </EntryFrame>
  )
}
