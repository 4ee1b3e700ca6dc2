import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { CountryPageQuery } from '../country/country.query.ts'
import { countryJsonLd } from '../country/country-json-ld.ts'
import { CountryPageView } from '../country/country-page.tsx'
import { entryMeta } from '../entry/entry-meta.ts'
import { foundEntry } from '../entry/found-entry.server.ts'

export async function loader({ context, params }: LoaderFunctionArgs) {
  const { country } = await context.execute(CountryPageQuery, { slug: params.slug ?? '' })
  return { locale: context.locale, country: foundEntry(context, country, params.slug) }
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? entryMeta(data.locale, data.country, { more: countryJsonLd(data.country) }) : []

export default function Country() {
  const { country } = useLoaderData<typeof loader>()
  return <CountryPageView country={country} />
}
