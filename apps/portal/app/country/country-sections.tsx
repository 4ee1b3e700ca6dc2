import type { EntryInList } from '../entry/entry-row.fields.ts'
import { EntryList } from '../entry/entry-row.tsx'
import type { PageSection } from '../entry/page-sections.tsx'
import { langOf } from '../entry/text.ts'
import { CompetenceTable } from '../figure/competence-table.tsx'
import { FigureTable } from '../figure/figure-table.tsx'
import { CommitmentTable } from '../framework/commitment-table.tsx'
import { byFramework, ScorePlot } from '../framework/score-plot.tsx'
import { useWords } from '../i18n/use-words.tsx'
import { MembershipTable } from '../network/membership-table.tsx'
import { IndexList } from '../ui/index-list.tsx'
import type { CountryPage } from './country.query.ts'
import { CountryCities } from './country-cities.tsx'
import { CountryGlance } from './country-glance.tsx'

/** Everything the page of a country has to say, in reading order; what is not known is left out. */
export function useCountrySections(country: CountryPage): readonly PageSection[] {
  const { t, locale, href } = useWords()
  const list = (entries: readonly EntryInList[]) => entries.length > 0 && <EntryList entries={entries} />
  const numbers = furtherNumbers(country)
  const { assessments, competences, memberships, commitments } = country
  const organisations = country.organisations.nodes.map(({ path, title }) => ({
    href: href(path),
    label: title.value,
    lang: langOf(locale, title),
  }))
  return [
    { id: 'glance', title: t('country.glance'), content: <CountryGlance country={country} /> },
    {
      id: 'competences',
      title: t('country.competences'),
      content: competences.length > 0 && (
        <CompetenceTable caption={t('country.competencesOf')} competences={competences} />
      ),
    },
    {
      id: 'scores',
      title: t('country.scores'),
      content: assessments.length > 0 && <Scores country={country} />,
    },
    {
      id: 'cities',
      title: t('country.cities'),
      content: country.cities.totalCount > 0 && <CountryCities country={country} />,
    },
    {
      id: 'practices',
      title: t('country.practices'),
      content: country.practices.totalCount > 0 && <Practices country={country} />,
    },
    { id: 'networks', title: t('country.networks'), content: list(country.networks.nodes) },
    {
      id: 'memberships',
      title: t('country.commitments'),
      content: memberships.length + commitments.length > 0 && <Memberships country={country} />,
    },
    { id: 'bodies', title: t('country.bodies'), content: list(country.consultativeBodies.nodes) },
    { id: 'visits', title: t('country.visits'), content: list(country.visitsHosted.nodes) },
    { id: 'projects', title: t('country.projects'), content: list(country.projects.nodes) },
    {
      id: 'figures',
      title: t('country.figures'),
      content: numbers.length > 0 && <FigureTable caption={t('country.figures')} figures={numbers} />,
    },
    {
      id: 'organisations',
      title: t('country.organisations'),
      content: organisations.length > 0 && <IndexList items={organisations} />,
    },
  ]
}

/** Scores of an index stand in the charts, statements in words at the top; as figures they would be said twice. */
function furtherNumbers({ figures, assessments }: CountryPage): CountryPage['figures'] {
  return figures.filter(
    ({ indicator, value }) =>
      value !== null && (assessments.length === 0 || !indicator.key.startsWith('mipex')),
  )
}

function Scores({ country }: { readonly country: CountryPage }) {
  return (
    <>
      {byFramework(country.assessments).map((own) => (
        <ScorePlot key={own[0]?.framework.id} assessments={own} />
      ))}
    </>
  )
}

function Memberships({ country: { memberships, commitments } }: { readonly country: CountryPage }) {
  return (
    <>
      {memberships.length > 0 ? <MembershipTable memberships={memberships} /> : null}
      {commitments.length > 0 ? <CommitmentTable commitments={commitments} /> : null}
    </>
  )
}

function Practices({ country: { code, practices } }: { readonly country: CountryPage }) {
  const { t, href } = useWords()
  return (
    <>
      <EntryList entries={practices.nodes} />
      {practices.totalCount > practices.nodes.length ? (
        <p>
          <a href={href(`/practices?${new URLSearchParams({ country: code })}`)}>
            {t('country.allPractices', { count: practices.totalCount })}
          </a>
        </p>
      ) : null}
    </>
  )
}
