import { schema } from '@hansa/db'
import DataLoader from 'dataloader'
import { asc } from 'drizzle-orm'
import { among, grouped, maxBatchSize, type Reader } from '../entry/entry.loaders.ts'

const { competence, figure } = schema

export type FigureRow = typeof figure.$inferSelect
export type CompetenceRow = typeof competence.$inferSelect

const loadFigures = async ({ db }: Reader, ids: readonly string[]): Promise<FigureRow[][]> => {
  const rows = await db
    .select()
    .from(figure)
    .where(among(figure.entryId, ids))
    .orderBy(asc(figure.entryId), asc(figure.position))
  return grouped(ids, rows, (row) => row.entryId)
}

const loadCompetences = async ({ db }: Reader, ids: readonly string[]): Promise<CompetenceRow[][]> => {
  const rows = await db
    .select()
    .from(competence)
    .where(among(competence.entryId, ids))
    .orderBy(asc(competence.entryId), asc(competence.position))
  return grouped(ids, rows, (row) => row.entryId)
}

/** Batched reads of figures and competences by the city or country they are about. */
export const createFigureLoaders = (reader: Reader) => ({
  figures: new DataLoader((ids: readonly string[]) => loadFigures(reader, ids), { maxBatchSize }),
  competences: new DataLoader((ids: readonly string[]) => loadCompetences(reader, ids), { maxBatchSize }),
})
