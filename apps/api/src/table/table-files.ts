import { randomUUID } from 'node:crypto'
import { Conflict, InvalidInput, RateLimited, Unavailable } from '@hansa/domain/errors'
import { rowVerdicts } from '@hansa/domain/import'
import { kindNames } from '@hansa/domain/kind'
import { type TableKind, tableKinds } from '@hansa/domain/table'
import { RefusedFile } from '@hansa/files'
import { Hono } from 'hono'
import { readUploadForm } from '../attachment/upload-form.ts'
import { rowsOf } from '../entry-import/import.rows.ts'
import { readImport } from '../entry-import/import.service.ts'
import { admitImport, takeInTable } from '../entry-import/import-upload.ts'
import { languagesOf } from '../http/languages.ts'
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
import { UnreadableFile } from '../import/import-file.ts'
import { searchIds } from '../search/search-ids.ts'
import { explainedIn } from './column-rule.ts'
import type { Cell } from './csv.ts'
import { readExported, tableOf } from './entry-table.ts'
import { exportedSearch, exportName } from './export-path.ts'
import {
  csvPieces,
  download,
  jsonPieces,
  type TableFormat,
  tableFormats,
  xlsxPieces,
} from './table-answer.ts'
import { templateRows, templateSheets } from './table-template.ts'
import { xlsxOf } from './xlsx-writer.ts'

/** What a form is told in the address it comes back to; null for what the page there finds out by itself. */
const problemOf = (error: unknown): string | null => {
  if (error instanceof UnreadableFile) return error.problem
  if (error instanceof RefusedFile) return error.reason
  if (error instanceof Conflict) return 'no-room'
  if (error instanceof InvalidInput) return 'missing'
  if (error instanceof RateLimited) return 'wait'
  return error instanceof Unavailable ? 'away' : null
}

/** Takes a table in and leads to its import, or back to the form with what is wrong. */
const takeIn = async (c: Asked, { deps, errors }: Parts): Promise<Response> => {
  const back = backOf(c, deps.publicUrl)
  try {
    const ctx = await identified(deps, c, false)
    const given = { kind: c.req.query('kind'), network: c.req.query('network') || null }
    const { member, start } = await admitImport(ctx, given)
    const run = await readUploadForm(c.req.raw, (name, content) =>
      takeInTable(ctx, member, start, { name, content }),
    )
    if (back) return backWith(c, back, 'import', run.id)
    return c.json(
      { id: run.id, kind: run.kind, rows: run.rows, columns: run.columns, mapping: run.mapping },
      201,
    )
  } catch (error) {
    const problem = problemOf(error)
    if (back && problem) return backWith(c, back, 'problem', problem)
    if (back && isExpected(error)) return c.redirect(`${back.pathname}${back.search}`, 303)
    return refuse(c, error, errors)
  }
}

const takesGzip = (c: Asked): boolean => /\bgzip\b/.test(c.req.header('Accept-Encoding') ?? '')

/** The name and the format that a file name says: `practice.xlsx`. */
const partsOf = (file: string): { name: string; format: TableFormat } | null => {
  const [name = '', ending = '', ...rest] = file.split('.')
  const format = tableFormats.find((each) => each === ending)
  return format && rest.length === 0 ? { name, format } : null
}

const wantedLanguages = (c: Asked): string[] =>
  languagesOf(c.req.query('language') ?? c.req.header('Accept-Language'))

const template = (c: Asked, kind: TableKind, format: TableFormat): Response => {
  const language = explainedIn(wantedLanguages(c))
  const pieces =
    format === 'xlsx' ? xlsxOf(templateSheets(kind, language)) : csvPieces(templateRows(kind, language))
  return download(pieces, { name: `hansa-${kind}`, format, gzip: takesGzip(c), isPublic: true })
}

/** Everything that a search finds, on all pages. */
const entries = async (
  c: Asked,
  { deps }: Parts,
  format: TableFormat,
): Promise<AsyncGenerator<Uint8Array>> => {
  const ctx = { ...deps, ...(await identified(deps, c, false)), languages: wantedLanguages(c) }
  const found = await searchIds(ctx, exportedSearch(new URL(c.req.url).searchParams))
  const read = readExported(
    deps.db,
    deps.publicUrl,
    found.map(({ id }) => id),
  )
  if (format === 'json') {
    async function* items() {
      for await (const some of read)
        yield some.map(({ id, kind, address, input }) => ({ id, kind, address, ...input }))
    }
    return jsonPieces(items())
  }
  const present = new Set(found.map(({ kind }) => kind))
  const table = tableOf(kindNames.filter((kind) => present.has(kind)))
  async function* rows(): AsyncGenerator<Cell[]> {
    yield table.heads
    for await (const some of read) for (const one of some) yield table.row(one)
  }
  return format === 'csv' ? csvPieces(rows()) : xlsxPieces('entries', rows())
}

/** The verdicts on the rows of an import, for those whose it is. */
const verdicts = async (c: Asked, { deps }: Parts, id: string): Promise<AsyncGenerator<Uint8Array>> => {
  // As a page: from a link on one of ours, or a program with its token. Nothing is changed by reading.
  const ctx = await identified(deps, c, !c.req.header('Authorization'))
  const run = await readImport(ctx, id)
  const only = rowVerdicts.find((verdict) => verdict === c.req.query('verdict')?.toLowerCase())
  async function* rows(): AsyncGenerator<Cell[]> {
    yield ['row', 'verdict', 'about', 'column', 'reason', 'value', 'detail']
    for await (const some of rowsOf(deps.db, run.id))
      for (const { row, verdict, about, reasons } of some) {
        if (only && verdict !== only) continue
        const told: Cell[][] = reasons.map(({ field, code, value = '', detail = '' }) => [
          field,
          code,
          value,
          detail,
        ])
        for (const reason of told.length > 0 ? told : [[]]) yield [row, verdict ?? '', about, ...reason]
      }
  }
  return csvPieces(rows())
}

/** Most tables of entries that are written at once: each keeps the database busy between the requests of others. */
const mostAtOnce = 4

/**
 * `POST /tables/imports` takes a table to import; `GET /tables/entries.<csv|xlsx|json>` gives what a search finds,
 * `/tables/templates/<kind>.<csv|xlsx>` what a table to import looks like, `/tables/imports/<id>/verdicts.csv` what its rows came to.
 */
export const tableFiles = (parts: Parts): Hono<{ Bindings: Bindings }> => {
  const { deps, errors } = parts
  const app = new Hono<{ Bindings: Bindings }>()
  let running = 0
  /** Counts what is being written: what nobody takes is never begun. */
  async function* counted(pieces: AsyncGenerator<Uint8Array>): AsyncGenerator<Uint8Array> {
    running += 1
    try {
      yield* pieces
    } finally {
      running -= 1
    }
  }
  const nothing = (c: Asked): Response =>
    c.text('There is no such table.', 404, { 'Cache-Control': 'no-store' })
  app.use('/tables/*', (c, next) => errors.inRequest(c.env?.requestId ?? randomUUID(), next))
  app.post('/tables/imports', (c) => takeIn(c, parts))
  app.get('/tables/templates/:file', (c) => {
    const asked = partsOf(c.req.param('file'))
    const kind = tableKinds.find((each) => each === asked?.name)
    return kind && asked && asked.format !== 'json' ? template(c, kind, asked.format) : nothing(c)
  })
  app.get('/tables/imports/:id/verdicts.csv', async (c) =>
    download(await verdicts(c, parts, c.req.param('id')), {
      name: `hansa-import-${c.req.param('id')}`,
      format: 'csv',
      gzip: takesGzip(c),
      isPublic: false,
    }),
  )
  app.get('/tables/:file', async (c) => {
    const asked = partsOf(c.req.param('file'))
    if (asked?.name !== 'entries') return nothing(c)
    if (running >= mostAtOnce)
      throw new Unavailable('Others are given tables just now; try again in a moment.')
    const pieces = await entries(c, parts, asked.format)
    const only = exportedSearch(new URL(c.req.url).searchParams)
    const name = exportName([...(only.kinds ?? [])], deps.clock.now())
    return download(counted(pieces), { name, format: asked.format, gzip: takesGzip(c), isPublic: true })
  })
  app.onError((error, c) => refuse(c, error, errors))
  return app
}
