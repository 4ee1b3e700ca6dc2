import { type Entries, EntryConnection } from '../entry/entry-connection.tsx'
import { StatedFacts, useNameFacts, WebLink } from '../entry/entry-facts.tsx'
import { EntryLink } from '../entry/entry-link.tsx'
import { EntryProse } from '../entry/entry-prose.tsx'
import { useEndSections } from '../entry/entry-record.tsx'
import { EntryList } from '../entry/entry-row.tsx'
import { Name, Told } from '../entry/marked.tsx'
import type { PageSection } from '../entry/page-sections.tsx'
import { periodText } from '../entry/period.ts'
import { useWords } from '../i18n/use-words.tsx'
import type { OrganisationPage } from './organisation.fields.ts'

/** What is known of an organisation, and everything in the registry that it leads, runs or takes part in. */
export function useOrganisationSections(organisation: OrganisationPage): readonly PageSection[] {
  const { t } = useWords()
  const { memberships, frameworks, events, resources, commitments } = organisation
  const names = useNameFacts(organisation)
  return [
    {
      id: 'about',
      title: t('organisation.about'),
      content: isDescribed(organisation) && <About organisation={organisation} names={names} />,
    },
    group('practices-led', t('organisation.practicesLed'), organisation.practicesLed),
    group('practices-partnered', t('organisation.practicesPartnered'), organisation.practicesPartnered),
    group('projects-led', t('organisation.projectsLed'), organisation.projectsLed),
    group('projects-partnered', t('organisation.projectsPartnered'), organisation.projectsPartnered),
    group('networks-run', t('organisation.networksRun'), organisation.networksRun),
    {
      id: 'memberships',
      title: t('organisation.memberships'),
      content: memberships.length > 0 && <Memberships memberships={memberships} />,
    },
    {
      id: 'commitments',
      title: t('organisation.commitments'),
      content: commitments.length > 0 && <Commitments commitments={commitments} />,
    },
    {
      id: 'published',
      title: t('organisation.published'),
      content: frameworks.totalCount + events.totalCount + resources.totalCount > 0 && (
        <EntryList entries={[...frameworks.nodes, ...resources.nodes, ...events.nodes]} withKind />
      ),
    },
    ...useEndSections(organisation),
  ]
}

function isDescribed({
  summary,
  acronym,
  website,
  alternativeNames,
  identifiers,
}: OrganisationPage): boolean {
  return Boolean(summary ?? acronym ?? website) || alternativeNames.length + identifiers.length > 0
}

function About(props: {
  readonly organisation: OrganisationPage
  readonly names: ReturnType<typeof useNameFacts>
}) {
  const { t } = useWords()
  const { summary, title, acronym, website } = props.organisation
  return (
    <>
      {summary ? <EntryProse text={summary} title={title} /> : null}
      <StatedFacts
        items={[
          { term: t('organisation.acronym'), detail: acronym ? <Name>{acronym}</Name> : undefined },
          ...props.names,
          { term: t('organisation.website'), detail: website ? <WebLink url={website} /> : undefined },
        ]}
      />
    </>
  )
}

/** A section that lists entries; left out when there are none. */
function group(id: string, title: string, entries: Entries): PageSection {
  return { id, title, content: entries.nodes.length > 0 && <EntryConnection entries={entries} /> }
}

function Memberships({ memberships }: Pick<OrganisationPage, 'memberships'>) {
  const { t, locale } = useWords()
  return (
    <ul className="plain-list">
      {memberships.map(({ network, role, since, until }) => {
        const notes = [t(`organisation.role_${role}`), periodText(locale, { start: since, end: until })]
        return (
          <li key={`${network.id} ${role}`}>
            <EntryLink entry={network} />{' '}
            <span className="quiet">{notes.filter((note) => note).join(', ')}</span>
          </li>
        )
      })}
    </ul>
  )
}

function Commitments({ commitments }: Pick<OrganisationPage, 'commitments'>) {
  const { locale } = useWords()
  return (
    <ul className="plain-list">
      {commitments.map(({ framework, item, since }) => (
        <li key={`${framework.id} ${item?.key ?? ''}`}>
          <EntryLink entry={framework} />
          {item ? (
            <>
              : <Told text={item.title} />
            </>
          ) : null}{' '}
          <span className="quiet">{periodText(locale, { start: since })}</span>
        </li>
      ))}
    </ul>
  )
}
