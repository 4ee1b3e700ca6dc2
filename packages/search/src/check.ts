import { type FieldError, InvalidInput } from '@hansa/domain/errors'
import { z } from 'zod'
import type { Filter, IndexSchema, SearchDoc, SearchQuery } from './engine.ts'

const MAX_TEXT = 10_000
const MAX_DEPTH = 20
const MAX_ATTRIBUTES = 8

/** Throws `InvalidInput` for documents and queries that do not fit a schema. */
export type Checks = {
  documents(docs: readonly SearchDoc[]): void
  query(query: SearchQuery): void
  facet(name: string): void
}

/**
 * Prepares the checks for a schema.
 *
 * @throws InvalidInput when the schema itself cannot be: more than eight attributes, or a hidden one that is not listed
 */
export function checksFor(schema: IndexSchema): Checks {
  const { attributes, hidden } = schema
  if (attributes.length === 0 || attributes.length > MAX_ATTRIBUTES)
    throw new InvalidInput([
      { field: 'attributes', message: `name between 1 and ${MAX_ATTRIBUTES} attributes` },
    ])
  for (const name of hidden)
    if (!attributes.includes(name))
      throw new InvalidInput([{ field: 'hidden', message: `${name} is not an attribute` }])
  const documents = z.array(documentSchema())
  const query = querySchema(schema)
  const facets = facetName(schema)
  return {
    documents: (docs) => refuse(documents.safeParse(docs), 'documents'),
    query: (value) => {
      if (value.filter && depthOf(value.filter) > MAX_DEPTH)
        throw new InvalidInput([{ field: 'filter', message: `is nested deeper than ${MAX_DEPTH} levels` }])
      refuse(query.safeParse(value), 'query')
    },
    facet: (name) => refuse(facets.safeParse(name), 'facet'),
  }
}

function refuse(result: z.ZodSafeParseResult<unknown>, what: string): void {
  if (result.success) return
  const fields: FieldError[] = result.error.issues.map((issue) => ({
    field: issue.path.map(String).join('.') || what,
    message: issue.message,
  }))
  throw new InvalidInput(fields)
}

/** Depth of a filter, without recursion: it may be as deep as an attacker likes. */
function depthOf(filter: Filter): number {
  let level: Filter[] = [filter]
  let depth = 0
  while (level.length > 0 && depth <= MAX_DEPTH) {
    depth++
    level = level.flatMap((f) => ('all' in f ? f.all : 'any' in f ? f.any : 'not' in f ? [f.not] : []))
  }
  return depth
}

const LAT = z.number().min(-90).max(90)
const LNG = z.number().min(-180).max(180)
const POINT = z.object({ lat: LAT, lng: LNG })

function documentSchema(): z.ZodType {
  return z.object({
    id: z.string().min(1),
    kind: z.string().min(1),
    stableKey: z.string(),
    languages: z.array(z.string()),
    fields: z.record(z.string(), z.array(z.string())),
    shared: z.record(z.string(), z.array(sharedTexts())).optional(),
    facets: z.record(z.string(), z.array(z.string())),
    numbers: z.record(z.string(), z.number().nullable()),
    texts: z.record(z.string(), z.string().nullable()),
    geo: POINT.nullable(),
  })
}

/** A list that many documents hold is looked through once. */
function sharedTexts(): z.ZodType {
  const seen = new WeakSet<object>()
  return z.custom((value) => {
    if (!Array.isArray(value)) return false
    if (seen.has(value)) return true
    if (!value.every((text) => typeof text === 'string')) return false
    seen.add(value)
    return true
  }, 'is not a list of texts')
}

function nameOf(what: string, names: readonly string[]): z.ZodType<string> {
  return z.string().refine((name) => names.includes(name), { error: `is not a ${what} of this index` })
}

function facetName(schema: IndexSchema): z.ZodType<string> {
  return nameOf('facet', ['kind', ...schema.facets])
}

function filterSchema(schema: IndexSchema): z.ZodType {
  const facet = facetName(schema)
  const number = nameOf('number', schema.numbers)
  const filter: z.ZodType = z.lazy(() =>
    z.union([
      z.strictObject({ all: z.array(filter) }),
      z.strictObject({ any: z.array(filter) }),
      z.strictObject({ not: filter }),
      z.strictObject({ facet, in: z.array(z.string()) }),
      z.strictObject({ facet, exists: z.boolean() }),
      z.strictObject({ number, min: z.number().optional(), max: z.number().optional() }),
      z.strictObject({ number, exists: z.boolean() }),
      z.strictObject({ box: z.strictObject({ south: LAT, west: LNG, north: LAT, east: LNG }) }),
      z.strictObject({ near: POINT, radius: z.number().min(0) }),
      z.strictObject({ ids: z.array(z.string()) }),
    ]),
  )
  return filter
}

function querySchema(schema: IndexSchema): z.ZodType {
  const text = z.string().max(MAX_TEXT)
  return z.strictObject({
    text,
    phrases: z.array(text).max(100).optional(),
    exclude: z.array(text).max(100).optional(),
    attributes: z.array(nameOf('attribute', schema.attributes)).optional(),
    typo: z.boolean().optional(),
    filter: filterSchema(schema).optional(),
    facets: z.array(facetName(schema)).optional(),
    facetLimit: z.int().min(0).optional(),
    sort: z
      .array(
        z.union([
          z.strictObject({
            by: z.literal('number'),
            name: nameOf('number', schema.numbers),
            descending: z.boolean().optional(),
          }),
          z.strictObject({
            by: z.literal('text'),
            name: nameOf('text', schema.texts),
            descending: z.boolean().optional(),
          }),
          z.strictObject({ by: z.literal('distance'), from: POINT }),
        ]),
      )
      .max(5)
      .optional(),
    offset: z.int().min(0).optional(),
    limit: z.int().min(0).max(1000).optional(),
  })
}
