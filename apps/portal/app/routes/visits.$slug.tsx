import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { entryMeta } from '../entry/entry-meta.ts'
import { foundEntry } from '../entry/found-entry.server.ts'
import { VisitPageQuery } from '../visit/visit.query.ts'
import { visitJsonLd } from '../visit/visit-json-ld.ts'
import { VisitPageView } from '../visit/visit-page.tsx'

export async function loader({ context, params }: LoaderFunctionArgs) {
  const { visit } = await context.execute(VisitPageQuery, { slug: params.slug ?? '' })
  return { locale: context.locale, visit: foundEntry(context, visit, params.slug) }
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? entryMeta(data.locale, data.visit, { more: visitJsonLd(data.visit) }) : []

export default function Visit() {
  const { visit } = useLoaderData<typeof loader>()
  return <VisitPageView visit={visit} />
}
