import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { fewAtOnce } from './few-at-once.ts'
import { defaultFileLimits, type FileLimits } from './file-limits.ts'
import type { FileStore } from './file-store.ts'
import { inspect } from './inspect/inspect.ts'
import type { Written } from './inspect/verdict.ts'
import { receive } from './receive.ts'

/** One form of a file as it is shown: an image in one width, or a PDF. */
export type Rendition = { sha256: string; bytes: number; width: number | null; height: number | null }

/** A file that was found good, made anew; the smallest rendition first. */
export type AcceptedFile = {
  kind: 'image' | 'pdf'
  renditions: (Rendition & { content: Uint8Array })[]
}

/** What takes files and keeps them. */
export type Files = {
  store: FileStore
  /**
   * Takes in what somebody sends: its type is told by its bytes, what it tells beside what is seen is gone, and nothing is left of
   * it but what is returned.
   * @throws RefusedFile, and whatever the source throws when it ends half-way
   */
  accept(source: AsyncIterable<Uint8Array>): Promise<AcceptedFile>
}

export type FilesOptions = {
  store: FileStore
  /** A folder for files on their way in. It belongs to this process alone: what a killed one left there is removed. */
  incoming: string
  limits?: Partial<FileLimits>
}

/** Reading takes a core and much memory, so few are read at once. */
const mostAtOnce = 2

const readRendition = async (folder: string, { file, width, height }: Written) => {
  const content = await readFile(join(folder, file))
  const sha256 = createHash('sha256').update(content).digest('hex')
  return { sha256, bytes: content.byteLength, width, height, content }
}

/** Opens what takes and keeps files. */
export const openFiles = async ({ store, incoming, limits }: FilesOptions): Promise<Files> => {
  await rm(incoming, { recursive: true, force: true })
  await mkdir(incoming, { recursive: true, mode: 0o700 })
  const allowed = { ...defaultFileLimits, ...limits }
  const inTurn = fewAtOnce(mostAtOnce)
  return {
    store,
    async accept(source) {
      const folder = await mkdtemp(join(incoming, 'file-'))
      try {
        const path = join(folder, 'sent')
        const type = await receive(source, path, allowed)
        const written = await inTurn(() => inspect({ path, type, folder, limits: allowed }))
        const renditions = await Promise.all(written.map((each) => readRendition(folder, each)))
        return { kind: type === 'pdf' ? 'pdf' : 'image', renditions }
      } finally {
        await rm(folder, { recursive: true, force: true })
      }
    },
  }
}
