import { randomBytes } from 'node:crypto'
import type { EnqueuedTaskPromise } from 'meilisearch'
import type { IndexSchema, SearchDoc } from '../engine.ts'
import { type Connection, isMissing } from './connection.ts'
import { encodeValue } from './encode.ts'
import { differingSettings, settingsFor } from './index-settings.ts'
import { type Position, positionDocument } from './position.ts'
import { storedDocument } from './stored-document.ts'

/** Documents per request: about 5 MB of usual entries. */
const SLICE = 500
/** Tasks the server may have before it is waited for. */
const AHEAD = 4

/** Makes an empty index for a schema. */
export async function createIndex(
  { client, done }: Connection,
  name: string,
  schema: IndexSchema,
): Promise<void> {
  await done(
    () => client.createIndex(name, { primaryKey: 'key' }),
    () => client.index(name).updateSettings(settingsFor(schema)),
  )
}

/** Names of the settings of an index that are not as this code wants them; null when there is no such index. */
export async function wrongSettings(
  { client, ask }: Connection,
  name: string,
  schema: IndexSchema,
): Promise<string[] | null> {
  try {
    return differingSettings(await ask(client.index(name).getSettings()), settingsFor(schema))
  } catch (error) {
    if (isMissing(error)) return null
    throw error
  }
}

/** Adds or replaces documents; the last version of several under one id counts. With a position, it is written in the same task as the last of them. */
export async function writeDocuments(
  { client, done }: Connection,
  name: string,
  schema: IndexSchema,
  docs: readonly SearchDoc[],
  position: Position | null,
): Promise<void> {
  const index = client.index(name)
  const last = [...new Map(docs.map((doc) => [doc.id, doc])).values()]
  let waiting: (() => EnqueuedTaskPromise)[] = []
  for (let start = 0; start < last.length || start === 0; start += SLICE) {
    const stored = last.slice(start, start + SLICE).map((doc) => storedDocument(schema, doc))
    const isLast = start + SLICE >= last.length
    // Nothing before the position may be missing when it is written.
    if (isLast || waiting.length >= AHEAD) {
      await done(...waiting)
      waiting = []
    }
    const more = isLast && position ? [positionDocument(position)] : []
    if (stored.length + more.length > 0) waiting.push(() => index.addDocuments([...stored, ...more]))
  }
  await done(...waiting)
}

/** Removes documents; ids that are not there are passed over. */
export async function removeDocuments(
  { client, done }: Connection,
  name: string,
  ids: readonly string[],
): Promise<void> {
  if (ids.length > 0) await done(() => client.index(name).deleteDocuments(ids.map(encodeValue)))
}

/** Puts a complete index in the place of the old one, at once for everybody who searches, and deletes the old. */
export async function replaceIndex(
  { client, ask, done }: Connection,
  name: string,
  next: string,
): Promise<void> {
  const exists = await ask(client.getRawIndex(name)).then(
    () => true,
    (error: unknown) => {
      if (isMissing(error)) return false
      throw error
    },
  )
  await done(() => client.swapIndexes([{ indexes: [name, next], rename: !exists }]))
  if (exists) await done(() => client.deleteIndex(next))
}

const BUILDING = '-building-'

/** A name for an index that is being built to replace another. */
export function nameForBuilding(name: string): string {
  return `${name}${BUILDING}${randomBytes(6).toString('hex')}`
}

/**
 * Deletes half-built indexes that a crash has left behind.
 *
 * @param before those that nobody has changed since; a younger one may be in the making elsewhere
 */
export async function removeAbandoned(
  { client, ask, done }: Connection,
  name: string,
  before: Date,
): Promise<void> {
  const { results } = await ask(client.getRawIndexes({ limit: 1000 }))
  const abandoned = results.filter(
    ({ uid, updatedAt }) => uid.startsWith(`${name}${BUILDING}`) && new Date(updatedAt) <= before,
  )
  await done(
    ...abandoned.map(
      ({ uid }) =>
        () =>
          client.deleteIndex(uid),
    ),
  )
}
