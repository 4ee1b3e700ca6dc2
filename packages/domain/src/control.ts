import { z } from 'zod'
import type { Kind } from './kind.ts'

/** How a value is asked for in a form. */
export type Control =
  | { type: 'text'; localized: boolean; long: boolean; max: number | null }
  | { type: 'number'; whole: boolean; min: number | null; max: number | null }
  | { type: 'choice'; values: readonly (string | number)[] }
  | { type: 'flag' }
  | { type: 'date' }
  | { type: 'time' }
  | { type: 'address' }
  | { type: 'language' }
  | { type: 'concept'; scheme: string }
  | { type: 'entry'; kind: Kind }
  | { type: 'group'; parts: readonly Part[] }
  | { type: 'list'; of: Control; max: number | null }

/** One value within a group. */
export type Part = { key: string; required: boolean; control: Control }

/** A text of more characters than this is asked for in several lines. */
export const longerThan = 300

/** Marks a schema whose form alone does not say how it is asked for; for zod's `meta`. */
export const controlled = (control: Control): { control: Control } => ({ control })

/** The schema itself, under what makes it optional or gives it a default. */
const unwrap = (schema: z.ZodType): z.ZodType => {
  let inner = schema
  while (inner instanceof z.ZodOptional || inner instanceof z.ZodDefault || inner instanceof z.ZodNullable)
    inner = inner.unwrap() as z.ZodType
  return inner
}

const finite = (value: number | null | undefined): number | null =>
  value == null || Math.abs(value) >= Number.MAX_SAFE_INTEGER ? null : value

const mostOf = (list: z.ZodArray): number | null => {
  const most = (list._zod.def.checks ?? []).flatMap((check) =>
    check instanceof z.core.$ZodCheckMaxLength ? [check._zod.def.maximum] : [],
  )
  return most.length > 0 ? Math.min(...most) : null
}

const choiceOf = (union: z.ZodUnion): Control | null => {
  const literals = union.options.filter((option) => option instanceof z.ZodLiteral)
  if (literals.length < union.options.length) return null
  return { type: 'choice', values: literals.flatMap((literal) => [...literal.values] as (string | number)[]) }
}

const partsOf = (schema: z.ZodObject): Part[] =>
  Object.entries(schema.shape).map(([key, part]) => ({
    key,
    required: !z.safeParse(part as z.ZodType, undefined).success,
    control: controlOf(part as z.ZodType),
  }))

/**
 * How a value is asked for, read off its schema, so that no form lists what the schema says already.
 * @throws Error for a schema that no form could ask for; a test asks for every field there is
 */
export const controlOf = (schema: z.ZodType): Control => {
  const inner = unwrap(schema)
  const marked = inner.meta() as { control?: Control } | undefined
  if (marked?.control) return marked.control
  if (inner instanceof z.ZodURL) return { type: 'address' }
  if (inner instanceof z.ZodString) {
    const max = finite(inner.maxLength)
    return { type: 'text', localized: false, max, long: max !== null && max > longerThan }
  }
  if (inner instanceof z.ZodNumber) {
    const whole = inner.format?.includes('int') ?? false
    return { type: 'number', whole, min: finite(inner.minValue), max: finite(inner.maxValue) }
  }
  if (inner instanceof z.ZodBoolean) return { type: 'flag' }
  if (inner instanceof z.ZodEnum) return { type: 'choice', values: inner.options }
  if (inner instanceof z.ZodArray)
    return { type: 'list', of: controlOf(inner.element as z.ZodType), max: mostOf(inner) }
  if (inner instanceof z.ZodObject) return { type: 'group', parts: partsOf(inner) }
  const choice = inner instanceof z.ZodUnion ? choiceOf(inner) : null
  if (choice) return choice
  throw new Error('There is no control for a value of this schema.')
}
