import { readFile } from 'node:fs/promises'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join, normalize } from 'node:path'
import { createPortal, type Executor, type Portal } from '@hansa/portal'

export interface RunningPortal {
  readonly url: string
  readonly stop: () => Promise<void>
}

const types: Readonly<Record<string, string>> = {
  css: 'text/css',
  js: 'text/javascript',
  svg: 'image/svg+xml',
  woff2: 'font/woff2',
}

/** Serves the built portal alone on a free port, over any executor: for what can be shown without a registry. */
export async function startPortal(
  executor: Executor,
  now = new Date('2026-01-15T12:00:00Z'),
): Promise<RunningPortal> {
  const portal = createPortal({ executor, publicUrl: 'http://portal.test', now: () => now, examples: true })
  const server = createServer((request, response) => {
    answer(portal, request, response).catch((error: unknown) =>
      response.destroy(error instanceof Error ? error : undefined),
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

async function answer(portal: Portal, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(`http://${request.headers.host}${request.url ?? '/'}`)
  const type = types[url.pathname.split('.').at(-1) ?? '']
  const file = type ? await readFile(join(portal.clientDir, normalize(url.pathname))).catch(() => null) : null
  if (file && type) {
    response.writeHead(200, { 'Content-Type': type }).end(file)
    return
  }
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  const method = request.method ?? 'GET'
  const body = method === 'GET' || method === 'HEAD' ? null : Buffer.concat(chunks)
  const headers = new Headers(
    Object.entries(request.headers).map(([name, value]): [string, string] => [name, String(value)]),
  )
  const page = await portal.fetch(new Request(url, { method, headers, body }))
  response.writeHead(page.status, Object.fromEntries(page.headers)).end(Buffer.from(await page.arrayBuffer()))
}
