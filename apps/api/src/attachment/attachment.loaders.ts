import { schema } from '@hansa/db'
import DataLoader from 'dataloader'
import { and, asc, eq } from 'drizzle-orm'
import { among, grouped, maxBatchSize, type Reader } from '../entry/entry.loaders.ts'

const { attachment } = schema

/** Batched reads of what entries show. Whether the viewer may see the entry was asked before. */
export const createAttachmentLoaders = ({ db }: Reader) => ({
  publicAttachments: new DataLoader(
    async (ids: readonly string[]) => {
      const rows = await db
        .select()
        .from(attachment)
        .where(and(among(attachment.entryId, ids), eq(attachment.state, 'public')))
        .orderBy(asc(attachment.createdAt), asc(attachment.id))
      return grouped(ids, rows, (row) => row.entryId ?? '')
    },
    { maxBatchSize },
  ),
})
