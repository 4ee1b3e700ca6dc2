import { EntryHeading } from '../entry/entry-heading.tsx'
import { EntryNote } from '../entry/entry-note.tsx'
import { EntryProse } from '../entry/entry-prose.tsx'
import { useEndSections } from '../entry/entry-record.tsx'
import { ContentLanguage, Told } from '../entry/marked.tsx'
import { PageSections } from '../entry/page-sections.tsx'
import { periodText } from '../entry/period.ts'
import { useWords } from '../i18n/use-words.tsx'
import { LocatorMap } from '../ui/map/locator-map.tsx'
import type { EventPage } from './event.query.ts'
import { EventAgenda } from './event-agenda.tsx'
import { EventGlance } from './event-glance.tsx'

/** The page of an event: when, where, who, and what was on the agenda. */
export function EventPageView({ event }: { readonly event: EventPage }) {
  const { t, locale, href, date } = useWords()
  const { title, summary, format, city, start, end, agenda } = event
  const facts = [
    format ? <Told key="format" text={format.label} /> : undefined,
    city ? <Told key="city" text={city.title} /> : undefined,
    end ? periodText(locale, { start, end }) : start ? date(start) : undefined,
  ]
  const { latitude = null, longitude = null } = city ?? {}
  const sections = [
    { id: 'glance', title: t('event.glance'), content: <EventGlance event={event} /> },
    { id: 'agenda', title: t('event.agenda'), content: agenda.length > 0 && <EventAgenda agenda={agenda} /> },
  ]
  return (
    <ContentLanguage of={event}>
      <article>
        <div className="place-head">
          <div>
            <EntryHeading
              entry={event}
              trail={[{ label: t('list.event'), href: href('/events') }]}
              facts={facts}
            >
              {summary ? <EntryProse text={summary} title={title} /> : null}
            </EntryHeading>
          </div>
          {latitude === null || longitude === null ? null : (
            <LocatorMap title={t('event.locator')} place={{ latitude, longitude }} />
          )}
        </div>
        <EntryNote entry={event} />
        <PageSections sections={[...sections, ...useEndSections(event)]} />
      </article>
    </ContentLanguage>
  )
}
