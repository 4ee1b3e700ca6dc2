import type { Control } from './control.ts'
import type { LocalizedText } from './text.ts'

/** A single value somewhere within a field: its path (`solution.0.text`) and how it is asked for. */
export type Leaf = { path: string; control: Exclude<Control, { type: 'group' | 'list' }>; value: unknown }

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The single values within a field's value, in order; what is not of the form its control says is left out. */
export const leavesOf = (control: Control, value: unknown, path: string): Leaf[] => {
  if (value === undefined || value === null) return []
  if (control.type === 'list')
    return Array.isArray(value)
      ? value.flatMap((item, at) => leavesOf(control.of, item, `${path}.${at}`))
      : []
  if (control.type === 'group')
    return isRecord(value)
      ? control.parts.flatMap((part) => leavesOf(part.control, value[part.key], `${path}.${part.key}`))
      : []
  return [{ path, control, value }]
}

/** Whether a leaf holds one text per language. */
export const isLocalizedLeaf = (leaf: Leaf): leaf is Leaf & { value: LocalizedText } =>
  leaf.control.type === 'text' && leaf.control.localized && isRecord(leaf.value)

/** What is at a path within a value; undefined where there is nothing. */
export const valueAt = (value: unknown, path: readonly string[]): unknown => {
  const [key, ...rest] = path
  if (key === undefined) return value
  if (Array.isArray(value)) return valueAt(value[Number(key)], rest)
  return isRecord(value) && Object.hasOwn(value, key) ? valueAt(value[key], rest) : undefined
}

/** The same value with something else at a path that is there already. */
export const withValueAt = (value: unknown, path: readonly string[], put: unknown): unknown => {
  const [key, ...rest] = path
  if (key === undefined) return put
  if (Array.isArray(value))
    return value.map((item, at) => (at === Number(key) ? withValueAt(item, rest, put) : item))
  return isRecord(value) ? { ...value, [key]: withValueAt(value[key], rest, put) } : value
}
