import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { createApi, followKept, loadLexicon, startIndexer } from '@hansa/api'
import { openDatabase, silentLog } from '@hansa/db'
import { openFiles, openFolderStore } from '@hansa/files'
import { createStemmers, openEmbeddedEngine, type SearchRequest, searchWithFacets } from '@hansa/search'
import { serve } from '@hono/node-server'
import { sql } from 'drizzle-orm'
import { parse } from 'graphql'
import { Hono } from 'hono'
import { measureBulk } from './bulk.ts'
import { measureReindex, measureUpdates } from './indexing.ts'
import { detailStatement, listStatement } from './statements.ts'

/*
 * The same parts as the product has, in a process of its own and without the product around them: what is inside a
 * process is measured there, and the limits of the embedded setup are served from here.
 */

const dataDir = process.env.DATA_DIR ?? ''
const database = await openDatabase({ dataDir, log: silentLog })
const engine = openEmbeddedEngine({ folder: join(dataDir, 'search') })
const stemmers = createStemmers()
const clock = { now: () => new Date() }
const parts = { database, search: engine, stemmers, clock, log: silentLog }
const indexer = await startIndexer(parts)
const kept = await followKept(database, silentLog)
const store = openFolderStore(join(dataDir, 'files'))
const files = await openFiles({ store, incoming: join(dataDir, 'incoming') })
const api = createApi({
  ...parts,
  kept,
  files,
  db: database.db,
  publicUrl: 'http://bench.test',
  accounts: 'open',
})

const documents = new Map<string, ReturnType<typeof parse>>()
const documentOf = (query: string) => {
  const known = documents.get(query) ?? parse(query)
  documents.set(query, known)
  return known
}

const execute = async (query: string, variables: Record<string, unknown>) => {
  const request = new Request('http://bench.test/')
  const document = documentOf(query)
  const result = await api.execute({ request, document, variables, locale: 'en', requestId: 'bench' })
  if (result.errors) throw new Error(result.errors.map((error) => error.message).join(' '))
  return result
}

/** A statement with `$1`, `$2` … bound the way the database package binds values. */
const bound = (statement: string, values: readonly string[]) =>
  sql.join(
    statement
      .split(/\$(\d)/)
      .map((part, i) => (i % 2 === 0 ? sql.raw(part) : sql`${values[Number(part) - 1] ?? ''}`)),
  )

const timed = async (work: () => Promise<unknown>) => {
  const start = performance.now()
  await work()
  return { ms: performance.now() - start }
}

type Page = { query: string; variables: Record<string, unknown>; html: string }
const pages = new Map<string, Page>()

const lexicon = loadLexicon({ db: database.db, stemmers })

const app = new Hono()
app.get('/readyz', (c) => c.text('ready'))
app.post('/bulk', async (c) =>
  c.json(await measureBulk(database.db, (request) => api.fetch(request), 10_000)),
)
app.post('/engine/hits', async (c) => {
  const request: SearchRequest = await c.req.json()
  return c.json(
    await timed(async () =>
      searchWithFacets({ engine, stemmers, lexicon: await lexicon }, { ...request, facets: [] }),
    ),
  )
})
app.post('/engine/page', async (c) => {
  const request: SearchRequest = await c.req.json()
  return c.json(
    await timed(async () => searchWithFacets({ engine, stemmers, lexicon: await lexicon }, request)),
  )
})
app.post('/graphql', async (c) => {
  const { query, variables } = await c.req.json()
  return c.json(await timed(() => execute(query, variables)))
})
app.post('/pages', async (c) => {
  const given: Record<string, Page> = await c.req.json()
  for (const [path, page] of Object.entries(given)) pages.set(path, page)
  return c.text('kept')
})
app.get('/search', async (c) => {
  const page = pages.get(new URL(c.req.url).search)
  if (!page) return c.notFound()
  await execute(page.query, page.variables)
  return c.html(page.html)
})
app.get('/list', async (c) => {
  const values = [c.req.query('sortKey') ?? '', c.req.query('id') ?? '']
  const { rows } = await database.db.execute<{ answer: object }>(bound(listStatement, values))
  return c.json(rows[0]?.answer ?? null)
})
app.get('/detail', async (c) => {
  const { rows } = await database.db.execute<{ answer: object }>(
    bound(detailStatement, [c.req.query('slug') ?? '']),
  )
  return c.json(rows[0]?.answer ?? null)
})
app.post('/reindex', async (c) => c.json(await measureReindex(parts)))
app.post('/updates', async (c) => c.json(await measureUpdates(parts)))

const server = serve({ fetch: app.fetch, port: Number(process.env.PORT), hostname: '127.0.0.1' })
process.once('SIGTERM', async () => {
  await kept.stop()
  await indexer.stop()
  await engine.close()
  await database.close()
  server.close()
  process.exit(0)
})
