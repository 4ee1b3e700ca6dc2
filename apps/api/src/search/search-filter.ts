import { type FieldError, InvalidInput } from '@hansa/domain/errors'
import type { Kind } from '@hansa/domain/kind'
import type { Filter } from '@hansa/search'

/** The facets a reader may choose values of, in the order in which they are shown. */
export const facetNames = [
  'kind',
  'policyArea',
  'country',
  'citySize',
  'targetGroup',
  'measureType',
  'governanceLevel',
  'governanceDimension',
  'network',
  'stage',
  'evidence',
  'freshness',
  'language',
  'year',
] as const
export type FacetName = (typeof facetNames)[number]

/** Whether readers may choose values of a facet of the index. */
export const isFacet = (name: string): name is FacetName => (facetNames as readonly string[]).includes(name)

/** What a client chose: lists of facet values, and years. */
export type FilterInput = { [F in FilterName]?: readonly string[] | null | undefined } & {
  yearFrom?: number | null | undefined
  yearTo?: number | null | undefined
}

/** Facets, and what is filtered by without being counted. */
export const filterNames = [...facetNames, 'city', 'coverage'] as const
export type FilterName = (typeof filterNames)[number]

const maxValues = 100
const maxLength = 200

const problemOf = (values: readonly string[]): string | null => {
  if (values.length > maxValues) return `has more than ${maxValues} values`
  if (values.some((value) => value.trim() === '')) return 'holds an empty value'
  if (values.some((value) => value.length > maxLength))
    return `holds a value longer than ${maxLength} characters`
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not reach the database
  return values.some((value) => /[\u0000-\u001f]/.test(value)) ? 'holds a control character' : null
}

const yearProblems = ({ yearFrom, yearTo }: FilterInput): FieldError[] => {
  const fields = Object.entries({ yearFrom, yearTo })
  const wrong = fields.flatMap(([name, year]) =>
    year != null && (year < 1 || year > 9999)
      ? [{ field: `filter.${name}`, message: 'must be between 1 and 9999' }]
      : [],
  )
  if (wrong.length > 0 || yearFrom == null || yearTo == null || yearFrom <= yearTo) return wrong
  return [{ field: 'filter.yearFrom', message: 'must not be after yearTo' }]
}

/**
 * The chosen values by facet, without doubles. A value that nothing has is no error: it finds nothing.
 * @throws InvalidInput naming each malformed part, such as `filter.country`
 */
export const chosenValues = (input: FilterInput): Partial<Record<FilterName, string[]>> => {
  const chosen = filterNames.flatMap((name) => {
    const values = input[name]
    return values && values.length > 0 ? [[name, [...new Set(values)]] as const] : []
  })
  const problems = chosen.flatMap(([name, values]) => {
    const message = problemOf(values)
    return message ? [{ field: `filter.${name}`, message }] : []
  })
  const wrong = [...problems, ...yearProblems(input)]
  if (wrong.length > 0) throw new InvalidInput(wrong)
  return Object.fromEntries(chosen)
}

/** The conditions that no facet count ignores: the kinds asked for and the years. */
export const fixedFilter = (kinds: readonly Kind[] | null | undefined, input: FilterInput): Filter => {
  const { yearFrom, yearTo } = input
  const years = { ...(yearFrom != null && { min: yearFrom }), ...(yearTo != null && { max: yearTo }) }
  return {
    all: [
      ...(kinds && kinds.length > 0 ? [{ facet: 'kind', in: kinds }] : []),
      ...(Object.keys(years).length > 0 ? [{ number: 'year', ...years }] : []),
    ],
  }
}
