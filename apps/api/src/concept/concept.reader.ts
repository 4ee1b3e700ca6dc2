import { schema } from '@hansa/db'
import { asc } from 'drizzle-orm'
import type { Context } from '../context.ts'
import type { ConceptRow, SchemeRow } from './concept.loaders.ts'

type Reading = Pick<Context, 'db' | 'loaders'>

/** A concept by its id, `<scheme>/<key>`; null when there is none. */
export const findConcept = async (ctx: Reading, id: string): Promise<ConceptRow | null> =>
  /^[a-z0-9-]{1,80}\/[a-z0-9-]{1,80}$/.test(id) ? ctx.loaders.concept.load(id) : null

/** A concept scheme by its key; null when there is none. */
export const findScheme = async (ctx: Reading, key: string): Promise<SchemeRow | null> =>
  /^[a-z0-9-]{1,80}$/.test(key) ? ctx.loaders.scheme.load(key) : null

/** All concept schemes in order of their keys. */
export const listSchemes = ({ db }: Reading): Promise<SchemeRow[]> =>
  db.select().from(schema.conceptScheme).orderBy(asc(schema.conceptScheme.key))

/** Ids of the concepts that a field of an entry names, in order. */
export const namedConceptIds = async (ctx: Pick<Context, 'loaders'>, entryId: string, field: string) =>
  (await ctx.loaders.namedConcepts.load(entryId))
    .filter((named) => named.field === field)
    .map((named) => named.conceptId)

/** Concepts by their ids, in that order; unknown ids are left out. */
export const loadConcepts = async (
  ctx: Pick<Context, 'loaders'>,
  ids: readonly string[],
): Promise<ConceptRow[]> =>
  (await Promise.all(ids.map((id) => ctx.loaders.shownConcept.load(id)))).filter((row) => row !== null)
