import { createHash } from 'node:crypto'
import { InvalidInput } from '@hansa/domain/errors'

/** Where a search result is cut: how many hits come before, and the last of them. */
export type SearchPosition = { offset: number; id: string }

/** A short name of a query, so that a cursor of one is not used for another. */
export const queryHash = (query: unknown): string =>
  createHash('sha256').update(JSON.stringify(query)).digest('base64url').slice(0, 12)

/** An opaque cursor behind a hit. */
export const searchCursor = (hash: string, { offset, id }: SearchPosition): string =>
  Buffer.from(JSON.stringify([hash, offset, id])).toString('base64url')

const refuse = (message: string): never => {
  throw new InvalidInput([{ field: 'after', message }])
}

const read = (cursor: string): unknown => {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString())
  } catch {
    return null
  }
}

// Beyond this nobody pages; it also keeps forged offsets within what an engine takes.
export const maxOffset = 1_000_000

/**
 * The position of a cursor that a search for this query gave out.
 * @throws InvalidInput naming `after`
 */
export const searchPosition = (hash: string, cursor: string): SearchPosition => {
  const value = read(cursor)
  const [givenHash, offset, id] = Array.isArray(value) && value.length === 3 ? value : []
  const formed =
    typeof givenHash === 'string' && typeof id === 'string' && Number.isInteger(offset) && offset > 0
  if (!formed || offset > maxOffset)
    return refuse('is not a cursor of a search; leave it out to start at the beginning')
  if (givenHash !== hash) return refuse('belongs to another search; leave it out to start at the beginning')
  return { offset, id }
}
