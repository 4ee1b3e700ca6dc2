import { randomBytes } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { access, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { createAdministrator, reindex, startIndexer } from '@hansa/api'
import { exportInstance, importInstance } from '@hansa/db'
import { createStemmers } from '@hansa/search'
import { type Command, FileProblem, type Parts } from './command.ts'
import { importCommands } from './import-commands.ts'
import { openSearch } from './search.ts'
import { loadSeedShowing } from './seed.ts'
import { openEmbedded } from './stores.ts'

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}

function sum(counts: Record<string, number>): number {
  return Object.values(counts).reduce((total, count) => total + count, 0)
}

/** What an export does not hold. */
const filesApart =
  'Images and PDFs are not in it: copy the folder "files" of the data folder, or the bucket, as well.'

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
    const exported = `Exported ${sum(counts)} rows to ${file}.`
    return counts.attachment ? `${exported} ${filesApart}` : exported
  } catch (error) {
    await rm(unfinished, { force: true })
    if (['ENOENT', 'EACCES', 'EISDIR', 'ENOTDIR', 'ENOSPC', 'EROFS'].includes(codeOf(error))) {
      throw new FileProblem(`The file ${file} cannot be written (${codeOf(error)}); name another.`, error)
    }
    throw error
  }
}

async function importFrom(parts: Parts, [file = '']: readonly string[]): Promise<string> {
  const { env, database, progress } = parts
  try {
    await access(file)
    const counts = await progress.step('Importing', () => importInstance(database, createReadStream(file)))
    await database.maintain()
    // What was indexed before belongs to other rows.
    if (env.MEILI_URL) return `Imported ${sum(counts)} rows from ${file}. ${await rebuildIndex(parts)}`
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
  const { search } = openSearch(env, { database, embedded: openEmbedded(env) }, { clock, log })
  try {
    const deps = { database, search, stemmers: createStemmers(), clock, log }
    await progress.step('Building the search index', async () => {
      // Starting prepares the engine for today's schema; stopped at once, it leaves the index to us.
      await (await startIndexer(deps)).stop()
      await reindex(deps)
      // A running server may have put changes into the index that was just replaced.
      const indexer = await startIndexer(deps)
      await indexer.caughtUp()
      await indexer.stop()
    })
    return `The index holds ${(await search.health()).docs} documents.`
  } finally {
    await search.close()
  }
}

async function makeAdministrator(
  { env, database, clock }: Parts,
  [email = '']: readonly string[],
): Promise<string> {
  const publicUrl = env.PUBLIC_URL ?? `http://localhost:${env.PORT}`
  const link = await createAdministrator({ db: database.db, clock, random: randomBytes, publicUrl }, email)
  return link
    ? `Open this link within a day to join as an administrator; it is good once:\n${link}`
    : `${email} is an administrator now.`
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
  ...importCommands,
  seed: { args: [], about: 'load seed/ again; what people edited stays as it is', migrated: true, run: seed },
  'create-administrator': {
    args: ['EMAIL'],
    about: 'make a member an administrator, or print a link for somebody to join as one',
    migrated: true,
    run: makeAdministrator,
  },
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
