import { SimilarCities } from '../comparable/similar-cities.tsx'
import type { EntryInList } from '../entry/entry-row.fields.ts'
import { EntryList } from '../entry/entry-row.tsx'
import { Told } from '../entry/marked.tsx'
import type { PageSection } from '../entry/page-sections.tsx'
import { FigureTable } from '../figure/figure-table.tsx'
import { CommitmentTable } from '../framework/commitment-table.tsx'
import { byFramework, ScorePlot } from '../framework/score-plot.tsx'
import { useWords } from '../i18n/use-words.tsx'
import { MembershipTable } from '../network/membership-table.tsx'
import type { CityPage } from './city.query.ts'
import { CityContext, hasContext } from './city-context.tsx'
import { CityGlance } from './city-glance.tsx'

/** Everything the page of a city has to say, in reading order; what is not known is left out. */
export function useCitySections(city: CityPage): readonly PageSection[] {
  const { t } = useWords()
  const figures = furtherFigures(city)
  const list = (entries: readonly EntryInList[], withKind = false) =>
    entries.length > 0 && <EntryList entries={entries} withKind={withKind} />
  const signed = city.memberships.length + city.commitments.length > 0
  const visits = city.visitsHosted.nodes.length + city.visitsMade.nodes.length > 0
  return [
    { id: 'glance', title: t('city.glance'), content: <CityGlance city={city} /> },
    {
      id: 'practices',
      title: t('city.practices'),
      content: city.practices.totalCount > 0 && <Practices city={city} />,
    },
    { id: 'projects', title: t('city.projects'), content: list(city.projects.nodes) },
    { id: 'visits', title: t('city.visits'), content: visits && <Visits city={city} /> },
    { id: 'networks', title: t('city.networks'), content: signed && <Networks city={city} /> },
    { id: 'bodies', title: t('city.bodies'), content: list(city.consultativeBodies.nodes) },
    {
      id: 'scores',
      title: t('city.scores'),
      content: city.assessments.length > 0 && <Scores city={city} />,
    },
    { id: 'context', title: t('city.context'), content: hasContext(city) && <CityContext city={city} /> },
    {
      id: 'similar',
      title: t('comparable.similarTitle'),
      content: city.similarCities.length > 0 && <SimilarCities city={city} similar={city.similarCities} />,
    },
    {
      id: 'figures',
      title: t('city.figures'),
      content: figures.length > 0 && <FigureTable caption={t('city.figures')} figures={figures} />,
    },
    { id: 'events', title: t('city.events'), content: list(city.events.nodes) },
    { id: 'organisations', title: t('city.organisations'), content: list(city.organisations.nodes) },
  ]
}

/** Whether a source says more of the city than that it exists. */
export function isKnownByNameOnly(city: CityPage): boolean {
  const linked = [
    city.practices,
    city.projects,
    city.visitsHosted,
    city.visitsMade,
    city.consultativeBodies,
    city.events,
    city.organisations,
  ].every((list) => list.nodes.length === 0)
  const stated = [city.figures, city.memberships, city.commitments, city.assessments, city.competences]
  return linked && stated.every((list) => list.length === 0)
}

/** Scores of an index stand in the charts; as figures they would be said twice. */
function furtherFigures({ figures, assessments }: CityPage): CityPage['figures'] {
  return figures.filter(
    ({ indicator }) => assessments.length === 0 || !/^icc-index-(?!rank)/.test(indicator.key),
  )
}

function Practices({ city: { slug, practices } }: { readonly city: CityPage }) {
  const { t, href } = useWords()
  return (
    <>
      <EntryList entries={practices.nodes} />
      {practices.totalCount > practices.nodes.length ? (
        <p>
          <a href={href(`/practices?${new URLSearchParams({ city: slug })}`)}>
            {t('city.allPractices', { count: practices.totalCount })}
          </a>
        </p>
      ) : null}
    </>
  )
}

function Visits({ city: { title, visitsHosted, visitsMade } }: { readonly city: CityPage }) {
  const { rich } = useWords()
  return (
    <>
      {visitsHosted.nodes.length > 0 ? (
        <>
          <h3 className="group-title">{rich('city.visitsHosted', { city: <Told text={title} /> })}</h3>
          <EntryList entries={visitsHosted.nodes} />
        </>
      ) : null}
      {visitsMade.nodes.length > 0 ? (
        <>
          <h3 className="group-title">{rich('city.visitsMade', { city: <Told text={title} /> })}</h3>
          <EntryList entries={visitsMade.nodes} />
        </>
      ) : null}
    </>
  )
}

function Networks({ city: { memberships, commitments } }: { readonly city: CityPage }) {
  return (
    <>
      {memberships.length > 0 ? <MembershipTable memberships={memberships} /> : null}
      {commitments.length > 0 ? <CommitmentTable commitments={commitments} /> : null}
    </>
  )
}

function Scores({ city: { assessments } }: { readonly city: CityPage }) {
  return (
    <>
      {byFramework(assessments).map((own) => (
        <ScorePlot key={own[0]?.framework.id} assessments={own} />
      ))}
    </>
  )
}
