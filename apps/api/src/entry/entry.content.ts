import { createHash } from 'node:crypto'
import { confirmationDue, type EntryState, entryFieldNames } from '@hansa/domain/entry'
import { type ChildTable, storageOf } from '@hansa/domain/fields'
import { type Kind, kindNames } from '@hansa/domain/kind'
import { parse } from '@hansa/domain/parse'
import { registry } from '@hansa/domain/registry'
import { slugFrom, sortKeyOf } from '@hansa/domain/slug'
import { chooseText, inLanguage, type LocalizedText } from '@hansa/domain/text'

type Row = Record<string, unknown>

/** An entry taken apart into the rows that keep it. */
export type EntryContent = {
  id: string
  kind: Kind
  /** The state it is saved in; without one it keeps its own, and a new one is published. */
  state?: EntryState
  entry: Row & { slug: string; contentHash: string }
  own: Row
  concepts: { entryId: string; field: string; conceptId: string; position: number }[]
  links: { fromId: string; field: string; toId: string; position: number; detail: Row | null }[]
  children: Record<ChildTable, Row[]>
  /** The parsed input, for the audit trail. */
  input: Row
}

const storages = Object.fromEntries(kindNames.map((kind) => [kind, storageOf(registry[kind])])) as Record<
  Kind,
  ReturnType<typeof storageOf>
>
const baseFields = new Set<string>(entryFieldNames)

const isUnnamedText = (value: object): value is LocalizedText => 'und' in value

/** Gives every text that came without a language the entry's own, at any depth. */
export const nameLanguage = (value: unknown, language: string): unknown => {
  if (Array.isArray(value)) return value.map((item) => nameLanguage(item, language))
  if (value === null || typeof value !== 'object') return value
  if (isUnnamedText(value)) return inLanguage(value, language)
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, nameLanguage(item, language)]))
}

/** JSON with the keys of every object in order, so that the same content is the same text. */
export const canonicalJson = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item ?? null)).join(',')}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  const entries = Object.entries(value).filter(([, item]) => item !== undefined)
  const inOrder = entries.sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${inOrder.map(([key, item]) => `${JSON.stringify(key)}:${canonicalJson(item)}`).join(',')}}`
}

const endedStages = new Set<unknown>(['ended', 'failed', 'closed', 'cancelled'])

/** Whether what an entry describes has ended. */
export const hasEnded = (input: Row): boolean => endedStages.has(input.stage ?? input.status)

/** What the base table keeps beside the fields themselves: slug, sort key, hash, and when confirmation is due. */
const baseRow = (id: string, kind: Kind, input: Row): EntryContent['entry'] => {
  const title = chooseText(input.title as LocalizedText, [String(input.contentLanguage), 'en'])?.text ?? id
  const confirmed = input.lastConfirmedAt as string | undefined
  const due =
    (input.confirmationDueAt as string | undefined) ??
    (confirmed && confirmationDue(confirmed, hasEnded(input)))
  return {
    ...Object.fromEntries(entryFieldNames.map((name) => [name, input[name] ?? null])),
    id,
    kind,
    slug: (input.slug as string | undefined) ?? (slugFrom(title) || id.replace('_', '-')),
    confirmationDueAt: due ?? null,
    sortKey: sortKeyOf(title),
    contentHash: createHash('sha256').update(canonicalJson(input)).digest('hex').slice(0, 32),
  }
}

/**
 * Parses an entry's input by the schema of its kind and takes it apart into rows, each field to where the domain says
 * it is kept. Lists no fields, so a new field needs nothing here.
 * @throws InvalidInput naming every field at fault
 */
export const contentOf = (kind: Kind, id: string, raw: unknown): EntryContent => {
  const parsed = parse(registry[kind], raw)
  const input = nameLanguage(parsed, parsed.contentLanguage) as Row
  const content: EntryContent = {
    id,
    kind,
    entry: baseRow(id, kind, input),
    own: { id },
    concepts: [],
    links: [],
    children: {
      figure: [],
      competence: [],
      membership: [],
      frameworkItem: [],
      assessment: [],
      commitment: [],
    },
    input,
  }
  for (const [field, storage] of Object.entries(storages[kind])) {
    const value = input[field]
    if (baseFields.has(field)) continue
    if (storage.store === 'column') content.own[field] = value ?? null
    else if (storage.store === 'concepts') {
      const named = new Set(value === undefined ? [] : storage.many ? (value as string[]) : [value as string])
      content.concepts.push(
        ...[...named].map((conceptId, position) => ({ entryId: id, field, conceptId, position })),
      )
    } else if (storage.store === 'links')
      content.links.push(
        ...((value ?? []) as (string | (Row & { to: string }))[]).map((link, position) => {
          if (typeof link === 'string') return { fromId: id, field, toId: link, position, detail: null }
          const { to, ...detail } = link
          return { fromId: id, field, toId: to, position, detail }
        }),
      )
    else
      content.children[storage.table].push(
        ...((value ?? []) as Row[]).map((row, position) => ({ ...row, entryId: id, position })),
      )
  }
  return content
}
