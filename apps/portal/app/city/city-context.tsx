import { EntryLink } from '../entry/entry-link.tsx'
import { ContentLanguage } from '../entry/marked.tsx'
import { CompetenceTable } from '../figure/competence-table.tsx'
import { FigureValue } from '../figure/figure-value.tsx'
import { SourceLink } from '../figure/source-link.tsx'
import { byFramework, ScorePlot } from '../framework/score-plot.tsx'
import { useWords } from '../i18n/use-words.tsx'
import { SummaryList } from '../ui/summary-list.tsx'
import type { CityPage } from './city.query.ts'

type Country = NonNullable<CityPage['country']>

/** Whether anything is known of the country that a city's page can stand beside. */
export function hasContext({ country, competences }: CityPage): boolean {
  if (competences.length > 0) return true
  if (!country) return false
  return country.governanceType !== null || country.competences.length > 0 || country.assessments.length > 0
}

/** The country the city works in: how it is built, who decides on what, and how its policies are scored. */
export function CityContext({ city }: { readonly city: CityPage }) {
  const { t } = useWords()
  const { country, competences } = city
  return (
    <>
      {country ? (
        <ContentLanguage of={country}>
          <CountryFacts country={country} />
        </ContentLanguage>
      ) : null}
      {competences.length > 0 ? (
        <CompetenceTable
          caption={t('city.ownCompetences', { city: city.title.value })}
          competences={competences}
        />
      ) : null}
      {country && country.competences.length > 0 ? (
        <ContentLanguage of={country}>
          <CompetenceTable
            caption={t('city.nationalCompetences', { country: country.title.value })}
            competences={country.competences}
          />
        </ContentLanguage>
      ) : null}
      {byFramework(country?.assessments ?? []).map((assessments) => (
        <ScorePlot key={assessments[0]?.framework.id} assessments={assessments} />
      ))}
    </>
  )
}

function CountryFacts({ country }: { readonly country: Country }) {
  const { t } = useWords()
  const structure = country.figures.find((figure) => figure.indicator.key === 'state-structure')
  return (
    <SummaryList
      items={[
        { term: t('city.country'), detail: <EntryLink entry={country} /> },
        ...(country.governanceType || !structure
          ? [
              {
                term: t('city.governance'),
                detail: country.governanceType ? t(`country.governance_${country.governanceType}`) : null,
              },
            ]
          : []),
        ...(structure
          ? [
              {
                term: structure.indicator.label.value,
                detail: (
                  <>
                    <FigureValue figure={structure} />{' '}
                    <span className="hint">
                      <SourceLink source={structure.source} />
                    </span>
                  </>
                ),
              },
            ]
          : []),
      ]}
    />
  )
}
