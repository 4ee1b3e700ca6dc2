import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Db, schema } from '@hansa/db'
import { HansaError } from '@hansa/domain/errors'
import type { Kind } from '@hansa/domain/kind'
import { eq } from 'drizzle-orm'
import { saveConceptScheme } from '../concept/concept.service.ts'
import { editedSinceSeed, saveEntries } from '../entry/entry.service.ts'
import { withKnownPlaces } from './known-places.ts'
import { readSeed, type SeedProblem } from './read-seed.ts'

/** A seed folder holds wrong rows; `problems` names each. Nothing of it was loaded. */
export class BadSeed extends HansaError {
  readonly problems: SeedProblem[]
  constructor(problems: SeedProblem[]) {
    super('INVALID_INPUT', `The seed has ${problems.length} problems; nothing was loaded.`)
    this.problems = problems
  }
}

export type SeedReport = { entries: number; changed: number; keptEdits: number; concepts: number }

type SeedDeps = { db: Db; folder: string; onProgress?: (done: number, total: number) => void }

const { setting } = schema
const viewer = { kind: 'system', name: 'seed' } as const

// Kinds in the order in which their rows can refer to each other.
const order = Object.keys(schema.kindTables) as Kind[]

/** One hash over every data file of a seed folder: the same files, the same hash. */
export const seedHashOf = async (folder: string): Promise<string> => {
  const names = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.json')).sort()
  const hash = createHash('sha256')
  for (const name of names)
    hash
      .update(name)
      .update('\0')
      .update(await readFile(join(folder, name)))
  return hash.digest('hex')
}

/** Whether the database holds exactly this seed. Cheap: one statement and reading the files once. */
export const isSeeded = async ({ db, folder }: SeedDeps): Promise<boolean> => {
  const [row] = await db.select().from(setting).where(eq(setting.key, 'seed'))
  return row?.value === (await seedHashOf(folder))
}

/**
 * Loads a seed folder through the same service as any writer. Idempotent: rows that are as they were are left alone,
 * rows that people have edited since are kept as edited. A load cut short is finished by the next one, because the
 * hash of the seed is stored last.
 * @throws BadSeed with every wrong row; nothing is loaded then
 */
export const loadSeed = async ({ db, folder, onProgress }: SeedDeps): Promise<SeedReport> => {
  const hash = await seedHashOf(folder)
  const { schemes, rows: read, problems } = await readSeed(folder)
  if (problems.length > 0) throw new BadSeed(problems)
  const rows = await withKnownPlaces(db, read)
  let concepts = 0
  for (const scheme of schemes) concepts += await saveConceptScheme({ db, viewer }, scheme)
  const edited = await editedSinceSeed(
    db,
    rows.map((row) => row.id),
  )
  const due = Object.groupBy(
    rows.filter((row) => !edited.has(row.id)),
    (row) => row.kind,
  )
  let done = edited.size
  let changed = 0
  for (const kind of order) {
    const saved = await saveEntries({ db, viewer }, due[kind] ?? [], { seeded: true })
    changed += saved.filter((row) => row.changed).length
    done += saved.length
    onProgress?.(done, rows.length)
  }
  await db
    .insert(setting)
    .values({ key: 'seed', value: hash })
    .onConflictDoUpdate({ target: setting.key, set: { value: hash } })
  return { entries: rows.length, changed, keptEdits: edited.size, concepts }
}
