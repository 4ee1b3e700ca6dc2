import { Unavailable } from '@hansa/domain/errors'
import type { Connection } from './connection.ts'
import { isMighty, missingRights } from './rights.ts'

/** The oldest release this engine was tried on. */
export const MINIMUM_VERSION = '1.50.0'

/**
 * Looks at the server and the key before anything is kept there; gives the server's version.
 *
 * @param strict refuse a key that may do more than it needs
 * @throws Unavailable when the server does not answer, is too old, or the key does not fit
 */
export async function checkServer(connection: Connection, index: string, strict: boolean): Promise<string> {
  const missing = await missingRights(connection, index)
  if (missing.length > 0)
    throw new Unavailable(
      `The key in MEILI_KEY may not do this on the search server: ${missing.join(', ')}. Make a key as docs/operations.md says.`,
    )
  if (strict && (await isMighty(connection)))
    throw new Unavailable(
      'The key in MEILI_KEY may read all keys of the search server, as its master key may; make a key of its own for Hansa, as docs/operations.md says.',
    )
  const { pkgVersion } = await connection.ask(connection.client.getVersion())
  if (isOlder(pkgVersion, MINIMUM_VERSION))
    throw new Unavailable(
      `The search server is Meilisearch ${pkgVersion}; use ${MINIMUM_VERSION} or newer. Its index is built anew after an upgrade.`,
    )
  return pkgVersion
}

function isOlder(version: string, minimum: string): boolean {
  const [own, wanted] = [version, minimum].map((text) =>
    text.split('.').map((part) => Number.parseInt(part, 10)),
  )
  for (const [i, number] of (wanted ?? []).entries()) {
    const difference = (own?.[i] ?? 0) - number
    if (difference !== 0) return difference < 0
  }
  return false
}
