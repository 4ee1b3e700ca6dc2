/** Where lines go: stdout or stderr, or an array in a test. */
export type Stream = { write(text: string): unknown; isTTY?: boolean | undefined }

export type Format = 'text' | 'json'

/** Lines on a stream, and one status line that stays at the bottom while work goes on. */
export type Output = {
  readonly format: Format
  /** Writes a line above the status. */
  line(text: string): void
  /** Shows what is going on, replacing what was shown before; null takes it away. Silent where nobody watches. */
  status(text: string | null): void
  /** Whether somebody watches, so that a status makes sense. */
  readonly live: boolean
}

const clearLine = '\r\x1b[2K'

/** @param format `json` when a program reads the lines: then there is no status */
export function createOutput(stream: Stream, format: Format): Output {
  const live = format === 'text' && stream.isTTY === true
  let shown = ''
  return {
    format,
    live,
    line(text) {
      stream.write(shown ? `${clearLine}${text}\n${shown}` : `${text}\n`)
    },
    status(text) {
      if (!live || (text ?? '') === shown) return
      stream.write(`${clearLine}${text ?? ''}`)
      shown = text ?? ''
    },
  }
}
