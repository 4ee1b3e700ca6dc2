import { pipeline, type Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { HansaError } from '@hansa/domain/errors'

/** What can be wrong with a file as a whole, for who says it in another language. */
export const fileProblems = [
  'empty',
  'type',
  'encoding',
  'damaged',
  'quotes',
  'columns',
  'too-large',
  'too-many-rows',
  'too-many-columns',
] as const
export type FileProblem = (typeof fileProblems)[number]

/** A file to import is not what it should be, as a whole. Nothing of it was written. */
export class UnreadableFile extends HansaError {
  readonly problem: FileProblem
  constructor(problem: FileProblem, message: string, cause?: unknown) {
    super('UNREADABLE_FILE', message, { cause })
    this.problem = problem
  }
}

/** Opens a file at its beginning. An import may read it more than once, so that it need not be in memory. */
export type OpenFile = () => Readable

const startsWith = (bytes: Uint8Array, ...magic: number[]): boolean =>
  magic.every((byte, i) => bytes[i] === byte)

const firstBytes = async (open: OpenFile): Promise<Uint8Array> => {
  for await (const chunk of open()) return Buffer.from(chunk)
  return Buffer.alloc(0)
}

/** The bytes of a file, unpacked when it is compressed with gzip. */
const bytesOf = async (open: OpenFile): Promise<Readable> => {
  const first = await firstBytes(open)
  if (first.length === 0) throw new UnreadableFile('empty', 'The file is empty.')
  if (startsWith(first, 0x50, 0x4b, 0x03, 0x04))
    throw new UnreadableFile(
      'type',
      'The file is a ZIP archive or a spreadsheet. Unpack it, or save the sheet as CSV (UTF-8).',
    )
  if (startsWith(first, 0xff, 0xfe) || startsWith(first, 0xfe, 0xff))
    throw new UnreadableFile('encoding', 'The file is UTF-16. Save it as UTF-8.')
  // Failures of the file come out of the last stream.
  return startsWith(first, 0x1f, 0x8b) ? pipeline(open(), createGunzip(), () => undefined) : open()
}

const problemOf = (error: unknown): UnreadableFile | null => {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (code === 'ERR_ENCODING_INVALID_ENCODED_DATA')
    return new UnreadableFile('encoding', 'The file is not UTF-8. Save it as UTF-8.', error)
  if (code === 'Z_BUF_ERROR')
    return new UnreadableFile(
      'damaged',
      'The file ends in the middle: it is not whole. Fetch it again.',
      error,
    )
  return code.startsWith('Z_')
    ? new UnreadableFile('damaged', 'The file is damaged. Fetch it again.', error)
    : null
}

/**
 * The text of a file, piece by piece: UTF-8 with or without a byte order mark, plain or compressed with gzip.
 * @throws UnreadableFile for an empty, binary, damaged or otherwise encoded file
 */
export async function* textOf(open: OpenFile): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  try {
    for await (const chunk of await bytesOf(open)) {
      const text = decoder.decode(Buffer.from(chunk), { stream: true })
      if (text.includes('\0')) throw new UnreadableFile('type', 'The file is not text.')
      yield text
    }
    yield decoder.decode()
  } catch (error) {
    throw problemOf(error) ?? error
  }
}

/** The lines of a file with their numbers from 1, without their ends. @throws UnreadableFile */
export async function* linesOf(open: OpenFile): AsyncGenerator<{ number: number; text: string }> {
  let number = 0
  let rest = ''
  for await (const text of textOf(open)) {
    const lines = (rest + text).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) yield { number: ++number, text: line.endsWith('\r') ? line.slice(0, -1) : line }
  }
  if (rest !== '') yield { number: number + 1, text: rest }
}
