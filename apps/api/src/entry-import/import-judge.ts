import type { Db, schema } from '@hansa/db'
import { idFromSource } from '@hansa/domain/id'
import type { ImportReason } from '@hansa/domain/import'
import { kinds } from '@hansa/domain/kind'
import { can, type Viewer } from '@hansa/domain/permissions'
import { registry } from '@hansa/domain/registry'
import { importColumns, type TableKind } from '@hansa/domain/table'
import type { Finder } from '@hansa/domain/table-cells'
import { chooseText, type LocalizedText } from '@hansa/domain/text'
import { networksOfAll } from '../affiliation/affiliation.rows.ts'
import { contentOf, type EntryContent } from '../entry/entry.content.ts'
import { lastInputs } from '../entry/entry.rows.ts'
import { type Claim, createClaims } from './entry-claims.ts'
import type { ImportRow, ImportRun, JudgedRow } from './import.rows.ts'
import { inputWith, type Meant, readCells, reasonOf, reasonsOf, type Said } from './import-reader.ts'
import { findBySources, findKnown, type KnownEntry, readConceptIds, sourceKey } from './known-entries.ts'

/** What is to be written for an entry, but for its place among the others. */
export type NewChange = Omit<typeof schema.importChange.$inferInsert, 'importId' | 'position'>

export type Judged = { rows: JudgedRow[]; changes: NewChange[] }

export type Judge = (rows: readonly ImportRow[]) => Promise<Judged>

/** What rows of a file are judged by. */
export type Judging = { db: Db; viewer: Viewer; run: ImportRun; meant: readonly Meant[]; finder: Finder }

type EntryKind = Exclude<TableKind, 'membership'>
type Input = Record<string, unknown>
type Source = { system: string; id: string }

type ReadRow = {
  row: ImportRow
  said: Said[]
  reasons: ImportReason[]
  id: string | null
  source: Source | null
}

const saidOf = (said: readonly Said[], name: string): string | null => {
  const value = said.find(({ meant }) => meant.name === name)?.value
  return typeof value === 'string' ? value : null
}

/** Where a row says its record came from; a file that gives ids without a system is one of the network's own. */
const sourceOf = (run: ImportRun, said: readonly Said[]): Source | null => {
  const id = saidOf(said, 'provenance.id')
  const system = saidOf(said, 'provenance.system') ?? `import:${run.network ?? 'administration'}`
  return id === null ? null : { system, id }
}

const titleOf = (input: Input | null): string | null => {
  const title = input?.title
  if (title === null || typeof title !== 'object') return null
  return chooseText(title as LocalizedText, [String(input?.contentLanguage ?? 'en')])?.text ?? null
}

const changeOf = (
  { id, kind, input, entry }: EntryContent,
  told: { row: number; about: string; before: KnownEntry | null; old: Input | null },
): NewChange => ({
  entryId: id,
  kind,
  row: told.row,
  about: told.about,
  after: input,
  afterHash: entry.contentHash,
  before: told.old,
  beforeHash: told.before?.contentHash ?? null,
  beforeState: told.before?.state ?? null,
})

/** Judges rows that are one entry each. What earlier rows claimed is remembered. */
export const createEntryJudge = async (judging: Judging & { kind: EntryKind }): Promise<Judge> => {
  const { db, viewer, run, meant, finder, kind } = judging
  const settle = createClaims(db, kind, await readConceptIds(db))
  const claimed = new Map<string, number>()
  const columns = importColumns(kind)

  const read = (row: ImportRow): ReadRow => {
    const { said, reasons } = readCells(row, meant, run.columns.length, finder)
    return { row, said, reasons, id: saidOf(said, 'id'), source: sourceOf(run, said) }
  }

  /** Which entry a row is about; null for a new one. */
  const entryOf = (
    { id, source, reasons }: ReadRow,
    byId: ReadonlyMap<string, KnownEntry>,
    bySource: ReadonlyMap<string, KnownEntry>,
  ): KnownEntry | null => {
    const found = id !== null ? byId.get(id) : source ? bySource.get(sourceKey(source)) : undefined
    if (id !== null && (!found || found.kind !== kind || found.state === 'staged')) {
      reasons.push(reasonOf('id', 'unknown', id))
      return null
    }
    if (found && (found.kind !== kind || found.state === 'staged')) {
      reasons.push(reasonOf('provenance.id', 'taken', source?.id))
      return null
    }
    // What a record is, is told by where it came from: an import does not make it another one.
    if (found && source && sourceKey(found.provenance) !== sourceKey(source))
      reasons.push(reasonOf('provenance.id', 'moved', source.id, sourceKey(found.provenance)))
    return found ?? null
  }

  const mayChange = async (found: readonly KnownEntry[]): Promise<Set<string>> => {
    const networks = await networksOfAll(
      db,
      found.map(({ id }) => id),
    )
    const allowed = found.filter(({ id }) =>
      can(viewer, 'entry.import', { entry: id, networks: networks.get(id) ?? [] }),
    )
    return new Set(allowed.map(({ id }) => id))
  }

  const newInput = ({ row, said, source }: ReadRow): Input => {
    const input = inputWith(kind, said, null)
    input.provenance = {
      ...(input.provenance as object),
      ...(source ?? { system: 'import', id: `${run.id}/${row.row}` }),
    }
    // What a secretariat brings in belongs to its network.
    if (kind === 'practice' && run.network !== null) {
      const named = Array.isArray(input.networks) ? input.networks : []
      input.networks = named.includes(run.network) ? named : [...named, run.network]
    }
    return input
  }

  const idOfNew = (input: Input): string => {
    const { system, id } = input.provenance as Source
    return idFromSource(kinds[kind].prefix, system, id)
  }

  const contentFor = (input: Input, id: string, reasons: ImportReason[]): EntryContent | null => {
    const parsed = registry[kind].safeParse(input)
    if (parsed.success) return contentOf(kind, id, input)
    const found = reasonsOf(parsed.error.issues, input, columns)
    // A cell that was refused is missing for that reason, and one reason is enough.
    const told = new Set(reasons.map(({ field }) => field.split('@')[0]))
    reasons.push(...found.filter(({ field }) => !told.has(field)))
    return null
  }

  return async (rows) => {
    const all = rows.map(read)
    const ids = all.flatMap(({ id }) => id ?? [])
    const sources = all.flatMap(({ source }) => source ?? [])
    const byId = await findKnown(db, ids)
    const bySource = await findBySources(db, sources)
    const matched = new Map(all.map((one) => [one, entryOf(one, byId, bySource)]))
    const found = [...matched.values()].filter((one) => one !== null)
    const allowed = await mayChange(found)
    const inputs = await lastInputs(
      db,
      found.map(({ id }) => id),
    )
    const drafts = all.map((one) => {
      const before = matched.get(one) ?? null
      const old = before ? ((inputs.get(before.id) as Input | undefined) ?? null) : null
      if (before && !allowed.has(before.id)) one.reasons.push(reasonOf('id', 'not-yours'))
      // What is not known cannot be kept.
      if (before && !old)
        one.reasons.push(
          reasonOf('id', 'malformed', before.id, 'The audit trail does not say what it holds.'),
        )
      const input = before ? inputWith(kind, one.said, old) : newInput(one)
      const id = before?.id ?? idOfNew(input)
      const other = claimed.get(id)
      if (other !== undefined)
        one.reasons.push(
          reasonOf(one.id === null ? 'provenance.id' : 'id', 'repeated', undefined, String(other)),
        )
      else claimed.set(id, one.row.row)
      return { one, before, old, input, id, content: contentFor(input, id, one.reasons) }
    })
    const claims = new Map(
      drafts.flatMap((draft) => {
        const { one, before, input, id, content } = draft
        if (!content) return []
        const saysSlug = saidOf(one.said, 'slug') !== null
        const claim: Claim = { id, input, content, before, saysSlug, reasons: one.reasons }
        return [[draft, claim] as const]
      }),
    )
    const settled = await settle([...claims.values()])

    const result: Judged = { rows: [], changes: [] }
    for (const draft of drafts) {
      const { one, before, old, input, id } = draft
      const { reasons, row } = one
      const claim = claims.get(draft)
      const content = claim && settled.get(claim)
      const about = (titleOf(input) ?? titleOf(old) ?? one.id ?? one.source?.id ?? '').slice(0, 200)
      if (reasons.length > 0 || !content) {
        result.rows.push({ row: row.row, verdict: 'refused', about, reasons, entryId: before?.id ?? null })
        continue
      }
      const isSame =
        before !== null && before.state !== 'archived' && before.contentHash === content.entry.contentHash
      const verdict = isSame ? 'same' : before ? 'changed' : 'new'
      result.rows.push({ row: row.row, verdict, about, reasons: [], entryId: id })
      if (!isSame) result.changes.push(changeOf(content, { row: row.row, about, before, old }))
    }
    return result
  }
}
