import { z } from 'zod'
import { controlled } from './control.ts'
import { type Kind, kinds } from './kind.ts'
import { localizedText } from './text.ts'

/**
 * Where a field of an entry is kept. `column`: in the kind's own table. `concepts`: in `entry_concept`.
 * `links`: in `entry_link`. `children`: rows of their own table that live and die with the entry. The generic entry service and the seed loader read this; nothing lists fields twice.
 */
export type Storage =
  | { store: 'column'; localized?: true; ref?: Kind }
  | { store: 'concepts'; scheme: string; many: boolean }
  | { store: 'links'; to: Kind; detailed: boolean }
  | { store: 'children'; table: ChildTable }

/** Tables whose rows belong to one entry and are replaced with it as a whole. */
export type ChildTable =
  | 'figure'
  | 'competence'
  | 'membership'
  | 'frameworkItem'
  | 'assessment'
  | 'commitment'

const storages = new WeakMap<object, Storage>()
const stored = <S extends z.ZodType>(schema: S, storage: Storage): S => {
  storages.set(schema, storage)
  return schema
}

const idOf = (kind: Kind) =>
  z
    .string()
    .regex(new RegExp(`^${kinds[kind].prefix}_[0-9a-z]{12}$`), `is not the id of a ${kind}`)
    .meta(controlled({ type: 'entry', kind }))

/** A text in one or more languages, each of at most `max` characters. */
export const text = (max: number) => stored(localizedText(max), { store: 'column', localized: true })

/** A reference to one entry of a kind, by id. */
export const ref = (kind: Kind) => stored(idOf(kind), { store: 'column', ref: kind })

/** References to several entries of a kind, in order. */
export const refs = (kind: Kind) =>
  stored(z.array(idOf(kind)).max(200), { store: 'links', to: kind, detailed: false })

/** References to several entries of a kind, each with further facts about the link (a partner's role, say). */
export const detailedRefs = <D extends z.ZodRawShape>(kind: Kind, detail: D) =>
  stored(z.array(z.strictObject({ to: idOf(kind), ...detail })).max(500), {
    store: 'links',
    to: kind,
    detailed: true,
  })

/** Up to `max` rows of a child table, in order. */
export const children = <S extends z.ZodType>(table: ChildTable, row: S, max: number) =>
  stored(z.array(row).max(max), { store: 'children', table })

const conceptId = (scheme: string) =>
  z
    .string()
    .regex(new RegExp(`^${scheme}/[a-z0-9-]+$`), `is not a concept of the scheme "${scheme}"`)
    .meta(controlled({ type: 'concept', scheme }))

/** One concept of a scheme: `governance-level/municipal`. */
export const concept = (scheme: string) =>
  stored(conceptId(scheme), { store: 'concepts', scheme, many: false })

/** Several concepts of a scheme, in order of weight. */
export const concepts = (scheme: string) =>
  stored(z.array(conceptId(scheme)).max(40), { store: 'concepts', scheme, many: true })

/** A schema without what makes it optional. */
export const unwrap = (schema: z.ZodType): z.ZodType => {
  let inner = schema
  while (inner instanceof z.ZodOptional || inner instanceof z.ZodDefault || inner instanceof z.ZodNullable)
    inner = inner.unwrap() as z.ZodType
  return inner
}

/** Where each field of an entry's schema is kept; a field with no mark of its own is a plain column. */
export const storageOf = (schema: z.ZodObject): Record<string, Storage> =>
  Object.fromEntries(
    Object.entries(schema.shape).map(([name, field]) => [
      name,
      storages.get(unwrap(field as z.ZodType)) ?? { store: 'column' },
    ]),
  )

/** Where a schema says it is kept, also deep inside a field; null when it says nothing. */
export const markOf = (schema: z.ZodType): Storage | null => storages.get(unwrap(schema)) ?? null

/** A date as precise as the source states it: `2016`, `2016-11` or `2016-11-05`. */
export const PartialDate = z
  .string()
  .regex(
    /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/,
    'is not a date such as 2016, 2016-11 or 2016-11-05',
  )
  .meta(controlled({ type: 'date' }))

/** A time of day, local to where it is. */
export const TimeOfDay = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'is not a time such as 09:30')
  .meta(controlled({ type: 'time' }))

/** A web address; only http and https, so that a link can never run script. */
export const WebAddress = z
  .url({ protocol: /^https?$/, message: 'is not a web address beginning with http:// or https://' })
  .max(2000)

/** An ISO 4217 currency code. */
export const Currency = z.string().regex(/^[A-Z]{3}$/, 'is not a currency code such as EUR')
