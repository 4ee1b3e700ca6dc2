import { newestFigure } from '../figure/figure-text.ts'
import { keyStat } from '../figure/key-stat.ts'
import { useWords } from '../i18n/use-words.tsx'
import { type Stat, StatRow } from '../ui/stat-row.tsx'
import { type SummaryItem, SummaryList } from '../ui/summary-list.tsx'
import type { CityPage } from './city.query.ts'

/** Who the city is in one glance: people, shares, languages. Of these facts only the number of people is missed aloud. */
export function CityGlance({ city }: { readonly city: CityPage }) {
  const { locale } = useWords()
  const shares = ['foreign-born-share', 'non-national-share', 'migration-background-share'].flatMap((key) => {
    const figure = newestFigure(city.figures, key)
    return figure ? [keyStat(locale, figure)] : []
  })
  const population = usePopulation(city)
  const stats = population ? [population, ...shares] : shares
  const facts = useCityFacts(city, population !== undefined)
  return (
    <>
      {stats.length > 0 ? <StatRow stats={stats} /> : null}
      {facts.length > 0 ? <SummaryList items={facts} /> : null}
    </>
  )
}

// Degrees of urbanisation (DEGURBA), from 1.
const urbanisation = ['city.urbanisation_1', 'city.urbanisation_2', 'city.urbanisation_3'] as const

/** The population of the record itself; without one, the newest a source gives. */
function usePopulation({
  population,
  populationYear,
  populationSource,
  figures,
}: CityPage): Stat | undefined {
  const { t, locale, number } = useWords()
  const label = t('city.people')
  const newest = newestFigure(figures, 'population')
  if (population !== null)
    return {
      label,
      value: number(population),
      note: populationYear ? String(populationYear) : undefined,
      source: populationSource ? { label: populationSource } : undefined,
    }
  return newest ? { ...keyStat(locale, newest), label } : undefined
}

function useCityFacts(city: CityPage, hasPopulation: boolean): readonly SummaryItem[] {
  const { t, list, language } = useWords()
  const national = city.country?.languages ?? []
  return [
    hasPopulation ? null : { term: t('city.people') },
    city.languages.length > 0
      ? { term: t('city.languages'), detail: list(city.languages.map(language)) }
      : national.length > 0
        ? { term: t('city.nationalLanguages'), detail: list(national.map(language)) }
        : null,
    city.pathway ? { term: t('city.pathway'), detail: t(`city.pathway_${city.pathway}`) } : null,
    city.urbanisation
      ? { term: t('city.urbanisation'), detail: t(urbanisation[city.urbanisation - 1] ?? 'ui.notStated') }
      : null,
    city.website ? { term: t('city.website'), detail: <a href={city.website}>{city.website}</a> } : null,
  ].filter((item) => item !== null)
}
