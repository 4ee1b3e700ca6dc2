import { createReadStream, createWriteStream } from 'node:fs'
import { access, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { reindex, startIndexer } from '@hansa/api'
import { type Clock, type Database, exportInstance, importInstance } from '@hansa/db'
import { HansaError } from '@hansa/domain/errors'
import { createStemmers } from '@hansa/search'
import type { Env } from './env.ts'
import type { Log } from './log.ts'
import type { Progress } from './progress.ts'
import { loadSeedShowing } from './seed.ts'
import { openSearch } from './services.ts'

type Parts = {
  env: Env
  database: Database
  log: Log
  progress: Progress
  clock: Clock
}

/** A command of the command line; `run` gives the sentence to end with. */
export type Command = {
  args: readonly string[]
  about: string
  /** Whether the tables must be those of this release before it runs. */
  migrated: boolean
  run(parts: Parts, args: readonly string[]): Promise<string>
}

/** A file named on the command line cannot be used. */
class FileProblem extends HansaError {
  constructor(message: string, cause?: unknown) {
    super('FILE_PROBLEM', message, { cause })
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}

function sum(counts: Record<string, number>): number {
  return Object.values(counts).reduce((total, count) => total + count, 0)
}

async function exportTo(
  { database, progress, clock }: Parts,
  [file = '']: readonly string[],
): Promise<string> {
  const exists = await access(file).then(
    () => true,
    () => false,
  )
  if (exists) throw new FileProblem(`The file ${file} exists already; name another, or move it away.`)
  // Under its own name the file is always whole.
  const unfinished = `${file}.unfinished`
  try {
    const counts = await progress.step('Exporting', () =>
      exportInstance(database, createWriteStream(unfinished, { mode: 0o600 }), clock),
    )
    await rename(unfinished, file)
    return `Exported ${sum(counts)} rows to ${file}.`
  } catch (error) {
    await rm(unfinished, { force: true })
    if (['ENOENT', 'EACCES', 'EISDIR', 'ENOTDIR', 'ENOSPC', 'EROFS'].includes(codeOf(error))) {
      throw new FileProblem(`The file ${file} cannot be written (${codeOf(error)}); name another.`, error)
    }
    throw error
  }
}

async function importFrom(
  { env, database, progress }: Parts,
  [file = '']: readonly string[],
): Promise<string> {
  try {
    await access(file)
    const counts = await progress.step('Importing', () => importInstance(database, createReadStream(file)))
    await database.maintain()
    // What was indexed before belongs to other rows; the next start builds the index anew.
    await rm(join(env.DATA_DIR, 'search'), { recursive: true, force: true })
    return `Imported ${sum(counts)} rows from ${file}; the next start builds the search index.`
  } catch (error) {
    if (['ENOENT', 'EACCES', 'EISDIR', 'ENOTDIR'].includes(codeOf(error))) {
      throw new FileProblem(`The file ${file} cannot be read (${codeOf(error)}).`, error)
    }
    throw error
  }
}

async function seed({ database, progress }: Parts): Promise<string> {
  const { entries, changed, keptEdits } = await loadSeedShowing(database.db, progress)
  await database.maintain()
  return `The seed has ${entries} entries: ${changed} written, ${keptEdits} kept as people edited them.`
}

async function rebuildIndex({ env, database, progress, clock, log }: Parts): Promise<string> {
  const search = openSearch(env)
  try {
    const deps = { database, search, stemmers: createStemmers(), clock, log }
    await progress.step('Building the search index', async () => {
      // Starting prepares the engine for today's schema; stopped at once, it leaves the index to us.
      await (await startIndexer(deps)).stop()
      await reindex(deps)
    })
    return `The index holds ${(await search.health()).docs} documents.`
  } finally {
    await search.close()
  }
}

/** Every command by its name. */
export const commands: Readonly<Record<string, Command>> = {
  export: {
    args: ['FILE'],
    about: 'write the whole instance to a file (NDJSON)',
    migrated: false,
    run: exportTo,
  },
  import: {
    args: ['FILE'],
    about: 'read such a file into an empty instance',
    migrated: false,
    run: importFrom,
  },
  seed: { args: [], about: 'load seed/ again; what people edited stays as it is', migrated: true, run: seed },
  reindex: {
    args: [],
    about: 'build the search index anew from the database',
    migrated: true,
    run: rebuildIndex,
  },
  migrate: {
    args: [],
    about: 'bring the tables to this release',
    migrated: false,
    run: async ({ database }) => `${await database.migrate()} migrations applied.`,
  },
  maintain: {
    args: [],
    about: 'tidy the database up after bulk work and write its log back',
    migrated: true,
    run: async ({ database }) => {
      await database.maintain()
      return `Done; the database takes ${Math.ceil((await database.bytes()) / 1e6)} MB.`
    },
  },
}
