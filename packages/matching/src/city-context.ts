import type { City } from '@hansa/domain/city'
import type { Country } from '@hansa/domain/country'
import type { CompetenceHolder } from '@hansa/domain/figure'

/** A number as a source states it; the year is null when the source names none. */
export type Stated = { readonly value: number; readonly year: number | null }

/** Scores (0 to 100) of one assessment: as a whole, and of the items mapped to a policy area (their mean). */
export type Scores = {
  readonly overall: number | null
  /** By policy area id. */
  readonly areas: Readonly<Record<string, number>>
  readonly year: number | null
}

/** What is known of a city's situation. What no source states is null or absent, never guessed. */
export type CityContext = {
  readonly population: Stated | null
  /** Newest figure of the city by indicator id. */
  readonly figures: Readonly<Record<string, Stated>>
  /** Degree of urbanisation (DEGURBA): 1 city, 2 town or suburb, 3 rural. */
  readonly urbanisation: number | null
  readonly pathway: NonNullable<City['pathway']> | null
  /** How government is organised in its country. */
  readonly governanceType: NonNullable<Country['governanceType']> | null
  /** Who decides, by policy area id: the city's own statement, else its country's. */
  readonly competences: Readonly<Record<string, CompetenceHolder>>
  /** Languages of its administration, else of its country (BCP 47). */
  readonly languages: readonly string[]
  /** Newest assessment of the city, else of its country, by slug of the framework. */
  readonly assessments: Readonly<Record<string, Scores>>
}

/** A city of which nothing is known. */
export const nothingKnown: CityContext = {
  population: null,
  figures: {},
  urbanisation: null,
  pathway: null,
  governanceType: null,
  competences: {},
  languages: [],
  assessments: {},
}
