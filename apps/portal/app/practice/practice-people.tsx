import { WebLink } from '../entry/entry-facts.tsx'
import { EntryLink, EntryLinks } from '../entry/entry-link.tsx'
import { Name, Plain, Told } from '../entry/marked.tsx'
import { useWords } from '../i18n/use-words.tsx'
import { type SummaryItem, SummaryList } from '../ui/summary-list.tsx'
import type { PracticePage } from './practice.fields.ts'

type Contacted = NonNullable<PracticePage['contact']>

/** Whom to ask: the contact its sources name, the organisation that leads it, its city, its partners, what they offer. */
export function PracticePeople({ practice }: { readonly practice: PracticePage }) {
  const { t } = useWords()
  const { partners, offers } = practice
  return (
    <>
      {practice.contact ? null : <p>{t('practice.noContact')}</p>}
      <SummaryList items={useContacts(practice)} />
      {offers.length > 0 ? (
        <>
          <h3>{t('practice.offers')}</h3>
          <Offers offers={offers} />
        </>
      ) : null}
      {partners.length > 0 ? (
        <>
          <h3>{t('practice.partners')}</h3>
          <ul className="plain-list">
            {partners.map(({ organisation, role }) => (
              <li key={organisation.id}>
                <EntryLink entry={organisation} />
                {role ? (
                  <span className="quiet">
                    , <Plain>{role}</Plain>
                  </span>
                ) : null}
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </>
  )
}

/** The lines of who can be asked; only what is stated. */
function useContacts(practice: PracticePage): readonly SummaryItem[] {
  const { t } = useWords()
  const { contact, leadOrganisation, city, furtherCities, networks } = practice
  const items: readonly SummaryItem[] = [
    {
      term: t('practice.contact'),
      detail: contact?.organisation || contact?.role ? <Contact contact={contact} /> : undefined,
    },
    {
      term: t('practice.contactPage'),
      detail: contact?.url ? <WebLink url={contact.url} /> : undefined,
    },
    {
      term: t('practice.lead'),
      detail: leadOrganisation ? <EntryLink entry={leadOrganisation} /> : undefined,
    },
    { term: t('practice.city'), detail: city ? <EntryLink entry={city} /> : undefined },
    {
      term: t('practice.furtherCities'),
      detail: furtherCities.length > 0 ? <EntryLinks entries={furtherCities} /> : undefined,
    },
    {
      term: t('practice.networks'),
      detail: networks.length > 0 ? <EntryLinks entries={networks} /> : undefined,
    },
  ]
  return items.filter(({ detail }) => detail)
}

function Contact({ contact: { organisation, role } }: { readonly contact: Contacted }) {
  return (
    <>
      {organisation ? <Name>{organisation}</Name> : null}
      {organisation && role ? ', ' : null}
      {role ? <Plain>{role}</Plain> : null}
    </>
  )
}

function Offers({ offers }: { readonly offers: PracticePage['offers'] }) {
  const { t, list, language } = useWords()
  return (
    <ul className="plain-list">
      {offers.map(({ format, capacityPerYear, languages }) => (
        <li key={format?.id ?? ''}>
          {format ? <Told text={format.label} /> : null}
          {capacityPerYear ? `, ${t('practice.perYear', { count: capacityPerYear })}` : null}
          {languages.length > 0 ? ` (${list(languages.map(language))})` : null}
        </li>
      ))}
    </ul>
  )
}
