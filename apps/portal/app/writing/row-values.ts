import { valueAt, withValueAt } from '@hansa/domain/leaves'
import type { Values } from './values.ts'

const rowsAt = (values: Values, path: readonly string[]): readonly unknown[] => {
  const rows = valueAt(values, path)
  return Array.isArray(rows) ? rows : []
}

/** The same values with an empty row more at the end of a list. */
export function withRow(values: Values, path: string): Values {
  const at = path.split('.')
  return withValueAt(values, at, [...rowsAt(values, at), '']) as Values
}

/** The same values without one row of a list, which its path names. */
export function withoutRow(values: Values, path: string): Values {
  const at = path.split('.')
  const row = Number(at.at(-1))
  const list = at.slice(0, -1)
  return withValueAt(
    values,
    list,
    rowsAt(values, list).filter((_, index) => index !== row),
  ) as Values
}
