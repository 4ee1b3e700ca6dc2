import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { entryMeta } from '../entry/entry-meta.ts'
import { foundEntry } from '../entry/found-entry.server.ts'
import { FrameworkPageQuery } from '../framework/framework.query.ts'
import { frameworkJsonLd } from '../framework/framework-json-ld.ts'
import { FrameworkPageView } from '../framework/framework-page.tsx'

export async function loader({ context, params }: LoaderFunctionArgs) {
  const { framework } = await context.execute(FrameworkPageQuery, { slug: params.slug ?? '' })
  return { locale: context.locale, framework: foundEntry(context, framework, params.slug) }
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? entryMeta(data.locale, data.framework, { more: frameworkJsonLd(data.framework) }) : []

export default function Framework() {
  const { framework } = useLoaderData<typeof loader>()
  return <FrameworkPageView framework={framework} />
}
