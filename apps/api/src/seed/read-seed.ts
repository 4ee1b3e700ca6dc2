import { readdir, readFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { ConceptScheme } from '@hansa/domain/concept'
import { idFromSource } from '@hansa/domain/id'
import { type Kind, kinds } from '@hansa/domain/kind'
import { registry, schemes as schemeNames } from '@hansa/domain/registry'
import { z } from 'zod'

/** One thing wrong with one row of a seed file. */
export type SeedProblem = { file: string; row: number; entry: string; field: string; message: string }

/** An entry of a seed file, with references resolved to ids; not yet parsed by its schema. */
export type SeedRow = {
  file: string
  row: number
  kind: Kind
  id: string
  slug: string
  input: Record<string, unknown>
}

export type Seed = { schemes: ConceptScheme[]; rows: SeedRow[]; problems: SeedProblem[] }

const kindNames = Object.keys(kinds) as [Kind, ...Kind[]]
const EntryFile = z.strictObject({
  kind: z.enum(kindNames),
  entries: z.array(z.record(z.string(), z.unknown())),
})
const Identity = z.looseObject({
  slug: z.string(),
  provenance: z.looseObject({ system: z.string(), id: z.string() }),
})

const jsonFiles = async (folder: string): Promise<string[]> => {
  const found = await readdir(folder, { recursive: true, withFileTypes: true })
  return found
    .filter((file) => file.isFile() && file.name.endsWith('.json'))
    .map((file) => join(file.parentPath, file.name))
    .sort()
}

/** Replaces every `@kind/slug` by the id it stands for, at any depth; unknown ones are reported by their path. */
const resolve = (
  value: unknown,
  ids: Map<string, string>,
  path: string,
  unknown: (path: string, ref: string) => void,
): unknown => {
  if (typeof value === 'string' && /^@[a-z-]+\/\S+$/.test(value)) {
    const id = ids.get(value.slice(1))
    if (id === undefined) unknown(path, value)
    return id ?? value
  }
  if (Array.isArray(value)) return value.map((item, i) => resolve(item, ids, `${path}.${i}`, unknown))
  if (value !== null && typeof value === 'object')
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [
        key,
        resolve(item, ids, path ? `${path}.${key}` : key, unknown),
      ]),
    )
  return value
}

/** Concept references anywhere in an input: `scheme/key` where the scheme is known. */
const conceptRefs = (value: unknown, schemes: Set<string>, path = ''): { path: string; ref: string }[] => {
  if (typeof value === 'string') {
    const scheme = /^([a-z-]+)\/[a-z0-9-]+$/.exec(value)?.[1]
    return scheme !== undefined && schemes.has(scheme) ? [{ path, ref: value }] : []
  }
  if (value === null || typeof value !== 'object') return []
  return Object.entries(value).flatMap(([key, item]) =>
    conceptRefs(item, schemes, path ? `${path}.${key}` : key),
  )
}

/**
 * Reads every file of a seed folder and says, row by row, what is wrong: malformed JSON, unknown fields, broken
 * rules, doubled slugs and references to entries or concepts that do not exist. Reads only; nothing is written.
 */
export const readSeed = async (folder: string): Promise<Seed> => {
  const problems: SeedProblem[] = []
  const schemes: ConceptScheme[] = []
  const rows: SeedRow[] = []
  for (const path of await jsonFiles(folder)) {
    const file = relative(folder, path)
    const report = (row: number, entry: string, issues: { field: string; message: string }[]) =>
      problems.push(...issues.map((issue) => ({ file, row, entry, ...issue })))
    const issuesOf = (error: z.ZodError) =>
      error.issues.map((issue) => ({ field: issue.path.join('.') || 'file', message: issue.message }))
    let json: unknown
    try {
      json = JSON.parse(await readFile(path, 'utf8'))
    } catch (error) {
      report(0, file, [{ field: 'file', message: error instanceof Error ? error.message : 'is not JSON' }])
      continue
    }
    if (file.startsWith('concepts/')) {
      const scheme = ConceptScheme.safeParse(json)
      if (scheme.success) schemes.push(scheme.data)
      else report(0, file, issuesOf(scheme.error))
      continue
    }
    const parsed = EntryFile.safeParse(json)
    if (!parsed.success) {
      report(0, file, issuesOf(parsed.error))
      continue
    }
    parsed.data.entries.forEach((input, index) => {
      const row = index + 1
      const identity = Identity.safeParse(input)
      if (!identity.success) {
        report(row, String(input.slug ?? row), issuesOf(identity.error))
        return
      }
      const { slug, provenance } = identity.data
      const { kind } = parsed.data
      const id = idFromSource(kinds[kind].prefix, provenance.system, provenance.id)
      rows.push({ file, row, kind, id, slug, input })
    })
  }
  checkRows(rows, schemes, problems)
  return { schemes, rows, problems }
}

const checkRows = (rows: SeedRow[], schemes: ConceptScheme[], problems: SeedProblem[]): void => {
  const schemeKeys = new Set<string>(schemeNames)
  const conceptIds = new Set(
    schemes.flatMap((scheme) => scheme.concepts.map((concept) => `${scheme.key}/${concept.key}`)),
  )
  const ids = new Map<string, string>()
  const seen = new Set<string>()
  for (const row of rows) {
    const key = `${row.kind}/${row.slug}`
    for (const [name, value] of [
      ['slug', key],
      ['provenance.id', row.id],
    ] as const) {
      if (seen.has(value))
        problems.push({ ...place(row), field: name, message: 'is used by an earlier row too' })
      seen.add(value)
    }
    ids.set(key, row.id)
  }
  for (const row of rows) {
    row.input = resolve(row.input, ids, '', (field, ref) =>
      problems.push({ ...place(row), field, message: `refers to ${ref}, which no seed file holds` }),
    ) as Record<string, unknown>
    const parsed = registry[row.kind].safeParse(row.input)
    for (const issue of parsed.success ? [] : parsed.error.issues)
      problems.push({ ...place(row), field: issue.path.join('.') || 'entry', message: issue.message })
    for (const { path, ref } of conceptRefs(row.input, schemeKeys))
      if (!conceptIds.has(ref))
        problems.push({
          ...place(row),
          field: path,
          message: `refers to ${ref}, which no concept scheme holds`,
        })
  }
}

const place = (row: SeedRow) => ({ file: row.file, row: row.row, entry: row.slug })
