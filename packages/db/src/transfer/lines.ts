import { createHash } from 'node:crypto'
import type { Readable } from 'node:stream'
import { StringDecoder } from 'node:string_decoder'
import { ImportRefused } from '../errors.ts'

/** One line with its number from 1, and the checksum of everything before it. */
export type Line = { number: number; value: unknown; sha256Before: () => string }

const LONGEST_LINE = 64 * 1024 * 1024

/**
 * Reads a stream as one JSON value per line.
 * @throws ImportRefused naming the line that is not JSON, too long, or not ended
 */
export async function* readLines(readable: Readable): AsyncGenerator<Line> {
  const hash = createHash('sha256')
  const decoder = new StringDecoder('utf8')
  let number = 0
  let rest = ''
  for await (const chunk of readable) {
    rest += decoder.write(Buffer.from(chunk))
    let start = 0
    for (let end = rest.indexOf('\n'); end >= 0; end = rest.indexOf('\n', start)) {
      const text = rest.slice(start, end)
      start = end + 1
      number += 1
      yield { number, value: parse(text, number), sha256Before: () => hash.copy().digest('hex') }
      hash.update(`${text}\n`)
    }
    rest = rest.slice(start)
    if (rest.length > LONGEST_LINE) throw new ImportRefused(number + 1, 'the line is longer than 64 MB.')
  }
  rest += decoder.end()
  if (rest.length > 0)
    throw new ImportRefused(number + 1, 'the file ends in the middle of this line; it is incomplete.')
}

function parse(text: string, number: number): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new ImportRefused(number, 'this is not JSON.', { cause })
  }
}
