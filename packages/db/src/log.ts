/** The part of a logger that this package needs (pino's shape: fields first, then words). */
export type Log = {
  info(fields: object, message: string): void
  warn(fields: object, message: string): void
  error(fields: object, message: string): void
}

/** A log that keeps nothing. */
export const silentLog: Log = { info() {}, warn() {}, error() {} }
