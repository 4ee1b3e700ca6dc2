import { type Db, schema } from '@hansa/db'
import { type FieldError, InvalidInput } from '@hansa/domain/errors'
import { type FicheField, fieldOf, fieldsOf, schemaOf, type WrittenKind } from '@hansa/domain/fiche'
import { type Leaf, leavesOf } from '@hansa/domain/leaves'
import type { Viewer } from '@hansa/domain/permissions'
import { and, eq, sql } from 'drizzle-orm'
import { canonicalJson, nameLanguage } from '../entry/entry.content.ts'
import { among, visible } from '../entry/entry.loaders.ts'

const { concept, entry } = schema

/** What an entry is to say, by the keys of its fields. */
export type Content = Record<string, unknown>

const deepest = 12
/** Most characters of what is sent for some fields at once, and of all fields together. */
const longest = 1_000_000

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A text in one language without any words says nothing, whoever is said to have made it. */
const isBlankText = (value: object): boolean => 'origin' in value && !('text' in value)

const tidy = (value: unknown, depth: number): unknown => {
  if (depth > deepest) throw new InvalidInput([{ field: 'values', message: 'are nested too deeply' }])
  // PostgreSQL keeps neither U+0000 nor halves of characters.
  if (typeof value === 'string')
    return value.trim() === '' ? undefined : value.toWellFormed().replaceAll('\0', '')
  if (value === null || value === undefined) return undefined
  if (Array.isArray(value)) {
    const items = value.map((item) => tidy(item, depth + 1)).filter((item) => item !== undefined)
    return items.length > 0 ? items : undefined
  }
  if (!isRecord(value)) return value
  const parts = Object.entries(value)
    .map(([key, item]) => [key, tidy(item, depth + 1)] as const)
    .filter(([, item]) => item !== undefined)
  const object = Object.fromEntries(parts)
  return parts.length === 0 || isBlankText(object) ? undefined : object
}

/** What was sent, without everything in it that says nothing; undefined when nothing is left. */
export const tidied = (value: unknown): unknown => tidy(value, 0)

/**
 * The values of a form, as JSON, by the keys of the fields of a kind.
 * @throws InvalidInput for what is no such JSON, and for what is no field
 */
export const valuesFrom = (kind: WrittenKind, json: string): Content => {
  if (json.length > longest)
    throw new InvalidInput([{ field: 'values', message: 'are longer than a million characters' }])
  let values: unknown
  try {
    values = JSON.parse(json)
  } catch {
    throw new InvalidInput([{ field: 'values', message: 'are not JSON' }])
  }
  if (!isRecord(values)) throw new InvalidInput([{ field: 'values', message: 'are no object of fields' }])
  const unknown = Object.keys(values).filter((key) => !fieldOf(kind, key))
  if (unknown.length > 0)
    throw new InvalidInput(unknown.map((field) => ({ field, message: `is no field of a ${kind}` })))
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, tidied(value)]))
}

/** @throws InvalidInput when all fields together are too long */
export const checkSize = (content: Content): void => {
  if (JSON.stringify(content).length > longest)
    throw new InvalidInput([{ field: 'values', message: 'make the entry longer than a million characters' }])
}

/** Languages of texts that came without one: the entry's own, as far as it is known. */
export const languageOf = (content: Content): string => {
  const parsed = schemaOf('practice', 'contentLanguage')?.safeParse(content.contentLanguage)
  return parsed?.success && typeof parsed.data === 'string' ? parsed.data : 'en'
}

type Judged = { value: unknown; problems: FieldError[] }

const judgeField = (kind: WrittenKind, { key }: FicheField, value: unknown, language: string): Judged => {
  if (value === undefined) return { value, problems: [] }
  const parsed = schemaOf(kind, key)?.safeParse(value)
  if (parsed?.success) return { value: nameLanguage(parsed.data, language), problems: [] }
  const problems = (parsed?.error.issues ?? []).map((issue) => ({
    field: [key, ...issue.path].join('.'),
    message: issue.message,
  }))
  return { value: undefined, problems }
}

/** What is right of a draft, and what is wrong with the rest of it. */
export type Judgement = { valid: Content; problems: FieldError[] }

/** Judges every field alone, so that one that is broken takes none of the others with it. */
export const judge = (kind: WrittenKind, content: Content): Judgement => {
  const language = languageOf(content)
  const judged = fieldsOf(kind).map((field) => ({
    key: field.key,
    ...judgeField(kind, field, content[field.key], language),
  }))
  return {
    valid: Object.fromEntries(
      judged.flatMap(({ key, value }) => (value === undefined ? [] : [[key, value]])),
    ),
    problems: judged.flatMap(({ problems }) => problems),
  }
}

/** A content as it is kept: what is right in the form in which it is published, the rest as it was typed. */
export const asKept = (kind: WrittenKind, content: Content): Content => {
  const { valid } = judge(kind, content)
  const rest = Object.entries(content).filter(([key, value]) => value !== undefined && !(key in valid))
  return { ...Object.fromEntries(rest), ...valid }
}

/** Whether two values of a field say the same. */
export const isSame = (a: unknown, b: unknown): boolean =>
  canonicalJson(tidied(a) ?? null) === canonicalJson(tidied(b) ?? null)

/** Keys of the fields in which two contents differ. */
export const changedFields = (kind: WrittenKind, a: Content, b: Content): string[] =>
  fieldsOf(kind)
    .map(({ key }) => key)
    .filter((key) => !isSame(a[key], b[key]))

/** Of all that is known of an entry, what a form asks for. */
export const askedOf = (kind: WrittenKind, input: Content): Content =>
  Object.fromEntries(
    fieldsOf(kind).flatMap(({ key }) => {
      const value = tidied(input[key])
      return value === undefined ? [] : [[key, value]]
    }),
  )

/** The single values of all fields of a content. */
export const leavesIn = (kind: WrittenKind, content: Content): Leaf[] =>
  fieldsOf(kind).flatMap(({ key, control }) => leavesOf(control, content[key], key))

const idsAt = (leaves: readonly Leaf[], type: 'entry' | 'concept'): string[] => [
  ...new Set(leaves.flatMap(({ control, value }) => (control.type === type ? [String(value)] : []))),
]

/** Ids of the entries and concepts that a content names. */
export const namedIn = (
  kind: WrittenKind,
  content: Content,
): Readonly<Record<'entry' | 'concept', string[]>> => {
  const leaves = leavesIn(kind, content)
  return { entry: idsAt(leaves, 'entry'), concept: idsAt(leaves, 'concept') }
}

/** What a content names that is only a draft: its author may, and it is published first. */
export const findDrafts = async (db: Db, kind: WrittenKind, content: Content): Promise<FieldError[]> => {
  const { entry: named } = namedIn(kind, content)
  if (named.length === 0) return []
  const rows = await db
    .select({ id: entry.id })
    .from(entry)
    .where(and(among(entry.id, named), eq(entry.state, 'draft')))
  const drafts = new Set(rows.map(({ id }) => id))
  return leavesIn(kind, content).flatMap(({ path, control, value }) =>
    control.type === 'entry' && drafts.has(String(value))
      ? [{ field: path, message: 'is not published yet: publish that first' }]
      : [],
  )
}

/** What a content names that is not there, or not for the viewer to see. */
export const findUnknown = async (
  { db, viewer }: { db: Db; viewer: Viewer },
  kind: WrittenKind,
  content: Content,
): Promise<FieldError[]> => {
  const named = namedIn(kind, content)
  const entries =
    named.entry.length === 0
      ? []
      : await db
          .select({ id: entry.id })
          .from(entry)
          .where(and(among(entry.id, named.entry), visible(viewer)))
  const concepts =
    named.concept.length === 0
      ? []
      : await db
          .select({ id: concept.id })
          .from(concept)
          .where(sql`${concept.id} = any(${sql.param(named.concept)})`)
  const known = new Set([...entries, ...concepts].map(({ id }) => id))
  return leavesIn(kind, content).flatMap(({ path, control, value }) =>
    (control.type === 'entry' || control.type === 'concept') && !known.has(String(value))
      ? [{ field: path, message: 'was not found in the registry' }]
      : [],
  )
}
