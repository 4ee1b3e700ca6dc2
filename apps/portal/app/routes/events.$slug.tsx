import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { EntryFrame } from '../entry/entry-frame.tsx'
import { entryMeta } from '../entry/entry-meta.ts'
import { loadEntry } from '../entry/load-entry.server.ts'
import { EventPageQuery } from '../event/event.query.ts'
import { eventJsonLd } from '../event/event-json-ld.ts'
import { EventPageView } from '../event/event-page.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const { execute, locale } = args.context
  const { entry, reader } = await loadEntry(args, async (by) => (await execute(EventPageQuery, by)).event)
  return { locale, event: entry, reader }
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? entryMeta(data.locale, data.event, { reader: data.reader, more: eventJsonLd(data.event) }) : []

export default function Event() {
  const { event, reader } = useLoaderData<typeof loader>()
  return (
    <EntryFrame reader={reader}>
      <EventPageView event={event} />
    </EntryFrame>
  )
}
