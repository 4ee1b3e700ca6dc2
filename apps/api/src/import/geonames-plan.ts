import type { Db } from '@hansa/db'
import { idFromSource } from '@hansa/domain/id'
import { kinds } from '@hansa/domain/kind'
import { slugFrom } from '@hansa/domain/slug'
import { aboutOf, type GeonamesChoice, readGeonames, type Survey } from './geonames-file.ts'
import { createMatcher, type Lacking, lackingOf, type Matcher } from './geonames-match.ts'
import { namesWorthFinding } from './geonames-names.ts'
import type { GeonamesCity } from './geonames-row.ts'
import type { OpenFile } from './import-file.ts'
import type { RowVerdict } from './import-report.ts'
import { cityInWords, readCitySlugs, readCountryIds, readKnownCities } from './known-cities.ts'

/** What is to be done with a place: a new city under a slug, or filling what a city lacks. */
export type Action =
  | { kind: 'create'; id: string; slug: string; place: GeonamesCity; region: string | undefined }
  | { kind: 'complete'; lacking: Lacking; place: GeonamesCity; region: string | undefined }

export type Planned = { verdict: RowVerdict; action: Action | null }

/** What a plan is made from. */
export type Planning = {
  open: OpenFile
  choice: GeonamesChoice
  survey: Survey
  regions: ReadonlyMap<string, string>
  /** Codes of countries that the import creates first. */
  creating: ReadonlySet<string>
}

const left = (row: number, about: string, message: string): Planned => ({
  verdict: { row, verdict: 'left out', about, reasons: [{ field: 'city', message }] },
  action: null,
})

/** The slug of a new city always names its country, so that it does not depend on what else was loaded before. */
const slugOf = (
  place: GeonamesCity,
  region: string | undefined,
  only: boolean,
  taken: Set<string>,
): string => {
  const name = (slugFrom(place.asciiName) || slugFrom(place.name)).slice(0, 50).replace(/-+$/, '')
  const country = place.country.toLowerCase()
  const division = region && slugFrom(region).slice(0, 20).replace(/-+$/, '')
  const slugs = [
    ...(only ? [[name, country]] : []),
    ...(division ? [[name, division, country]] : []),
    [name, country, String(place.id)],
  ].map((parts) => parts.filter((part) => part !== '').join('-'))
  const slug = slugs.find((each) => !taken.has(each)) ?? `geonames-${place.id}`
  taken.add(slug)
  return slug
}

/** What GeoNames can add to a city, in the words of the report. */
export const fillable = (lacking: Lacking, place: GeonamesCity, region: string | undefined): string[] => [
  ...(lacking.place ? ['position'] : []),
  ...(lacking.population && place.population > 0 ? ['population'] : []),
  ...(lacking.region && region ? ['region'] : []),
  ...(lacking.names && namesWorthFinding(place.name, place.alternativeNames).length > 0 ? ['names'] : []),
]

/** The city a place is: by its GeoNames id, else by name, country and nearness; or why that cannot be said. */
const matchOf = (matcher: Matcher, { isOnlyOne }: Survey, place: GeonamesCity) => {
  const known = matcher.byId(place.id)
  if (known) return { lacking: known, matched: true }
  const called = place.feature === 'PPLX' ? [] : matcher.byName(place)
  const [one, ...others] = called
  if (!one) return null
  if (others.length > 0)
    return {
      problem: `may be any of ${called.map(cityInWords).join('; ')}; give the right one its GeoNames id`,
    }
  if (one.latitude === null && !isOnlyOne(place))
    return {
      problem: `may be ${cityInWords(one)}, whose position is not known; its country has several places of the name`,
    }
  return { lacking: lackingOf(one), matched: false }
}

/** Says of every place of a file what is to be done with it. Reads the registry once; writes nothing. */
export async function* planGeonames(db: Db, planning: Planning): AsyncGenerator<Planned> {
  const { open, choice, survey, regions, creating } = planning
  const countries = await readCountryIds(db)
  const taken = await readCitySlugs(db)
  const matcher = await createMatcher(readKnownCities(db))
  const claimed = new Map<string, number>()
  for await (const line of readGeonames(open, choice)) {
    const { row, place } = line
    if (!place) {
      yield left(row, line.about, line.leftOut)
      continue
    }
    const about = aboutOf(place)
    const region = regions.get(`${place.country}.${place.region}`)
    if (!countries.has(place.country) && !creating.has(place.country)) {
      yield left(row, about, `the registry has no country ${place.country}`)
      continue
    }
    const match = matchOf(matcher, survey, place)
    const id = match?.lacking?.id ?? idFromSource(kinds.city.prefix, 'geonames', String(place.id))
    const before = claimed.get(id)
    if (match?.problem !== undefined || before !== undefined) {
      yield left(row, about, match?.problem ?? `is the same city as row ${before}`)
      continue
    }
    claimed.set(id, row)
    if (!match) {
      const slug = slugOf(place, region, survey.isOnlyOne(place), taken)
      const action: Action = { kind: 'create', id, slug, place, region }
      yield { verdict: { row, verdict: 'new', about: `${about} as ${slug}`, reasons: [] }, action }
      continue
    }
    const added = [...(match.matched ? [] : ['GeoNames id']), ...fillable(match.lacking, place, region)]
    const action: Action | null =
      added.length > 0 ? { kind: 'complete', lacking: match.lacking, place, region } : null
    const reasons = added.map((field) => ({ field, message: 'was not stated' }))
    yield { verdict: { row, verdict: action ? 'changed' : 'same', about, reasons }, action }
  }
}
