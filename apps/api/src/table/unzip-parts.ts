import { Unzip, UnzipInflate } from 'fflate'
import { UnreadableFile } from '../import/import-file.ts'

/** Packed bytes that are unpacked at once: deflate makes at most a thousandfold of them, so that no step takes much memory. */
const step = 4_000
/** After so many unpacked bytes others get their turn. */
const turn = 200_000

const breathe = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

const damaged = (cause?: unknown): UnreadableFile =>
  new UnreadableFile('damaged', 'The workbook is damaged or cut off. Save it again.', cause)

export type Budget = {
  spend(bytes: number): void
  /** Whether so many more would be too many. */
  afford(bytes: number): void
}

/** Counts what is unpacked, over all readings of one file. @throws UnreadableFile past the most */
export const unpackedBudget = (most: number): Budget => {
  let spent = 0
  return {
    spend(bytes) {
      spent += bytes
      this.afford(0)
    },
    afford(bytes) {
      if (spent + bytes > most)
        throw new UnreadableFile('too-large', `The workbook holds more than ${most / 1_000_000} MB unpacked.`)
    },
  }
}

/** What is to be done with a part of an archive: gets it piece by piece, and `null` at its end. */
export type OnPiece = (piece: Uint8Array | null) => void

/**
 * Unpacks some parts of a ZIP archive, piece by piece; what nobody asks for is passed over. What a header says of sizes is believed only
 * where it is too much: bytes are counted as they come.
 * @param wanted what to do with a part of a name; null for one that is not wanted
 * @throws UnreadableFile for an archive that is broken or unpacks to too much
 */
export const unzipParts = async (
  archive: Uint8Array,
  budget: Budget,
  wanted: (name: string) => OnPiece | null,
): Promise<void> => {
  let failure: unknown = null
  let sinceTurn = 0
  const open = new Set<string>()
  const seen = new Set<string>()
  const unzip = new Unzip((file) => {
    const onPiece = seen.has(file.name) ? null : wanted(file.name)
    seen.add(file.name)
    if (!onPiece) return
    // Refused at once where it says itself that it is too large; where it lies, when it is.
    try {
      budget.afford(file.originalSize ?? 0)
    } catch (tooLarge) {
      failure = tooLarge
      return
    }
    open.add(file.name)
    file.ondata = (error, data, final) => {
      if (failure !== null) return
      try {
        if (error) throw damaged(error)
        budget.spend(data.length)
        sinceTurn += data.length
        onPiece(data)
        if (!final) return
        open.delete(file.name)
        onPiece(null)
      } catch (thrown) {
        failure = thrown
      }
    }
    file.start()
  })
  unzip.register(UnzipInflate)
  try {
    for (let at = 0; at < archive.length && failure === null; at += step) {
      unzip.push(archive.subarray(at, at + step), at + step >= archive.length)
      if (sinceTurn < turn) continue
      sinceTurn = 0
      await breathe()
    }
  } catch (error) {
    failure ??= damaged(error)
  }
  if (failure !== null) throw failure
  if (open.size > 0) throw damaged()
}
