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
  /** Its bytes in an encoding, compressed when first asked for; null when that gains nothing. */
  encoded(encoding: Encoding): Promise<Bytes> | null
}

/** The files of a folder by the path they are served at. */
export type StaticFiles = ReadonlyMap<string, StaticFile>

const BEST = 11

function encoder(type: string, bytes: Bytes): StaticFile['encoded'] {
  const known = new Map<Encoding, Promise<Bytes>>()
  return (encoding) => {
    if (!isCompressible(type, bytes.byteLength)) return null
    const encoded = known.get(encoding) ?? compress(bytes, encoding, BEST)
    known.set(encoding, encoded)
    return encoded
  }
}

async function readStaticFile(path: string, urlPath: string): Promise<StaticFile> {
  const bytes = new Uint8Array(await readFile(path))
  const type =
    getMimeType(path) ?? (extname(path) === '.map' ? 'application/json' : 'application/octet-stream')
  const etag = `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`
  const immutable = urlPath.startsWith('/assets/')
  return { type, etag, immutable, bytes, encoded: encoder(type, bytes) }
}

/**
 * Reads every file of a built client once, and compresses each once, when it is first asked for. They are few and small,
 * a request then touches no disk, and a path can only name what is in the list. `assets` holds what has a hash in its name.
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

async function answer(file: StaticFile, header: (name: string) => string | undefined): Promise<Response> {
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
  const encoded = encoding && (await file.encoded(encoding))
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
    if (file) return await answer(file, (name) => c.req.header(name))
    if (c.req.path.startsWith('/assets/')) return c.text('There is no such file.', 404)
    return await next()
  }
}
