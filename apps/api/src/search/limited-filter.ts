import { schema } from '@hansa/db'
import { kindNames } from '@hansa/domain/kind'
import type { Filter } from '@hansa/search'
import { and, getTableColumns, inArray, not, or, type SQL, sql } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'
import { facetOfScheme } from './search-schema.ts'

const { city, entry, entryConcept, entryLink, kindTables } = schema

const nothing = sql`false`
const conceptFacets: ReadonlySet<string> = new Set(Object.values(facetOfScheme))

/**
 * Says a filter of the search index in SQL; null when it, or what its truth hangs on, is not in the database in a form
 * that can be asked for.
 */
export const limitedFilter = (filter: Filter): SQL | null => {
  if ('all' in filter) return and(...filter.all.map(limitedFilter).filter((part) => part !== null)) ?? null
  if ('any' in filter) {
    const parts = filter.any.map(limitedFilter)
    const known = parts.filter((part) => part !== null)
    return known.length < parts.length ? null : (or(...known) ?? nothing)
  }
  if ('not' in filter) {
    const part = limitedFilter(filter.not)
    return part && not(part)
  }
  if ('ids' in filter) return inArray(entry.id, [...filter.ids])
  return 'facet' in filter && 'in' in filter ? facetCondition(filter.facet, filter.in) : null
}

const facetCondition = (facet: string, values: readonly string[]): SQL | null => {
  const wanted = [...values]
  if (wanted.length === 0) return nothing
  if (facet === 'kind') return sql`${entry.kind} IN ${wanted}`
  if (facet === 'coverage') return sql`${entry.coverage} IN ${wanted}`
  if (facet === 'city') return placed('city', wanted)
  if (facet === 'country') return placed('country', wanted)
  if (!conceptFacets.has(facet)) return null
  return sql`${entry.id} IN (SELECT ${entryConcept.entryId} FROM ${entryConcept} WHERE ${entryConcept.conceptId} IN ${wanted})`
}

/** The place itself, what names it or links to it, and for a country what lies in its cities. */
const placed = (place: 'city' | 'country', ids: readonly string[]): SQL => {
  const wanted = [...ids]
  const inPlace = sql`${wanted}`
  const inCities = sql`(SELECT ${city.id} FROM ${city} WHERE ${city.country} IN ${wanted})`
  const own = kindNames.flatMap((kind) => {
    const table: PgTable = kindTables[kind]
    const columns = getTableColumns(table)
    const asked = [
      ...(columns[place] ? [sql`${columns[place]} IN ${inPlace}`] : []),
      ...(place === 'country' && columns.city ? [sql`${columns.city} IN ${inCities}`] : []),
    ]
    return asked.length > 0
      ? [sql`${entry.id} IN (SELECT ${columns.id} FROM ${table} WHERE ${or(...asked)})`]
      : []
  })
  const linked = sql`${entry.id} IN (SELECT ${entryLink.fromId} FROM ${entryLink} WHERE ${entryLink.toId} IN ${inPlace})`
  return or(inArray(entry.id, wanted), linked, ...own) ?? nothing
}
