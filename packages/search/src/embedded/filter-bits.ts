import type { Filter, GeoPoint } from '../engine.ts'
import { distanceBetween, isInBox } from '../geo.ts'
import { type Bits, emptyBits, intersect, setBit, subtract, unite } from './bitset.ts'
import type { DocumentTable } from './document-table.ts'
import type { FacetColumn } from './facet-column.ts'

type Columns = { documents: DocumentTable; facets: ReadonlyMap<string, FacetColumn>; alive: Bits }

/** The living documents for which a filter is true. */
export function filterBits(columns: Columns, filter: Filter): Bits {
  const { documents, facets, alive } = columns
  const bits = emptyBits(documents.size)
  if ('all' in filter) {
    bits.set(alive)
    for (const part of filter.all) intersect(bits, filterBits(columns, part))
    return bits
  }
  if ('any' in filter) {
    for (const part of filter.any) unite(bits, filterBits(columns, part))
    return bits
  }
  if ('not' in filter) {
    bits.set(alive)
    subtract(bits, filterBits(columns, filter.not))
    return bits
  }
  if ('facet' in filter) {
    const column = facets.get(filter.facet)
    if ('in' in filter) column?.mark(filter.in, bits)
    else column?.markExisting(bits)
  } else if ('number' in filter) markNumbers(documents, filter, bits)
  else if ('ids' in filter) for (const id of filter.ids) setIfFound(documents.find(id), bits)
  else if ('box' in filter) markPlaces(documents, bits, (point) => isInBox(point, filter.box))
  else markPlaces(documents, bits, (point) => distanceBetween(point, filter.near) <= filter.radius)
  intersect(bits, alive)
  if (!('exists' in filter) || filter.exists) return bits
  const missing = alive.slice()
  subtract(missing, bits)
  return missing
}

function setIfFound(doc: number | undefined, bits: Bits): void {
  if (doc !== undefined) setBit(bits, doc)
}

type NumberFilter = { number: string; min?: number; max?: number } | { number: string; exists: boolean }

function markNumbers(documents: DocumentTable, filter: NumberFilter, bits: Bits): void {
  const column = documents.numbers.get(filter.number)
  if (!column) return
  const min = ('min' in filter ? filter.min : undefined) ?? Number.NEGATIVE_INFINITY
  const max = ('max' in filter ? filter.max : undefined) ?? Number.POSITIVE_INFINITY
  for (let doc = 0; doc < column.length; doc++) {
    const value = column.at(doc)
    if (value >= min && value <= max) setBit(bits, doc)
  }
}

function markPlaces(documents: DocumentTable, bits: Bits, isWanted: (point: GeoPoint) => boolean): void {
  for (let doc = 0; doc < documents.size; doc++) {
    const lat = documents.lat.at(doc)
    if (!Number.isNaN(lat) && isWanted({ lat, lng: documents.lng.at(doc) })) setBit(bits, doc)
  }
}
