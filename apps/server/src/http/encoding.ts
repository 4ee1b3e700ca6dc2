import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { MiddlewareHandler } from 'hono'

export type Encoding = 'br' | 'gzip'

const toBrotli = promisify(brotliCompress)
const toGzip = promisify(gzip)

/** Below this many bytes compression gains less than its header costs. */
const SMALLEST = 860
const compressible =
  /^(text\/(?!event-stream)|application\/(json|ld\+json|graphql-response\+json|xml|.+\+xml|javascript)|image\/svg\+xml)/

/** Whether bytes of a media type shrink. */
export function isCompressible(type: string, bytes: number): boolean {
  return bytes >= SMALLEST && compressible.test(type)
}

/** The better encoding that an Accept-Encoding header allows, or null. */
export function acceptedEncoding(header: string | undefined): Encoding | null {
  const weights = new Map(
    (header ?? '')
      .toLowerCase()
      .split(',')
      .map((part) => {
        const [name = '', ...parameters] = part.split(';').map((text) => text.trim())
        const q = parameters.find((text) => text.startsWith('q='))
        return [name, q ? Number(q.slice(2)) : 1]
      }),
  )
  const allowed = (name: Encoding) => (weights.get(name) ?? weights.get('*') ?? 0) > 0
  return allowed('br') ? 'br' : allowed('gzip') ? 'gzip' : null
}

/** Compresses; `quality` is Brotli's, 0 to 11. */
export async function compress(
  bytes: Uint8Array,
  encoding: Encoding,
  quality: number,
): Promise<Uint8Array<ArrayBuffer>> {
  if (encoding === 'gzip') return new Uint8Array(await toGzip(bytes))
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: quality,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.byteLength,
  }
  return new Uint8Array(await toBrotli(bytes, { params }))
}

/** Of Brotli's steps the last that costs less than a page takes to render; the first where that would take seconds. */
export function qualityFor(bytes: number): number {
  return bytes > 512 * 1024 ? 1 : 5
}

/** Compresses pages and answers that are whole already. What streams says `no-transform`, and is compressed by whoever made it. */
export const compressPages: MiddlewareHandler = async (c, next) => {
  await next()
  const { headers, body, status, statusText } = c.res
  const type = headers.get('Content-Type') ?? ''
  if (!compressible.test(type) || headers.get('Cache-Control')?.includes('no-transform')) return
  headers.append('Vary', 'Accept-Encoding')
  const encoding = acceptedEncoding(c.req.header('Accept-Encoding'))
  if (!encoding || !body || c.req.method === 'HEAD' || headers.has('Content-Encoding')) return
  const bytes = new Uint8Array(await c.res.arrayBuffer())
  const small = isCompressible(type, bytes.byteLength)
    ? await compress(bytes, encoding, qualityFor(bytes.byteLength))
    : null
  const answer = new Response(small ?? bytes, { status, statusText, headers })
  answer.headers.delete('Content-Length')
  if (small) {
    answer.headers.set('Content-Encoding', encoding)
    const etag = headers.get('ETag')
    if (etag && !etag.startsWith('W/')) answer.headers.set('ETag', `W/${etag}`)
  }
  c.res = undefined
  c.res = answer
}
