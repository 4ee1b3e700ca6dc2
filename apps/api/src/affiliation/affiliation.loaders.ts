import { schema } from '@hansa/db'
import DataLoader from 'dataloader'
import { and, asc, eq, isNotNull, notInArray, or } from 'drizzle-orm'
import { among, grouped, maxBatchSize, type Reader } from '../entry/entry.loaders.ts'

const { affiliation } = schema

/**
 * Where members belong, confirmed, the oldest first; of the viewer's own also what waits, and what she reviews
 * or began, which is nobody else's to know.
 */
export const selectAffiliations = (
  { db, viewer }: Pick<Reader, 'db' | 'viewer'>,
  memberIds: readonly string[],
) => {
  const belonging = and(
    isNotNull(affiliation.confirmedAt),
    notInArray(affiliation.function, ['reviewer', 'author']),
  )
  const known = viewer.kind === 'member' ? or(belonging, eq(affiliation.memberId, viewer.id)) : belonging
  return db
    .select()
    .from(affiliation)
    .where(and(among(affiliation.memberId, memberIds), known))
    .orderBy(asc(affiliation.createdAt), asc(affiliation.id))
}

/** Batched reads of affiliations. Whether a member shows them is asked before. */
export const createAffiliationLoaders = (reader: Reader) => ({
  affiliations: new DataLoader(
    async (ids: readonly string[]) =>
      grouped(ids, await selectAffiliations(reader, ids), (row) => row.memberId),
    { maxBatchSize },
  ),
})
