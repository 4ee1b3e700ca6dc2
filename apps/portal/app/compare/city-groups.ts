import { alikeText } from '../comparable/alike-text.ts'
import type { GivenComparison } from '../comparable/comparison.fields.ts'
import { comparisonReasons } from '../comparable/comparison-reasons.ts'
import type { CompareGroup } from '../ui/compare-table.tsx'
import type { ComparedCity, ComparisonById } from './compare.query.ts'
import { type Cell, compareRow, knownGroups, linked, plain, remark, type Words } from './rows.tsx'

type Figure = ComparedCity['figures'][number]

/** The newest figure of an indicator, with its year and unit; null when no source gives one. */
function figureText({ number }: Words, figures: readonly Figure[]): string | null {
  const newest = figures.toSorted((a, b) => (b.year ?? 0) - (a.year ?? 0))[0]
  if (!newest) return null
  const value = newest.value === null ? newest.text : number(newest.value)
  return [value, newest.unit, newest.year ? `(${newest.year})` : null].filter(Boolean).join(' ')
}

/** What cities are compared by: who they are, what their sources measure, who decides, whom they meet, what they do. */
export function cityGroups(
  words: Words,
  cities: readonly ComparedCity[],
  comparisons: ComparisonById,
): CompareGroup[] {
  const { t, number, language, list } = words
  const row = (label: string, cell: (city: ComparedCity) => Cell | undefined) =>
    compareRow(label, cities.map(cell))
  const indicators = unique(cities.flatMap((city) => city.figures.map((figure) => figure.indicator)))
  const competences = (city: ComparedCity) => [...city.competences, ...(city.country?.competences ?? [])]
  const areas = unique(cities.flatMap((city) => competences(city).map((one) => one.policyArea)))
  const holders = {
    NATIONAL: t('compare.national'),
    REGIONAL: t('compare.regional'),
    LOCAL: t('compare.local'),
    SHARED: t('compare.sharedHolder'),
  }
  const population = (city: ComparedCity) =>
    city.population
      ? [number(city.population), city.populationYear ? `(${city.populationYear})` : null]
          .filter(Boolean)
          .join(' ')
      : null
  const [first] = cities
  const compared = (city: ComparedCity, say: (comparison: GivenComparison, near: ComparedCity) => string) => {
    const comparison = comparisons[city.id]
    if (first && city.id === first.id) return remark(t('compare.measure'))
    return first && comparison ? plain(say(comparison, first)) : undefined
  }
  return knownGroups([
    {
      title: t('comparable.alikeTo', { city: first?.title.value ?? '' }),
      rows: [
        row(t('comparable.alike'), (city) => compared(city, (comparison) => alikeText(words, comparison))),
        row(t('comparable.why'), (city) =>
          compared(city, (comparison, near) => comparisonReasons(words, near, comparison).join(' · ')),
        ),
      ],
    },
    {
      title: t('compare.who'),
      rows: [
        row(t('compare.country'), (city) => linked(words, [city.country])),
        row(t('compare.population'), (city) => plain(population(city))),
        row(t('compare.languages'), (city) => plain(list(city.languages.map(language)))),
        ...indicators
          .filter((indicator) => indicator.key !== 'population')
          .map((indicator) =>
            row(indicator.label.value, (city) =>
              plain(
                figureText(
                  words,
                  city.figures.filter((figure) => figure.indicator.id === indicator.id),
                ),
              ),
            ),
          ),
      ],
    },
    {
      title: t('compare.decides'),
      rows: areas.map((area) =>
        row(area.label.value, (city) => {
          // What is said of the city itself comes before what is said of its country.
          const own = competences(city).find((one) => one.policyArea.id === area.id)
          return plain(own ? holders[own.holder] : null)
        }),
      ),
    },
    {
      title: t('compare.together'),
      rows: [
        row(t('list.network'), (city) =>
          linked(words, unique(city.memberships.filter((one) => !one.until).map((one) => one.network))),
        ),
        row(t('compare.commitments'), (city) =>
          linked(words, unique(city.commitments.map((one) => one.framework))),
        ),
        row(t('list.body'), (city) => linked(words, city.consultativeBodies.nodes)),
      ],
    },
    {
      title: t('compare.does'),
      rows: [
        row(t('compare.practiceCount'), (city) => plain(number(city.practices.totalCount))),
        row(
          t('list.practice'),
          (city) => linked(words, city.practices.nodes) ?? remark(t('compare.noPractices')),
        ),
      ],
    },
  ])
}

const unique = <T extends { readonly id: string }>(items: readonly T[]): T[] => [
  ...new Map(items.map((item) => [item.id, item])).values(),
]
