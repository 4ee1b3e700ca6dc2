import { type Kind, kindOfId } from '@hansa/domain/kind'
import { seesMoreThanPublic, visitor } from '@hansa/domain/permissions'
import DataLoader from 'dataloader'
import type { Kept } from '../kept.ts'
import { wholeEntries } from './entry.columns.ts'
import { loadByIds, maxBatchSize, type Reader } from './entry.loaders.ts'
import type { EntryRow } from './entry.types.ts'

/** Most entries of a kind that are remembered whole; one has some 10 KB. */
const mostOfKind = 1000

type Known = Map<string, EntryRow>

const memoryOf = (kept: Kept, kind: Kind): Promise<Known> =>
  kept.readMany<Known>(`whole entries of ${kind}`, {
    of: kind,
    kinds: [],
    read: async () => new Map(),
    // A new memory, so that what was read before the change is put into the old one.
    mend: async (known, ids) => {
      const left = new Map(known)
      for (const id of ids) left.delete(id)
      return left
    },
  })

/** Puts a row last, and forgets the first, which was asked for longest ago, when there are too many. */
const remember = (known: Known, row: EntryRow): void => {
  known.delete(row.id)
  known.set(row.id, row)
  const [oldest] = known.keys()
  if (oldest !== undefined && known.size > mostOfKind) known.delete(oldest)
}

/** Entries of a kind that anybody may see, from memory where they were read before. */
const publicEntries = async (reader: Reader, kind: Kind, ids: readonly string[]): Promise<Known> => {
  const memory = await memoryOf(reader.kept, kind)
  const known = ids.flatMap((id) => memory.get(id) ?? [])
  const missing = ids.filter((id) => !memory.has(id))
  const read =
    missing.length > 0 ? await loadByIds({ ...reader, viewer: visitor }, wholeEntries, missing) : []
  const found = [...known, ...read.filter((row) => row !== null)]
  for (const row of found) remember(memory, row)
  return new Map(found.map((row) => [row.id, row]))
}

const loadWhole = async (reader: Reader, ids: readonly string[]): Promise<(EntryRow | null)[]> => {
  const byKind = [...Map.groupBy(ids, kindOfId)]
  const known = await Promise.all(
    byKind.map(([kind, some]): Known | Promise<Known> =>
      kind ? publicEntries(reader, kind, some) : new Map(),
    ),
  )
  const rows = new Map(known.flatMap((some) => [...some]))
  const hidden = seesMoreThanPublic(reader.viewer) ? ids.filter((id) => !rows.has(id)) : []
  if (hidden.length > 0)
    for (const row of await loadByIds(reader, wholeEntries, hidden)) if (row) rows.set(row.id, row)
  return ids.map((id) => rows.get(id) ?? null)
}

/** Reads of entries with all there is about them; what the public sees comes from memory where it was read before. */
export const createWholeEntryLoaders = (reader: Reader) => ({
  /** An entry by id with all there is about it, for what computes with it, such as the hits of a search. */
  entry: new DataLoader((ids: readonly string[]) => loadWhole(reader, ids), { maxBatchSize }),
})
