import { parentPort, workerData } from 'node:worker_threads'
import { PGlite } from '@electric-sql/pglite'
import { DurableNodeFS } from './durable-fs.ts'
import type { RawResult, WireError, WorkerMessage, WorkerOptions, WorkerRequest } from './protocol.ts'

/** The whole database worker: opens the cluster, then answers one request after the other. */

const port = parentPort
if (!port) throw new Error('This file runs only as a worker thread.')
const send = (message: WorkerMessage): void => port.postMessage(message)
const { dir, channels }: WorkerOptions = workerData

// PGlite turns fsync off (-F). `wal_sync_method` must be fsync: its fdatasync does nothing.
const startParams = PGlite.defaultStartParams
  .filter((param) => param !== '-F')
  .concat('-c', 'fsync=on', '-c', 'wal_sync_method=fsync', '-c', 'shared_buffers=32MB')

const fs = new DurableNodeFS(dir)

function wireError(error: unknown): WireError {
  const known = (error ?? {}) as Partial<Record<keyof WireError, unknown>>
  const fields = [
    'code',
    'severity',
    'detail',
    'hint',
    'position',
    'schema',
    'table',
    'column',
    'constraint',
    'routine',
    'where',
  ] as const
  const wire: WireError = {
    message: String(known.message ?? error).slice(0, 2000),
    // Every statement's failure carries an SQLSTATE; anything else is the engine itself.
    fatal: typeof known.code !== 'string',
  }
  for (const field of fields) {
    const value = known[field]
    if (typeof value === 'string') wire[field] = value
  }
  return wire
}

async function open(): Promise<PGlite> {
  const pg = await PGlite.create({ fs, startParams })
  // Values stay text here: the main thread parses them exactly as it does for a PostgreSQL server.
  pg.parsers = new Proxy({}, { get: () => (value: string) => value })
  pg.serializers = {}
  pg.onNotification((channel) => send({ type: 'notification', channel }))
  for (const channel of channels) await pg.exec(`LISTEN ${channel}`)
  return pg
}

async function run(pg: PGlite, sql: string, params: (string | null)[]): Promise<RawResult[]> {
  const options = { rowMode: 'array' } as const
  const results = params.length === 0 ? await pg.exec(sql, options) : [await pg.query(sql, params, options)]
  return results.map((result) => ({
    command: result.command ?? '',
    rowCount: result.rowCount ?? null,
    fields: result.fields,
    rows: result.rows as (string | null)[][],
  }))
}

async function answer(pg: PGlite, request: WorkerRequest): Promise<void> {
  const { id } = request
  try {
    if (request.op === 'stats') return send({ type: 'stats', id, stats: { fsyncs: fs.count() } })
    if (request.op === 'close') await pg.close()
    send({
      type: 'reply',
      id,
      results: request.op === 'run' ? await run(pg, request.sql, request.params) : [],
    })
  } catch (error) {
    send({ type: 'error', id, error: wireError(error) })
  }
}

open().then(
  (pg) => {
    port.on('message', (request: WorkerRequest) => void answer(pg, request))
    send({ type: 'ready' })
  },
  (error) => send({ type: 'failed', error: wireError(error) }),
)
