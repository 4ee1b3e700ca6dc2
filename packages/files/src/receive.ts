import { open } from 'node:fs/promises'
import { bytesAllowed, type FileLimits } from './file-limits.ts'
import { type FileType, headBytes, sniffType } from './file-type.ts'
import { RefusedFile } from './refused-file.ts'

const append = (head: Uint8Array, chunk: Uint8Array): Uint8Array =>
  Buffer.concat([head, chunk]).subarray(0, headBytes)

/**
 * Writes what comes to a new file, counting as it comes: nothing is read further than it may be long.
 * @returns its type, by its first bytes
 * @throws RefusedFile, and whatever the source throws when it ends half-way
 */
export const receive = async (
  source: AsyncIterable<Uint8Array>,
  path: string,
  limits: FileLimits,
): Promise<FileType> => {
  const handle = await open(path, 'wx', 0o600)
  try {
    let head: Uint8Array = new Uint8Array()
    let type: FileType | null = null
    let bytes = 0
    for await (const chunk of source) {
      bytes += chunk.byteLength
      if (!type) {
        head = append(head, chunk)
        type = sniffType(head)
        if (!type && head.byteLength >= headBytes) throw new RefusedFile('type')
      }
      if (type && bytes > bytesAllowed(limits, type)) throw new RefusedFile('too-large')
      await handle.write(chunk)
    }
    if (bytes === 0) throw new RefusedFile('empty')
    if (!type) throw new RefusedFile('type')
    return type
  } finally {
    await handle.close()
  }
}
