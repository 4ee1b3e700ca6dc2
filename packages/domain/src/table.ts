import { z } from 'zod'
import { Currency, markOf, PartialDate, ref, storageOf, unwrap, WebAddress } from './fields.ts'
import type { Kind } from './kind.ts'
import { Membership } from './network.ts'
import { registry } from './registry.ts'
import { LanguageTag, longestOf } from './text.ts'

/** What can be imported as a table: three kinds of entries, and who belongs to a network. */
export const tableKinds = ['practice', 'organisation', 'city', 'membership'] as const
export type TableKind = (typeof tableKinds)[number]

/** A row of a table of memberships. */
export const MembershipRow = z.strictObject({ network: ref('network'), ...Membership.shape })

/** How a text must be written. */
export type Form = 'date' | 'address' | 'language' | 'currency' | 'free'

/** What one value in a cell is. */
export type Scalar =
  | { type: 'text'; form: Form; schema: z.ZodType; longest: number | null }
  | { type: 'localized'; longest: number }
  | { type: 'number'; schema: z.ZodType; whole: boolean }
  | { type: 'truth' }
  | { type: 'choice'; of: readonly (string | number)[] }
  | { type: 'concept'; scheme: string }
  | { type: 'entry'; kinds: readonly Kind[] }

/** One or several values: `a; b`. */
export type Values = Scalar | { type: 'list'; of: Scalar }

/** One of the parts of a line: `citation` of `citation | section | url | accessed`. */
export type Part = { path: string; values: Values }

/** What a cell holds: values, lines of parts, or JSON where nothing simpler says it. */
export type Shape = Values | { type: 'lines'; parts: readonly Part[] } | { type: 'json' }

/** A column of a table of entries: a field of the domain, or a part of one (`contact.url`). */
export type Column = {
  path: string
  shape: Shape
  /** Whether every row needs it. */
  required: boolean
  /** Written by exports, and left alone by imports. */
  readOnly: boolean
}

const forms = new Map<z.ZodType, Form>([
  [PartialDate, 'date'],
  [WebAddress, 'address'],
  [LanguageTag, 'language'],
  [Currency, 'currency'],
])

const formOf = (schema: z.ZodType): Form => {
  if ('format' in schema && schema.format === 'url') return 'address'
  return forms.get(schema) ?? ('format' in schema && schema.format === 'date' ? 'date' : 'free')
}

const isLiteral = (schema: unknown): schema is z.ZodLiteral => schema instanceof z.ZodLiteral

/** What a value of a schema is; null where a cell cannot say it in a word. */
const scalarOf = (given: z.ZodType): Scalar | null => {
  const schema = unwrap(given)
  const mark = markOf(schema)
  if (mark?.store === 'concepts') return { type: 'concept', scheme: mark.scheme }
  if (mark?.store === 'column' && mark.ref) return { type: 'entry', kinds: [mark.ref] }
  if (schema === Membership.shape.member)
    return { type: 'entry', kinds: ['city', 'organisation', 'network', 'country'] }
  const longest = longestOf(schema)
  if (longest !== null) return { type: 'localized', longest }
  if (schema instanceof z.ZodBoolean) return { type: 'truth' }
  if (schema instanceof z.ZodEnum) return { type: 'choice', of: schema.options }
  if (schema instanceof z.ZodUnion && schema.options.every(isLiteral))
    return { type: 'choice', of: schema.options.map((option) => Number(option.value)) }
  if (schema instanceof z.ZodNumber) return { type: 'number', schema, whole: schema.format === 'safeint' }
  if (schema instanceof z.ZodString || schema instanceof z.ZodURL || schema instanceof z.ZodISODate)
    return { type: 'text', form: formOf(schema), schema, longest: schema.maxLength ?? null }
  return null
}

const valuesOf = (given: z.ZodType): Values | null => {
  const schema = unwrap(given)
  if (!(schema instanceof z.ZodArray)) return scalarOf(schema)
  const of = scalarOf(schema.element as z.ZodType)
  return of && { type: 'list', of }
}

/** The parts of an object, those of objects within it included; null where one of them is a list of objects. */
const partsOf = (schema: z.ZodObject, before: string, to: Kind | null): Part[] | null => {
  const parts: Part[] = []
  for (const [name, field] of Object.entries(schema.shape)) {
    const path = `${before}${name}`
    const inner = unwrap(field as z.ZodType)
    const isTarget = to !== null && path === 'to'
    const values: Values | null = isTarget ? { type: 'entry', kinds: [to] } : valuesOf(inner)
    const nested = inner instanceof z.ZodObject ? partsOf(inner, `${path}.`, null) : null
    if (values) parts.push({ path, values })
    else if (nested) parts.push(...nested)
    else return null
  }
  return parts
}

const shapeOf = (given: z.ZodType): Shape => {
  const schema = unwrap(given)
  const mark = markOf(schema)
  if (mark?.store === 'concepts') {
    const of: Scalar = { type: 'concept', scheme: mark.scheme }
    return mark.many ? { type: 'list', of } : of
  }
  if (mark?.store === 'links' && !mark.detailed)
    return { type: 'list', of: { type: 'entry', kinds: [mark.to] } }
  const values = valuesOf(schema)
  if (values) return values
  if (!(schema instanceof z.ZodArray) || !(schema.element instanceof z.ZodObject)) return { type: 'json' }
  const parts = partsOf(schema.element, '', mark?.store === 'links' ? mark.to : null)
  return parts ? { type: 'lines', parts } : { type: 'json' }
}

/** Confirming is somebody's own act, so it cannot be imported. */
const readOnly = new Set(['lastConfirmedAt', 'confirmationDueAt'])

/** What an import fills in where a file does not say it. */
const filled = new Set(['provenance.system', 'provenance.id'])

const columnsOf = (schema: z.ZodObject, before = '', needed = true): Column[] =>
  Object.entries(schema.shape).flatMap(([name, given]): Column[] => {
    const field = given as z.ZodType
    const path = `${before}${name}`
    const inner = unwrap(field)
    const required = needed && !field.safeParse(undefined).success
    if (inner instanceof z.ZodObject) return columnsOf(inner, `${path}.`, required)
    return [
      {
        path,
        shape: shapeOf(inner),
        required: required && !filled.has(path),
        readOnly: readOnly.has(path),
      },
    ]
  })

const idColumn: Column = {
  path: 'id',
  shape: { type: 'text', form: 'free', schema: z.string().max(20), longest: 20 },
  required: false,
  readOnly: false,
}

/** All texts in other languages than the entry's own, and those that no person wrote, in one cell. */
const translations: Column = {
  path: 'translations',
  shape: { type: 'json' },
  required: false,
  readOnly: false,
}

/** The columns of the tables of a kind, from the one list of its fields. */
export const columnsOfKind = (kind: Kind): readonly Column[] => [
  idColumn,
  ...columnsOf(registry[kind]),
  translations,
]

const membershipColumns = columnsOf(MembershipRow)
const known = new Map<TableKind, readonly Column[]>()

/** The columns a table to import may have. */
export const importColumns = (kind: TableKind): readonly Column[] => {
  const ready = known.get(kind)
  if (ready) return ready
  const all = kind === 'membership' ? membershipColumns : columnsOfKind(kind)
  const columns = all.filter((column) => !column.readOnly)
  known.set(kind, columns)
  return columns
}

/** Whether a field of a kind is a text that may be in several languages. */
export const localizedFields = (kind: Kind): string[] =>
  Object.entries(storageOf(registry[kind])).flatMap(([name, storage]) =>
    storage.store === 'column' && storage.localized ? [name] : [],
  )

/** A column of an import: a path, with `@de` behind it for a text in a language of its own. */
export const columnNamed = (
  kind: TableKind,
  name: string,
): { column: Column; language: string | null } | null => {
  const [path = '', language = null, ...rest] = name.split('@')
  const column = importColumns(kind).find((each) => each.path === path)
  if (!column || rest.length > 0) return null
  if (language === null) return { column, language }
  const fits = column.shape.type === 'localized' && LanguageTag.safeParse(language).success
  return fits ? { column, language } : null
}
