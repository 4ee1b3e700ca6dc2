import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { CityPageQuery } from '../city/city.query.ts'
import { cityJsonLd } from '../city/city-json-ld.ts'
import { CityPageView } from '../city/city-page.tsx'
import { entryMeta } from '../entry/entry-meta.ts'
import { foundEntry } from '../entry/found-entry.server.ts'

export async function loader({ context, params }: LoaderFunctionArgs) {
  const { city } = await context.execute(CityPageQuery, { slug: params.slug ?? '' })
  return { locale: context.locale, city: foundEntry(context, city, params.slug) }
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? entryMeta(data.locale, data.city, { more: cityJsonLd(data.city) }) : []

export default function City() {
  const { city } = useLoaderData<typeof loader>()
  return <CityPageView city={city} />
}
