import { ConceptLinks } from '../entry/concept-links.tsx'
import { EntryLink } from '../entry/entry-link.tsx'
import { Name, Plain, Told } from '../entry/marked.tsx'
import { periodText } from '../entry/period.ts'
import { useWords } from '../i18n/use-words.tsx'
import { type SummaryItem, SummaryList } from '../ui/summary-list.tsx'
import type { VisitPage } from './visit.query.ts'

/** Who visited whom, when, in which format and under whose roof. */
export function VisitGlance({ visit }: { readonly visit: VisitPage }) {
  const { t, locale, date } = useWords()
  const { hostCity, hostCountry, hostName, peerCities, peerNames, start, end, network, framework } = visit
  const hasGuests = peerCities.length + peerNames.length > 0
  const items: readonly (SummaryItem | null)[] = [
    {
      term: t('visit.host'),
      detail: hostCity ? (
        <CityLine city={hostCity} />
      ) : hostCountry ? (
        <EntryLink entry={hostCountry} />
      ) : (
        hostName && <Name>{hostName}</Name>
      ),
    },
    { term: t('visit.guests'), detail: hasGuests ? <Guests visit={visit} /> : null },
    {
      term: t('visit.when'),
      detail: end ? periodText(locale, { start, end }) : start ? date(start) : null,
    },
    visit.format ? { term: t('visit.format'), detail: <ConceptLinks concepts={[visit.format]} /> } : null,
    visit.programme ? { term: t('visit.programme'), detail: <Plain>{visit.programme}</Plain> } : null,
    network ? { term: t('visit.network'), detail: <EntryLink entry={network} /> } : null,
    framework ? { term: t('visit.framework'), detail: <EntryLink entry={framework} /> } : null,
    visit.policyAreas.length > 0
      ? {
          term: t('visit.policyAreas'),
          detail: <ConceptLinks concepts={visit.policyAreas} filter="policyArea" />,
        }
      : null,
  ]
  return <SummaryList items={items.filter((item) => item !== null)} />
}

function Guests({ visit: { peerCities, peerNames } }: { readonly visit: VisitPage }) {
  return (
    <ul>
      {peerCities.map((city) => (
        <li key={city.id}>
          <CityLine city={city} />
        </li>
      ))}
      {peerNames.map((name) => (
        <li key={name}>
          <Name>{name}</Name>
        </li>
      ))}
    </ul>
  )
}

function CityLine({ city }: { readonly city: VisitPage['peerCities'][number] }) {
  return (
    <>
      <EntryLink entry={city} />
      {city.country ? (
        <span className="quiet">
          {' '}
          <Told text={city.country.title} />
        </span>
      ) : null}
    </>
  )
}
