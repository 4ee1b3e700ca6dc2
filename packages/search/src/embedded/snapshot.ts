import { createHash } from 'node:crypto'
import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { mkdir, open, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { deserialize, serialize } from 'node:v8'
import type { IndexSchema } from '../engine.ts'
import { NORMALISER_VERSION } from '../text/fold.ts'
import type { IndexState } from './index-core.ts'
import { DamagedPart, PartWriter, readEntry, readPlace } from './snapshot-parts.ts'

/** Layout of the file and of `IndexState`; raise it with every change of either. */
const FORMAT = 'hansa-search-2'
const HEADER_SIZE = 112

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

/**
 * Writes beside the old file, brings it to the disk, then takes its place: a crash leaves the old or the new one whole.
 * The file is a header, the arrays of the index, and a directory that says where each lies.
 */
export async function saveSnapshot(folder: string, schema: IndexSchema, snapshot: Snapshot): Promise<void> {
  await mkdir(folder, { recursive: true })
  const path = snapshotPath(folder, schema)
  const temporary = `${path}.tmp`
  try {
    await using file = await open(temporary, 'w')
    const writer = new PartWriter(file, HEADER_SIZE)
    const entry = await writer.entry(snapshot)
    const { at, length, sum } = await writer.bytes(serialize(entry))
    const header = `${FORMAT} ${schemaHash(schema)} ${at} ${length} ${sum}`.padEnd(HEADER_SIZE - 1)
    await file.write(`${header}\n`, 0)
    await file.sync()
  } catch (error) {
    // Half a file is of no use, and the disk may be full.
    await rm(temporary, { force: true }).catch(() => undefined)
    throw error
  }
  await rename(temporary, path)
  await using directory = await open(folder, 'r')
  await directory.sync()
}

/** Reads the stored index; never throws. `problem` says why a file that is there was refused. */
export function loadSnapshot(folder: string, schema: IndexSchema): Loaded {
  let file: number | null = null
  try {
    file = openSync(snapshotPath(folder, schema), 'r')
    return read(file, schema)
  } catch (error) {
    const isAbsent = error instanceof Error && 'code' in error && error.code === 'ENOENT'
    return isAbsent ? { snapshot: null, problem: null } : refused(`cannot be read (${String(error)})`)
  } finally {
    if (file !== null) closeSync(file)
  }
}

function refused(reason: string): Loaded {
  return { snapshot: null, problem: `The stored search index ${reason}; it has to be rebuilt.` }
}

function read(file: number, schema: IndexSchema): Loaded {
  const header = Buffer.alloc(HEADER_SIZE)
  readSync(file, header, 0, HEADER_SIZE, 0)
  const [format, hash, ...numbers] = header.toString('latin1').trim().split(' ')
  const [at = 0, length = 0, sum = 0] = numbers.map(Number)
  if (format !== FORMAT) return refused('is of another version or not an index')
  if (hash !== schemaHash(schema)) return refused('was made for other fields or text rules')
  if (fstatSync(file).size !== at + length) return refused('is cut short')
  try {
    const entry = deserialize(readPlace(file, { at, length, sum }))
    return { snapshot: readEntry(file, entry) as Snapshot, problem: null }
  } catch (error) {
    if (error instanceof DamagedPart) return refused('is damaged')
    throw error
  }
}
