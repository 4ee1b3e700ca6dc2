import { ConceptLinks } from '../entry/concept-links.tsx'
import { otherNames } from '../entry/entry-facts.tsx'
import { EntryLink, EntryLinks } from '../entry/entry-link.tsx'
import { Plain, Told } from '../entry/marked.tsx'
import { periodText } from '../entry/period.ts'
import { useWords } from '../i18n/use-words.tsx'
import { type SummaryItem, SummaryList } from '../ui/summary-list.tsx'
import type { EventPage } from './event.query.ts'

/** When and where, who organised it, who took part. */
export function EventGlance({ event }: { readonly event: EventPage }) {
  const { t, locale, date } = useWords()
  const { start, end, organiser, network, cities, policyAreas, website, alternativeNames } = event
  const time = useTimeOfDay(event)
  const items: readonly (SummaryItem | null)[] = [
    {
      term: t('event.when'),
      detail: end ? periodText(locale, { start, end }) : start ? date(start) : null,
    },
    time ? { term: t('event.time'), detail: time } : null,
    { term: t('event.where'), detail: event.venue || event.city ? <Where event={event} /> : null },
    event.format ? { term: t('event.format'), detail: <ConceptLinks concepts={[event.format]} /> } : null,
    organiser ? { term: t('event.organiser'), detail: <EntryLink entry={organiser} /> } : null,
    network ? { term: t('event.network'), detail: <EntryLink entry={network} /> } : null,
    cities.length > 0 ? { term: t('event.cities'), detail: <EntryLinks entries={cities} /> } : null,
    policyAreas.length > 0
      ? { term: t('event.policyAreas'), detail: <ConceptLinks concepts={policyAreas} filter="policyArea" /> }
      : null,
    website ? { term: t('event.website'), detail: <a href={website}>{website}</a> } : null,
    alternativeNames.length > 0
      ? { term: t('event.alsoKnownAs'), detail: otherNames(alternativeNames) }
      : null,
  ]
  return <SummaryList items={items.filter((item) => item !== null)} />
}

function Where({ event: { venue, city } }: { readonly event: EventPage }) {
  return (
    <>
      {venue ? (
        <p>
          <Plain>{venue}</Plain>
        </p>
      ) : null}
      {city ? (
        <p>
          <EntryLink entry={city} />
          {city.country ? (
            <span className="quiet">
              {' '}
              <Told text={city.country.title} />
            </span>
          ) : null}
        </p>
      ) : null}
    </>
  )
}

/** Local time of the venue, as the source has it. */
function useTimeOfDay({ startTime: from, endTime: until }: EventPage): string | null {
  const { t } = useWords()
  if (!from) return null
  return until ? t('event.timeFromTo', { from, until }) : t('event.timeFrom', { from })
}
