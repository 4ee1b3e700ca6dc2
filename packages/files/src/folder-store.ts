import { randomUUID } from 'node:crypto'
import { mkdir, open, rename, rm, stat, unlink } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { checkSha256, type FileStore } from './file-store.ts'

const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')

/** Makes what was written to a folder outlast a crash. */
const syncFolder = async (folder: string): Promise<void> => {
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Under its own name a file is always whole: it is written under another one first. */
const writeWhole = async (path: string, content: Uint8Array): Promise<void> => {
  const folder = dirname(path)
  const unfinished = join(folder, `.${randomUUID()}`)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  try {
    const handle = await open(unfinished, 'wx', 0o600)
    try {
      await handle.writeFile(content)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(unfinished, path)
  } catch (error) {
    await rm(unfinished, { force: true })
    throw error
  }
  await syncFolder(folder)
}

/** Keeps files in a folder that only the user of this process may read, spread over 256 folders in it. */
export const openFolderStore = (folder: string): FileStore => {
  const pathOf = (sha256: string) => join(folder, checkSha256(sha256).slice(0, 2), sha256)
  return {
    async put(sha256, content) {
      const path = pathOf(sha256)
      const known = await stat(path).catch(() => null)
      if (known?.size !== content.byteLength) await writeWhole(path, content)
    },
    async get(sha256, range) {
      try {
        const handle = await open(pathOf(sha256), 'r')
        // Closes the handle at its end, and when whoever reads it goes away.
        const stream = handle.createReadStream(range ?? {})
        return Readable.toWeb(stream) as ReadableStream<Uint8Array>
      } catch (error) {
        if (isMissing(error)) return null
        throw error
      }
    },
    async remove(sha256) {
      await unlink(pathOf(sha256)).catch((error: unknown) => {
        if (!isMissing(error)) throw error
      })
    },
  }
}
