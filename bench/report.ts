import { writeFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'

/** One table of the report: what was measured, in words and as rows. */
export type Section = {
  title: string
  /** What is compared with what, and what limits it. */
  note: string
  columns: string[]
  rows: (string | number)[][]
}

/** A number with as many digits as carry meaning. */
const digits = (value: number): string => {
  if (Number.isNaN(value)) return '–'
  if (Math.abs(value) >= 100) return Math.round(value).toLocaleString('en')
  return value
    .toPrecision(3)
    .replace(/(\.\d*?)0+$/, '$1')
    .replace(/\.$/, '')
}

const cell = (value: string | number) => (typeof value === 'number' ? digits(value) : value)

/** A section as a Markdown table with columns in line. */
export const sectionText = ({ title, note, columns, rows }: Section): string => {
  const lines = [columns, ...rows.map((row) => row.map(cell))]
  const widths = columns.map((_, i) => Math.max(...lines.map((line) => line[i]?.length ?? 0)))
  const padded = (line: readonly string[]) =>
    `| ${line.map((text, i) => (i === 0 ? text.padEnd(widths[i] ?? 0) : text.padStart(widths[i] ?? 0))).join(' | ')} |`
  const rule = `|${widths.map((width, i) => (i === 0 ? '-'.repeat(width + 2) : `${'-'.repeat(width + 1)}:`)).join('|')}|`
  const [head = [], ...body] = lines
  return `## ${title}\n\n${note}\n\n${[padded(head), rule, ...body.map(padded)].join('\n')}\n`
}

/** Class of the machine, as far as figures depend on it. */
export const machine = () => ({
  cores: cpus().length,
  memoryGb: Math.round(totalmem() / 2 ** 30),
  node: process.version,
})

/** Writes all figures to a file. */
export const writeJson = (file: string, sections: readonly Section[], seconds: number): void => {
  const report = {
    date: new Date().toISOString(),
    machine: machine(),
    seconds: Math.round(seconds),
    sections,
  }
  writeFileSync(file, `${JSON.stringify(report, null, 2)}\n`)
}
