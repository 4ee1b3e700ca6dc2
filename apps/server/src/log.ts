import { HansaError } from '@hansa/domain/errors'
import type { Output } from './output.ts'

export type Level = 'debug' | 'info' | 'warn' | 'error'

/** Fields first, then words, as in pino; fields are data and never part of the words. */
export type Log = Record<Level, (fields: object, message: string) => void>

const ranks = { debug: 0, info: 1, warn: 2, error: 3, silent: 4 } as const

type Options = { level: keyof typeof ranks; now: () => Date }

/** An error as data: of an expected one the message is enough, of a fault the stack is wanted. */
function plain(_key: string, value: unknown): unknown {
  if (typeof value === 'bigint') return String(value)
  if (value instanceof HansaError) return { code: value.code, message: value.message }
  if (value instanceof Error) return { message: value.message, stack: value.stack, cause: value.cause }
  return value
}

function asText(level: Level, fields: object, message: string): string {
  const details = JSON.stringify(fields, plain)
  const tail = details === '{}' ? '' : ` ${details}`
  return level === 'info' ? `${message}${tail}` : `${level}: ${message}${tail}`
}

/** A log that writes one line per event: JSON for programs, words for people. */
export function createLog(output: Output, { level, now }: Options): Log {
  const write = (at: Level) => (fields: object, message: string) => {
    if (ranks[at] < ranks[level]) return
    if (output.format === 'text') return output.line(asText(at, fields, message))
    output.line(JSON.stringify({ ...fields, time: now().toISOString(), level: at, message }, plain))
  }
  return { debug: write('debug'), info: write('info'), warn: write('warn'), error: write('error') }
}
