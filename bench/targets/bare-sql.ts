import { createServer } from 'node:http'
import pg from 'pg'
import { detailStatement, listStatement } from './statements.ts'

/*
 * The limit for lists and details on PostgreSQL: `node:http`, `pg`, one statement per request, nothing else. Statements
 * are prepared once per connection, which is the best that can be done for them.
 */

const pool = new pg.Pool({ connectionString: process.env.BENCH_DATABASE_URL ?? '', max: 10 })

const statementOf = (url: URL) => {
  const value = (name: string) => url.searchParams.get(name) ?? ''
  if (url.pathname === '/list')
    return { name: 'list', text: listStatement, values: [value('sortKey'), value('id')] }
  if (url.pathname === '/detail') return { name: 'detail', text: detailStatement, values: [value('slug')] }
  return { name: 'ready', text: 'select 1 as answer', values: [] }
}

const server = createServer((request, response) => {
  const statement = statementOf(new URL(request.url ?? '/', 'http://bench.test'))
  pool.query(statement).then(
    ({ rows }) => {
      response.writeHead(200, { 'Content-Type': 'application/json' })
      response.end(JSON.stringify(rows[0]?.answer))
    },
    (error: unknown) => response.writeHead(500).end(String(error)),
  )
})

server.listen(Number(process.env.PORT), '127.0.0.1')
process.once('SIGTERM', () => {
  server.closeAllConnections()
  server.close(() => void pool.end())
})
