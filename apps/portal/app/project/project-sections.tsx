import { ConceptLinks } from '../entry/concept-links.tsx'
import { StatedFacts, useNameFacts, WebLink } from '../entry/entry-facts.tsx'
import { EntryLink, EntryLinks } from '../entry/entry-link.tsx'
import { EntryProse } from '../entry/entry-prose.tsx'
import { useEndSections } from '../entry/entry-record.tsx'
import { EntrySubjects } from '../entry/entry-subjects.tsx'
import { Name, Told, withNote } from '../entry/marked.tsx'
import type { PageSection } from '../entry/page-sections.tsx'
import { placesOf } from '../entry/places.ts'
import { useWords } from '../i18n/use-words.tsx'
import { MapOfResults } from '../ui/map/map-of-results.tsx'
import { SummaryList } from '../ui/summary-list.tsx'
import type { ProjectPage } from './project.fields.ts'
import { budgetText } from './project-words.ts'

/** What a project does, with whom, where, for how much, and what came of it. */
export function useProjectSections(project: ProjectPage): readonly PageSection[] {
  const { t } = useWords()
  const { title, results, cities, countries } = project
  return [
    { id: 'in-short', title: t('entry.inShort'), content: <InShort project={project} /> },
    {
      id: 'results',
      title: t('project.results'),
      content: results && <EntryProse text={results} title={title} />,
    },
    {
      id: 'partners',
      title: t('project.partners'),
      content: (project.leadOrganisation || project.partners.length > 0) && <Partners project={project} />,
    },
    {
      id: 'places',
      title: t('project.places'),
      content: cities.length + countries.length > 0 && <Places project={project} />,
    },
    {
      id: 'subjects',
      title: t('entry.subjects'),
      content: project.policyAreas.length + project.targetGroups.length > 0 && (
        <EntrySubjects
          subjects={[
            { term: t('entry.policyAreas'), concepts: project.policyAreas, filter: 'policyArea' },
            { term: t('entry.forWhom'), concepts: project.targetGroups, filter: 'targetGroup' },
          ]}
        />
      ),
    },
    ...useEndSections(project),
  ]
}

function InShort({ project }: { readonly project: ProjectPage }) {
  const { t, locale, list, language } = useWords()
  const { summary, targetGroups, fundingSources, fundingNote, languages, website, acronym } = project
  return (
    <>
      <SummaryList
        look="box"
        items={[
          {
            term: t('entry.what'),
            detail: summary ? <Told text={summary} /> : undefined,
          },
          {
            term: t('entry.forWhom'),
            detail:
              targetGroups.length > 0 ? (
                <ConceptLinks concepts={targetGroups} filter="targetGroup" />
              ) : undefined,
          },
          { term: t('project.budget'), detail: withNote(budgetText(locale, project), project.budgetNote) },
          {
            term: t('project.funding'),
            detail:
              fundingSources.length > 0 ? (
                <ConceptLinks concepts={fundingSources} />
              ) : (
                withNote(undefined, fundingNote)
              ),
          },
        ]}
      />
      <StatedFacts
        items={[
          { term: t('project.acronym'), detail: acronym ? <Name>{acronym}</Name> : undefined },
          { term: t('project.languages'), detail: list(languages.map(language)) },
          { term: t('project.website'), detail: website ? <WebLink url={website} /> : undefined },
          ...useNameFacts(project),
        ]}
      />
    </>
  )
}

/** The lead first, then the partners with their role where it says more than that they are partners. */
function Partners({ project: { leadOrganisation, partners } }: { readonly project: ProjectPage }) {
  const { t } = useWords()
  return (
    <ul className={partners.length > 6 ? 'index-list' : 'plain-list'}>
      {leadOrganisation ? (
        <li>
          <EntryLink entry={leadOrganisation} /> <span className="quiet">{t('project.lead')}</span>
        </li>
      ) : null}
      {partners.map(({ organisation, role }) => (
        <li key={`${organisation.id} ${role}`}>
          <EntryLink entry={organisation} />{' '}
          {role === 'PARTNER' ? null : <span className="quiet">{t(`project.role_${role}`)}</span>}
        </li>
      ))}
    </ul>
  )
}

function Places({ project: { cities, countries } }: { readonly project: ProjectPage }) {
  const { t } = useWords()
  const places = placesOf(cities)
  return (
    <>
      {places.length > 1 ? (
        <MapOfResults title={t('project.map')} places={places} countText={() => t('project.takesPart')} />
      ) : null}
      <StatedFacts
        items={[
          {
            term: t('project.cities'),
            detail: cities.length > 0 ? <EntryLinks entries={cities} /> : undefined,
          },
          {
            term: t('project.countries'),
            detail: countries.length > 0 ? <EntryLinks entries={countries} /> : undefined,
          },
        ]}
      />
    </>
  )
}
