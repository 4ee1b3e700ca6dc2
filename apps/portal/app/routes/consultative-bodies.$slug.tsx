import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { ConsultativeBodyPageQuery } from '../consultative-body/consultative-body.query.ts'
import { consultativeBodyJsonLd } from '../consultative-body/consultative-body-json-ld.ts'
import { ConsultativeBodyPageView } from '../consultative-body/consultative-body-page.tsx'
import { entryMeta } from '../entry/entry-meta.ts'
import { foundEntry } from '../entry/found-entry.server.ts'

export async function loader({ context, params }: LoaderFunctionArgs) {
  const { consultativeBody } = await context.execute(ConsultativeBodyPageQuery, { slug: params.slug ?? '' })
  return { locale: context.locale, consultativeBody: foundEntry(context, consultativeBody, params.slug) }
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data
    ? entryMeta(data.locale, data.consultativeBody, { more: consultativeBodyJsonLd(data.consultativeBody) })
    : []

export default function ConsultativeBody() {
  const { consultativeBody } = useLoaderData<typeof loader>()
  return <ConsultativeBodyPageView consultativeBody={consultativeBody} />
}
