import { randomUUID } from 'node:crypto'
import type { Log } from '@hansa/db'
import { Conflict, InvalidInput, RateLimited, Unavailable } from '@hansa/domain/errors'
import { can } from '@hansa/domain/permissions'
import { type Files, RefusedFile } from '@hansa/files'
import { Hono } from 'hono'
import type { Deps } from '../context.ts'
import {
  type Asked,
  type Bindings,
  backOf,
  backWith,
  identified,
  isExpected,
  type Parts,
  refuse,
} from '../http/sent-file.ts'
import { fileNameOf, filePathOf, renditionNamed } from './attachment.address.ts'
import { findAttachment, isOpen, type PlacedAttachment, subjectOf } from './attachment.rows.ts'
import { byteRangeOf } from './byte-range.ts'
import { admitUpload, takeIn } from './upload.service.ts'
import { readUploadForm } from './upload-form.ts'

/** What a form is told in the address it comes back to; null for what the page there finds out by itself. */
const problemOf = (error: unknown): string | null => {
  if (error instanceof RefusedFile) return error.reason
  if (error instanceof Conflict) return 'no-room'
  if (error instanceof InvalidInput) return 'missing'
  if (error instanceof RateLimited) return 'wait'
  return error instanceof Unavailable ? 'away' : null
}

/** Sends what is said of a file in a form back to where the form came from, or as JSON. */
const upload = async (c: Asked, { deps, errors }: Parts): Promise<Response> => {
  const back = backOf(c, deps.publicUrl)
  const entry = c.req.query('entry') || null
  try {
    const ctx = await identified(deps, c, false)
    const member = await admitUpload(ctx, entry)
    const row = await readUploadForm(c.req.raw, (name, content) =>
      takeIn(ctx, member, { entry, name, content }),
    )
    if (back) return backWith(c, back, 'uploaded', row.id)
    const { id, kind, name, renditions } = row
    return c.json({ id, kind, name, paths: renditions.map((each) => filePathOf(row, each)) }, 201)
  } catch (error) {
    const problem = problemOf(error)
    if (back && problem) return backWith(c, back, 'problem', problem)
    if (back && isExpected(error)) return c.redirect(`${back.pathname}${back.search}`, 303)
    return refuse(c, error, errors)
  }
}

const maySee = async (deps: Deps, c: Asked, row: PlacedAttachment): Promise<boolean> => {
  if (isOpen(row)) return true
  // As a page: an image on one of ours, or a program with its token. Nothing is changed by reading.
  const { viewer } = await identified(deps, c, !c.req.header('Authorization'))
  return can(viewer, 'file.read', await subjectOf(deps.db, row))
}

const isKnown = (c: Asked, etag: string): boolean =>
  (c.req.header('If-None-Match') ?? '').split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag)

const nothing = (c: Asked): Response => c.text('There is no such file.', 404, { 'Cache-Control': 'no-store' })

/** The bytes of a file or of a part of it, with what keeps a browser from making anything else of them. */
const serve = async (c: Asked, files: Files, log: Log, row: PlacedAttachment, name: string) => {
  const rendition = renditionNamed(row, name)
  if (!rendition) return nothing(c)
  const { sha256, bytes } = rendition
  const isPublic = isOpen(row)
  const disposition = row.kind === 'pdf' ? 'attachment' : 'inline'
  const etag = `"${sha256.slice(0, 32)}"`
  const headers = new Headers({
    'Content-Type': row.kind === 'pdf' ? 'application/pdf' : 'image/webp',
    'Content-Disposition': `${disposition}; filename="${fileNameOf(row, rendition)}"`,
    'Content-Security-Policy': "default-src 'none'; sandbox",
    'X-Content-Type-Options': 'nosniff',
    'Cache-Control': isPublic ? 'public, max-age=31536000, immutable' : 'private, no-store',
    'Cross-Origin-Resource-Policy': isPublic ? 'cross-origin' : 'same-origin',
    'Accept-Ranges': 'bytes',
    ETag: etag,
  })
  if (isKnown(c, etag)) return new Response(null, { status: 304, headers })
  const range = byteRangeOf(c.req.header('Range'), bytes)
  if (range === 'unsatisfiable') {
    headers.set('Content-Range', `bytes */${bytes}`)
    return new Response(null, { status: 416, headers })
  }
  headers.set('Content-Length', String(range ? range.end - range.start + 1 : bytes))
  if (range) headers.set('Content-Range', `bytes ${range.start}-${range.end}/${bytes}`)
  const status = range ? 206 : 200
  if (c.req.method === 'HEAD') return new Response(null, { status, headers })
  const stream = await files.store.get(sha256, range ?? undefined)
  if (stream) return new Response(stream, { status, headers })
  log.error({ attachment: row.id, sha256 }, 'a file is not in the store of files')
  return nothing(c)
}

/**
 * `POST /files` takes a file, `GET /files/<id>/<name>` gives it. What is not public is given to who may see it; for everybody
 * else it is as if it were not there.
 */
export const attachmentFiles = (parts: Parts): Hono<{ Bindings: Bindings }> => {
  const { deps, errors } = parts
  const app = new Hono<{ Bindings: Bindings }>()
  app.use('/files/*', (c, next) => errors.inRequest(c.env?.requestId ?? randomUUID(), next))
  app.post('/files', (c) => upload(c, parts))
  app.get('/files/:id/:name', async (c) => {
    const row = await findAttachment(deps.db, c.req.param('id'))
    if (!row || !(await maySee(deps, c, row))) return nothing(c)
    return await serve(c, deps.files, deps.log, row, c.req.param('name'))
  })
  app.onError((error, c) => refuse(c, error, errors))
  return app
}
