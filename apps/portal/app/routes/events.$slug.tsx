import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { entryMeta } from '../entry/entry-meta.ts'
import { foundEntry } from '../entry/found-entry.server.ts'
import { EventPageQuery } from '../event/event.query.ts'
import { eventJsonLd } from '../event/event-json-ld.ts'
import { EventPageView } from '../event/event-page.tsx'

export async function loader({ context, params }: LoaderFunctionArgs) {
  const { event } = await context.execute(EventPageQuery, { slug: params.slug ?? '' })
  return { locale: context.locale, event: foundEntry(context, event, params.slug) }
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? entryMeta(data.locale, data.event, { more: eventJsonLd(data.event) }) : []

export default function Event() {
  const { event } = useLoaderData<typeof loader>()
  return <EventPageView event={event} />
}
