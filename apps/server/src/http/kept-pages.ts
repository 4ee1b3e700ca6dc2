import { createHash } from 'node:crypto'
import { everything, type Kept } from '@hansa/api'
import type { Handler } from './app.ts'
import { acceptedEncoding, compress, type Encoding, isCompressible, qualityFor } from './encoding.ts'
import { type KeptPage, PageMemory } from './page-memory.ts'

type Options = {
  kept: Kept
  /** What a page depends on beside its address; null for requests whose answer is nobody else's. */
  variantOf: (request: Request) => string | null
  /** Most memory that pages may take. */
  mostBytes: number
}

/**
 * Answers from memory what was asked for before and would be answered alike. All pages are given up as soon as anything
 * changes in the database or in the search index (docs/decisions/062-kept-pages.md).
 */
export function keepPages(handler: Handler, { kept, variantOf, mostBytes }: Options): Handler {
  if (mostBytes === 0) return handler
  return async (request, context) => {
    const variant = variantOf(request)
    if (variant === null) return await handler(request, context)
    const encoding = acceptedEncoding(request.headers.get('Accept-Encoding') ?? undefined)
    const key = JSON.stringify([request.url, variant, encoding])
    // Taken before the page is made: what is made of old data goes where old pages go.
    const memory = await kept.read('pages', everything, async () => new PageMemory(mostBytes))
    const known = memory.get(key)
    if (known) return answer(request, known)
    // Without a nonce, which is one answer's only; the page's script comes from here and needs none.
    const response = await handler(request, { ...context, nonce: '' })
    if (!mayKeep(response)) return response
    const page = await toPage(response, encoding)
    memory.set(key, page)
    return answer(request, page)
  }
}

function mayKeep({ status, headers }: Response): boolean {
  const isPage = (headers.get('Content-Type') ?? '').startsWith('text/html')
  return status === 200 && isPage && !headers.has('Set-Cookie') && !headers.has('Cache-Control')
}

async function toPage(response: Response, encoding: Encoding | null): Promise<KeptPage> {
  const { headers } = response
  const plain = new Uint8Array(await response.arrayBuffer())
  const isSmaller = encoding && isCompressible(headers.get('Content-Type') ?? '', plain.byteLength)
  const bytes = isSmaller ? await compress(plain, encoding, qualityFor(plain.byteLength)) : plain
  if (isSmaller) headers.set('Content-Encoding', encoding)
  headers.set('Content-Length', String(bytes.byteLength))
  headers.set('ETag', `W/"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`)
  // Browsers ask each time, and are told that nothing changed; whoever stands between keeps nothing.
  headers.set('Cache-Control', 'private, no-cache')
  return { bytes, headers: [...headers] }
}

function answer(request: Request, { bytes, headers }: KeptPage): Response {
  const own = new Headers(headers.map(([name, value]): [string, string] => [name, value]))
  const tags = (request.headers.get('If-None-Match') ?? '').split(',').map((tag) => tag.trim())
  if (!tags.includes(own.get('ETag') ?? '')) return new Response(bytes, { headers: own })
  own.delete('Content-Length')
  return new Response(null, { status: 304, headers: own })
}
