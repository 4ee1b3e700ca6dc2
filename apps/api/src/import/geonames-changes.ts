import type { EntryChange } from '../entry/entry.service.ts'
import { namesWorthFinding } from './geonames-names.ts'
import { type Action, fillable } from './geonames-plan.ts'
import type { GeonamesCity } from './geonames-row.ts'

type Facts = { place: GeonamesCity; region: string | undefined }

const sourceOf = ({ id, changed }: GeonamesCity, fields: readonly string[], today: string) => ({
  citation: 'GeoNames (CC BY 4.0)',
  section: `${fields.join(', ')}; record of ${changed}`,
  url: `https://www.geonames.org/${id}`,
  accessed: today,
})

const position = ({ latitude, longitude }: GeonamesCity) => ({ latitude, longitude })

/** GeoNames dates its records, not its counts: a record may have been changed for the sake of a name. */
const population = ({ population, changed }: GeonamesCity) =>
  population > 0
    ? {
        population,
        populationSource: `GeoNames, record of ${changed} (the year of the count is not given)`,
      }
    : {}

const names = (title: string, { alternativeNames }: GeonamesCity) => ({
  alternativeNames: namesWorthFinding(title, alternativeNames),
})

/** A city that GeoNames states. */
const created = (slug: string, country: string, { place, region }: Facts, today: string) => ({
  slug,
  title: place.name,
  country,
  type: place.feature === 'PPLX' ? 'district' : 'municipality',
  ...(region === undefined ? {} : { region }),
  geonamesId: place.id,
  ...position(place),
  ...population(place),
  ...names(place.name, place),
  licence: 'CC-BY-4.0',
  coverage: 'mention',
  provenance: { system: 'geonames', id: String(place.id), harvested: today },
  sources: [sourceOf(place, ['position', 'names', 'population'], today)],
})

/** A city with what it lacked, and GeoNames among its sources. What it states stays as it is. */
const completed = (input: object, action: Extract<Action, { kind: 'complete' }>, today: string): object => {
  const { place, region, lacking } = action
  const added = fillable(lacking, place, region)
  const sources = 'sources' in input && Array.isArray(input.sources) ? input.sources : []
  return {
    ...input,
    geonamesId: place.id,
    ...(added.includes('position') && position(place)),
    ...(added.includes('population') && population(place)),
    ...(added.includes('region') && { region }),
    ...(added.includes('names') && names(place.name, place)),
    sources: [...sources, sourceOf(place, added.length > 0 ? added : ['identifier'], today)],
  }
}

/**
 * The change of an entry that carries an action out.
 * @param country id of the place's country
 * @param input content the city was last saved with, when the action completes one
 * @param today date as `2026-11-22`
 */
export const changeOf = (action: Action, country: string, input: object, today: string): EntryChange =>
  action.kind === 'create'
    ? { kind: 'city', id: action.id, input: created(action.slug, country, action, today) }
    : { kind: 'city', id: action.lacking.id, input: completed(input, action, today) }
