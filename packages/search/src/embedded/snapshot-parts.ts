import { readSync } from 'node:fs'
import type { FileHandle } from 'node:fs/promises'
import { setImmediate as turn } from 'node:timers/promises'
import { deserialize, serialize } from 'node:v8'
import { crc32 } from 'node:zlib'

/** Where a piece of the file lies, and what it must add up to. */
export type Place = { at: number; length: number; sum: number }

const ARRAYS = { Uint8Array, Uint32Array, Float64Array }
type Numbers = Uint8Array | Uint32Array | Float64Array
type Part = { numbers: keyof typeof ARRAYS; place: Place } | { strings: Place[] }
/** What stands in the directory for a value: the value itself, a part of the file, or an object of such. */
type Entry = { value: unknown } | { part: Part } | { object: Record<string, Entry> }

/** Strings encoded at once before others have a turn. */
const STRINGS = 20_000

/** The bytes of a part are not those that were written. */
export class DamagedPart extends Error {}

/** Writes values to a file one after the other: large arrays as they lie in memory, lists of strings in pieces. */
export class PartWriter {
  readonly #file: FileHandle
  #at: number

  /** @param at offset in the file to begin at */
  constructor(file: FileHandle, at: number) {
    this.#file = file
    this.#at = at
  }

  async bytes(bytes: Uint8Array): Promise<Place> {
    const at = this.#at
    for (let done = 0; done < bytes.length; )
      done += (await this.#file.write(bytes, done, Math.min(bytes.length - done, 2 ** 26), at + done))
        .bytesWritten
    this.#at += bytes.length
    return { at, length: bytes.length, sum: crc32(bytes) }
  }

  /** Writes an object of arrays, lists of strings and small values; gives what `readEntry` needs to read it again. */
  async entry(value: unknown): Promise<Entry> {
    for (const [name, type] of Object.entries(ARRAYS))
      if (value instanceof type) {
        const place = await this.bytes(new Uint8Array(value.buffer, value.byteOffset, value.byteLength))
        return { part: { numbers: name as keyof typeof ARRAYS, place } }
      }
    if (Array.isArray(value)) return { part: { strings: await this.#strings(value) } }
    if (value === null || typeof value !== 'object') return { value }
    const object: Record<string, Entry> = {}
    for (const [name, item] of Object.entries(value)) object[name] = await this.entry(item)
    return { object }
  }

  async #strings(list: readonly unknown[]): Promise<Place[]> {
    const places: Place[] = []
    for (let start = 0; start < list.length; start += STRINGS) {
      places.push(await this.bytes(serialize(list.slice(start, start + STRINGS))))
      await turn()
    }
    return places
  }
}

/** Reads the bytes of a place. @throws DamagedPart when they are not what was written */
export function readPlace(file: number, { at, length, sum }: Place): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(length)
  let done = 0
  while (done < length) {
    const read = readSync(file, bytes, done, Math.min(length - done, 2 ** 30), at + done)
    if (read === 0) break
    done += read
  }
  if (done < length || crc32(bytes) !== sum) throw new DamagedPart()
  return bytes
}

/** Reads back what `PartWriter.entry` wrote. @throws DamagedPart */
export function readEntry(file: number, entry: Entry): unknown {
  if ('value' in entry) return entry.value
  if ('object' in entry)
    return Object.fromEntries(
      Object.entries(entry.object).map(([name, item]) => [name, readEntry(file, item)]),
    )
  const { part } = entry
  if ('strings' in part) return part.strings.flatMap((place) => deserialize(readPlace(file, place)))
  const numbers: Numbers = new ARRAYS[part.numbers](readPlace(file, part.place).buffer)
  return numbers
}
