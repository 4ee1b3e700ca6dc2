import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { extname, join, relative, sep } from 'node:path'
import type { MiddlewareHandler } from 'hono'
import { getMimeType } from 'hono/utils/mime'
import { acceptedEncoding, compress, type Encoding, isCompressible } from './encoding.ts'

type Bytes = Uint8Array<ArrayBuffer>

type StaticFile = {
  type: string
  etag: string
  /** Its name changes with its content, so it may be kept for ever. */
  immutable: boolean
  bytes: Bytes
  encoded: { [E in Encoding]?: Bytes }
}

/** The files of a folder by the path they are served at. */
export type StaticFiles = ReadonlyMap<string, StaticFile>

const BEST = 11

async function readStaticFile(path: string, urlPath: string): Promise<StaticFile> {
  const bytes = new Uint8Array(await readFile(path))
  const type =
    getMimeType(path) ?? (extname(path) === '.map' ? 'application/json' : 'application/octet-stream')
  const encoded: StaticFile['encoded'] = {}
  if (isCompressible(type, bytes.byteLength)) {
    encoded.br = await compress(bytes, 'br', BEST)
    encoded.gzip = await compress(bytes, 'gzip', BEST)
  }
  const etag = `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`
  return { type, etag, immutable: urlPath.startsWith('/assets/'), bytes, encoded }
}

/**
 * Reads and compresses every file of a built client once. They are few and small, a request then touches no disk, and
 * a path can only name what is in the list. `assets` holds what has a hash in its name.
 */
export async function readStaticFiles(dir: string): Promise<StaticFiles> {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true })
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  const files = paths.map(async (path) => {
    const urlPath = `/${relative(dir, path).split(sep).join('/')}`
    return [urlPath, await readStaticFile(path, urlPath)] as const
  })
  return new Map(await Promise.all(files))
}

function answer(file: StaticFile, header: (name: string) => string | undefined): Response {
  const headers = new Headers({
    'Cache-Control': file.immutable ? 'public, max-age=31536000, immutable' : 'public, max-age=3600',
    'Content-Type': file.type,
    ETag: file.etag,
    Vary: 'Accept-Encoding',
  })
  const known = header('If-None-Match')
    ?.split(',')
    .map((tag) => tag.trim().replace(/^W\//, ''))
  if (known?.includes(file.etag) || known?.includes('*')) return new Response(null, { status: 304, headers })
  const encoding = acceptedEncoding(header('Accept-Encoding'))
  const encoded = encoding ? file.encoded[encoding] : undefined
  if (encoding && encoded) headers.set('Content-Encoding', encoding)
  const body = encoded ?? file.bytes
  headers.set('Content-Length', String(body.byteLength))
  return new Response(body, { headers })
}

/** Serves the files that `files` gives at the time; what is missing from `/assets/` is no page either. */
export function serveStatic(files: () => StaticFiles | null): MiddlewareHandler {
  return async (c, next) => {
    const known = files()
    if (!known || !['GET', 'HEAD'].includes(c.req.method)) return await next()
    const file = known.get(c.req.path)
    if (file) return answer(file, (name) => c.req.header(name))
    if (c.req.path.startsWith('/assets/')) return c.text('There is no such file.', 404)
    return await next()
  }
}
