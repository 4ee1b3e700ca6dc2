import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { mkdir, open, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { deserialize, serialize } from 'node:v8'
import { crc32 } from 'node:zlib'
import type { IndexSchema } from '../engine.ts'
import { NORMALISER_VERSION } from '../text/fold.ts'
import type { IndexState } from './index-core.ts'

/** Layout of the file and of `IndexState`; raise it with every change of either. */
const FORMAT = 'hansa-search-1'
const HEADER_SIZE = 96

/** What is stored: the index, and whether it has ever been filled completely. */
export type Snapshot = { complete: boolean; state: IndexState }
export type Loaded = { snapshot: Snapshot | null; problem: string | null }

/** Identifies everything the stored index depends on besides the data. */
export function schemaHash(schema: IndexSchema): string {
  const content = JSON.stringify([FORMAT, NORMALISER_VERSION, process.versions.v8, schema])
  return createHash('sha256').update(content).digest('hex').slice(0, 32)
}

export function snapshotPath(folder: string, schema: IndexSchema): string {
  return join(folder, `${schema.name}.search-index`)
}

/** Writes beside the old file, brings it to the disk, then takes its place: a crash leaves the old or the new one whole. */
export async function saveSnapshot(folder: string, schema: IndexSchema, snapshot: Snapshot): Promise<void> {
  const body = serialize(snapshot)
  const header = `${FORMAT} ${schemaHash(schema)} ${body.length} ${crc32(body)}`.padEnd(HEADER_SIZE - 1)
  await mkdir(folder, { recursive: true })
  const path = snapshotPath(folder, schema)
  const temporary = `${path}.tmp`
  await using file = await open(temporary, 'w')
  await file.writeFile(`${header}\n`)
  await file.writeFile(body)
  await file.sync()
  await rename(temporary, path)
  await using directory = await open(folder, 'r')
  await directory.sync()
}

/** Reads the stored index; never throws. `problem` says why a file that is there was refused. */
export function loadSnapshot(folder: string, schema: IndexSchema): Loaded {
  let file: Buffer
  try {
    file = readFileSync(snapshotPath(folder, schema))
  } catch (error) {
    const isAbsent = error instanceof Error && 'code' in error && error.code === 'ENOENT'
    return {
      snapshot: null,
      problem: isAbsent ? null : `The stored search index cannot be read: ${String(error)}`,
    }
  }
  const [format, hash, length, checksum] = file.subarray(0, HEADER_SIZE).toString('latin1').trim().split(' ')
  const body = file.subarray(HEADER_SIZE)
  const refused = (reason: string): Loaded => ({
    snapshot: null,
    problem: `The stored search index ${reason}; it has to be rebuilt.`,
  })
  if (format !== FORMAT) return refused('is of another version or not an index')
  if (hash !== schemaHash(schema)) return refused('was made for other fields or text rules')
  if (Number(length) !== body.length) return refused('is cut short')
  if (Number(checksum) !== crc32(body)) return refused('is damaged')
  try {
    return { snapshot: deserialize(body) as Snapshot, problem: null }
  } catch (error) {
    return refused(`cannot be read (${String(error)})`)
  }
}
