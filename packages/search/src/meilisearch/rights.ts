import { Unavailable } from '@hansa/domain/errors'
import { type Connection, isForbidden } from './connection.ts'

/** What a key must be allowed to do with the indexes of an instance, as Meilisearch calls it. */
export const KEY_ACTIONS = [
  'search',
  'documents.add',
  'documents.get',
  'documents.delete',
  'indexes.create',
  'indexes.get',
  'indexes.delete',
  'indexes.swap',
  'settings.get',
  'settings.update',
  'tasks.get',
  'version',
] as const

type Method = 'get' | 'post' | 'patch' | 'delete'

/**
 * Finds out which of the rights a key lacks. Rights are checked before anything else there, so requests that make no sense
 * tell without changing anything.
 *
 * @param index name of an index; it need not exist
 * @throws Unavailable when the server does not answer
 */
export async function missingRights({ client, ask }: Connection, index: string): Promise<string[]> {
  const probes: [(typeof KEY_ACTIONS)[number], Method, string, (object | string)?][] = [
    ['search', 'post', `indexes/${index}/search`, { limit: 'none' }],
    ['documents.add', 'post', `indexes/${index}/documents`, 'none'],
    ['documents.get', 'get', `indexes/${index}/documents/_none`],
    ['documents.delete', 'post', `indexes/${index}/documents/delete-batch`, 'none'],
    ['indexes.create', 'post', 'indexes', { uid: index, none: 1 }],
    ['indexes.get', 'get', `indexes/${index}`],
    ['indexes.delete', 'delete', `indexes/${index}!`],
    ['indexes.swap', 'post', 'swap-indexes', 'none'],
    ['settings.get', 'get', `indexes/${index}/settings`],
    ['settings.update', 'patch', `indexes/${index}/settings`, { none: 1 }],
    ['tasks.get', 'get', 'tasks?limit=1'],
    ['version', 'get', 'version'],
  ]
  const missing: string[] = []
  for (const [action, method, path, body] of probes) {
    try {
      await ask(client.httpRequest[method]({ path, body }))
    } catch (error) {
      if (isForbidden(error)) missing.push(action)
      else if (!isAnswer(error)) throw error
    }
  }
  return missing
}

/**
 * True for a key that may read the other keys: the master key, or one nearly as mighty.
 *
 * @throws Unavailable when the server does not answer
 */
export async function isMighty({ client, ask }: Connection): Promise<boolean> {
  try {
    await ask(client.getKeys({ limit: 1 }))
    return true
  } catch (error) {
    if (isAnswer(error)) return false
    throw error
  }
}

function isAnswer(error: unknown): boolean {
  return error instanceof Unavailable && error.cause instanceof Error && 'response' in error.cause
}
