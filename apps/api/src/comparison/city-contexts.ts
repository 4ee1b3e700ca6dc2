import { schema } from '@hansa/db'
import { type CityContext, features, type Scores, type Stated } from '@hansa/matching'
import { and, asc, eq, inArray, isNotNull, type SQL } from 'drizzle-orm'
import { among as amongIds, type Reader, visible } from '../entry/entry.loaders.ts'

const { assessment, city, competence, country, entry, figure, frameworkItem } = schema

const indicators = features.flatMap(({ measure }) => (measure.by === 'figure' ? [measure.indicator] : []))
const frameworks = features.flatMap(({ measure }) => (measure.by === 'assessment' ? [measure.framework] : []))

/** What is known of cities that they can be compared by, by city id; of all cities when no ids are given. */
export const readCityContexts = async (
  reader: Reader,
  ids: readonly string[] | null,
): Promise<Map<string, CityContext>> => {
  const among = (column: typeof city.id | typeof figure.entryId): SQL | undefined =>
    ids ? amongIds(column, ids) : undefined
  const [cities, countries, figures, competences, scores] = await Promise.all([
    readCities(reader, among(city.id)),
    readCountries(reader),
    readFigures(reader, among(figure.entryId)),
    readCompetences(reader),
    readScores(reader),
  ])
  const contexts = cities.map((row): [string, CityContext] => {
    const national = countries.get(row.country)
    return [
      row.id,
      {
        population: row.population === null ? null : { value: row.population, year: row.populationYear },
        figures: figures.get(row.id) ?? nothing,
        urbanisation: row.urbanisation,
        pathway: row.pathway ?? null,
        governanceType: national?.governanceType ?? null,
        competences: both(national && competences.get(row.country), competences.get(row.id)),
        languages: row.languages.length > 0 ? row.languages : (national?.languages ?? none),
        assessments: both(national && scores.get(row.country), scores.get(row.id)),
      },
    ]
  })
  return new Map(contexts)
}

const none: readonly never[] = []
const nothing: Readonly<Record<string, never>> = {}

/** A city's own over its country's. Where it has none of its own it shares its country's: comparing relies on that. */
const both = <T>(
  national: Readonly<Record<string, T>> | undefined,
  own: Readonly<Record<string, T>> | undefined,
): Readonly<Record<string, T>> => (own ? { ...national, ...own } : (national ?? nothing))

const readCities = ({ db, viewer }: Reader, among: SQL | undefined) =>
  db
    .select({
      id: city.id,
      country: city.country,
      population: city.population,
      populationYear: city.populationYear,
      urbanisation: city.urbanisation,
      pathway: city.pathway,
      languages: city.languages,
    })
    .from(city)
    .innerJoin(entry, eq(entry.id, city.id))
    .where(and(visible(viewer), among))

const readCountries = async ({ db, viewer }: Reader) => {
  const rows = await db
    .select({ id: country.id, governanceType: country.governanceType, languages: country.languages })
    .from(country)
    .innerJoin(entry, eq(entry.id, country.id))
    .where(visible(viewer))
  return new Map(rows.map((row) => [row.id, row]))
}

type Filed<T> = Map<string, Record<string, T>>

const file = <T>(filed: Filed<T>, owner: string, key: string, value: T): void => {
  const own = filed.get(owner) ?? {}
  own[key] = value
  filed.set(owner, own)
}

/** The newest figure per indicator; one with a year beats one without, the first stated beats an equal one. */
const readFigures = async ({ db }: Reader, among: SQL | undefined): Promise<Filed<Stated>> => {
  const rows = await db
    .select({
      entryId: figure.entryId,
      indicator: figure.indicator,
      value: figure.value,
      year: figure.year,
    })
    .from(figure)
    .where(and(inArray(figure.indicator, indicators), isNotNull(figure.value), among))
    .orderBy(asc(figure.entryId), asc(figure.position))
  const newest: Filed<Stated> = new Map()
  for (const { entryId, indicator, value, year } of rows) {
    const known = newest.get(entryId)?.[indicator]
    if (value !== null && (!known || (year ?? 0) > (known.year ?? 0)))
      file(newest, entryId, indicator, { value, year })
  }
  return newest
}

const readCompetences = async ({ db }: Reader): Promise<Filed<typeof competence.$inferSelect.holder>> => {
  const rows = await db
    .select({ entryId: competence.entryId, policyArea: competence.policyArea, holder: competence.holder })
    .from(competence)
    .orderBy(asc(competence.entryId), asc(competence.position))
  const holders: Filed<typeof competence.$inferSelect.holder> = new Map()
  for (const { entryId, policyArea, holder } of rows) file(holders, entryId, policyArea, holder)
  return holders
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, each) => sum + each, 0) / values.length

/** The newest assessment of each subject by the frameworks cities are compared by, with its scores by policy area. */
const readScores = async ({ db, viewer }: Reader): Promise<Filed<Scores>> => {
  const rows = await db
    .select({ slug: entry.slug, row: assessment })
    .from(assessment)
    .innerJoin(entry, eq(entry.id, assessment.entryId))
    .where(and(eq(entry.kind, 'framework'), inArray(entry.slug, frameworks), visible(viewer)))
    .orderBy(asc(assessment.date), asc(assessment.entryId), asc(assessment.position))
  const items = await db
    .select({
      framework: frameworkItem.entryId,
      key: frameworkItem.key,
      policyAreas: frameworkItem.policyAreas,
    })
    .from(frameworkItem)
    .innerJoin(entry, eq(entry.id, frameworkItem.entryId))
    .where(and(eq(entry.kind, 'framework'), inArray(entry.slug, frameworks)))
  const areasOf = new Map(items.map((item) => [`${item.framework} ${item.key}`, item.policyAreas]))
  const scores: Filed<Scores> = new Map()
  for (const { slug, row } of rows) {
    const pairs = row.scores.flatMap(({ item, score }) =>
      (areasOf.get(`${row.entryId} ${item}`) ?? []).map((area) => ({ area, score })),
    )
    const byArea = Map.groupBy(pairs, ({ area }) => area)
    const year = Number(row.date?.slice(0, 4))
    file(scores, row.subject, slug, {
      overall: row.overall,
      areas: Object.fromEntries(
        [...byArea].map(([area, each]) => [area, mean(each.map(({ score }) => score))]),
      ),
      year: Number.isInteger(year) && year > 0 ? year : null,
    })
  }
  return scores
}
