import type { Log } from '../log.ts'
import type { PostgresPool } from './pool.ts'

const RECONNECT_MS = 1_000

/**
 * Listens on a channel with a connection of its own, which is made again whenever it is lost; `listener` is called
 * once more after that, because notifications may have been missed.
 * @returns the function that stops listening
 */
export async function listenOn(
  pool: PostgresPool,
  channel: string,
  listener: () => void,
  log: Log,
): Promise<() => Promise<void>> {
  let stopped = false
  let retry: NodeJS.Timeout | undefined
  let client = await connect()

  async function connect() {
    const made = await pool.listener()
    made.on('notification', () => listener())
    made.on('error', (error) => log.warn({ reason: error.message }, 'listening connection lost'))
    made.on('end', () => again())
    await made.query(`LISTEN ${made.escapeIdentifier(channel)}`)
    return made
  }
  function again(): void {
    clearTimeout(retry)
    if (stopped) return
    retry = setTimeout(async () => {
      try {
        client = await connect()
        listener()
      } catch {
        again()
      }
    }, RECONNECT_MS)
  }
  return async () => {
    stopped = true
    clearTimeout(retry)
    await client.end().catch(() => undefined)
  }
}
