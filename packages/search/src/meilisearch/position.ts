import { z } from 'zod'
import { type Connection, isMissing } from './connection.ts'

/** The one document of an index that is no entry; encoded ids never look like this. */
const KEY = '_position'

/** What an index says about itself. It lies in the index, so that it changes with the content and is swapped with it. */
export type Position = {
  /** Position in the outbox up to which changes are in the index. */
  seq: bigint
  /** Fingerprint of what the index was made for. */
  madeFor: string
  /** Whether it was ever filled completely. */
  complete: boolean
  /** Names the building of this very index: another one was put in its place when it changes. */
  build: string
}

const STORED = z.object({
  seq: z.string().regex(/^\d+$/).transform(BigInt),
  madeFor: z.string(),
  complete: z.boolean(),
  build: z.string(),
})

/** The position as a document to be written in the same task as the changes it stands for. */
export function positionDocument(position: Position): Record<string, unknown> & { key: string } {
  return { ...position, key: KEY, seq: String(position.seq) }
}

/**
 * Reads the position of an index; null when there is no index or nothing readable in it.
 *
 * @throws Unavailable
 */
export async function readPosition({ client, ask }: Connection, index: string): Promise<Position | null> {
  try {
    const found = STORED.safeParse(await ask(client.index(index).getDocument(KEY)))
    return found.success ? found.data : null
  } catch (error) {
    if (isMissing(error)) return null
    throw error
  }
}
