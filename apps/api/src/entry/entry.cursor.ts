import { InvalidInput } from '@hansa/domain/errors'

/** Where a list ordered by sort key and id is cut. */
export type Position = { sortKey: string; id: string }

/** An opaque cursor for a position. */
export const cursorOf = ({ sortKey, id }: Position): string =>
  Buffer.from(JSON.stringify([sortKey, id])).toString('base64url')

/**
 * The position of a cursor we gave out.
 * @throws InvalidInput naming `after`
 */
export const positionOf = (cursor: string): Position => {
  const [sortKey, id] = read(cursor)
  const ours = typeof sortKey === 'string' && typeof id === 'string' && cursorOf({ sortKey, id }) === cursor
  // PostgreSQL refuses a text that holds U+0000, and no sort key does.
  if (ours && !sortKey.includes('\0') && !id.includes('\0')) return { sortKey, id }
  throw new InvalidInput([
    { field: 'after', message: 'is not a cursor of this list; leave it out to start at the beginning' },
  ])
}

const read = (cursor: string): unknown[] => {
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString())
    return Array.isArray(value) && value.length === 2 ? value : []
  } catch {
    return []
  }
}
