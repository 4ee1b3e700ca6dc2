import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { HansaError } from '@hansa/domain/errors'
import { DataDirOtherVersion, DataDirUnusable, DataDirUnwritable } from '../errors.ts'
import type { Log } from '../log.ts'
import { syncPath } from './durable-fs.ts'
import { type DataDirLock, lockDataDir } from './lock.ts'
import { POSTGRES_MAJOR, readTemplate, unpackTemplate } from './template.ts'
import { startWorker } from './worker-handle.ts'

/** A locked data folder with a complete cluster in `cluster`. */
export type DataDir = { cluster: string; lock: DataDirLock; created: boolean }

/**
 * Locks the data folder and makes sure it holds a complete cluster of this PostgreSQL version.
 * A new cluster is made beside its place and renamed into it, so a crash leaves either none or a whole one.
 * @param templateDir where to look for a template of an initialised cluster; the package's build folder by default
 * @throws DataDirLocked, DataDirUnwritable, DataDirOtherVersion, DataDirUnusable
 */
export async function openDataDir(dataDir: string, log: Log, templateDir?: string): Promise<DataDir> {
  let lock: DataDirLock | null = null
  try {
    makeFolder(resolve(dataDir))
    lock = await lockDataDir(dataDir)
    const cluster = join(dataDir, 'pglite')
    const created = !checkCluster(dataDir, cluster)
    if (created) await createCluster(dataDir, cluster, log, templateDir)
    return { cluster, lock, created }
  } catch (error) {
    await lock?.release()
    throw error instanceof HansaError ? error : new DataDirUnwritable(dataDir, error)
  }
}

/** Node's own recursive mkdir never returns where a file system refuses new folders with ENOENT, such as /proc. */
function makeFolder(path: string): void {
  if (existsSync(path) && statSync(path).isDirectory()) return
  if (dirname(path) !== path) makeFolder(dirname(path))
  mkdirSync(path)
}

/** Whether there is a cluster that this release can read; false when there is none yet. */
function checkCluster(dataDir: string, cluster: string): boolean {
  if (!existsSync(cluster) || readdirSync(cluster).length === 0) return false
  if (!existsSync(join(cluster, 'PG_VERSION'))) {
    throw new DataDirUnusable(dataDir, 'its folder pglite has no PG_VERSION')
  }
  const version = readFileSync(join(cluster, 'PG_VERSION'), 'utf8').trim()
  if (version !== POSTGRES_MAJOR) throw new DataDirOtherVersion(dataDir, version, POSTGRES_MAJOR)
  return true
}

async function createCluster(
  dataDir: string,
  cluster: string,
  log: Log,
  templateDir?: string,
): Promise<void> {
  const fresh = join(dataDir, 'pglite.new')
  rmSync(fresh, { recursive: true, force: true })
  mkdirSync(fresh, { mode: 0o700 })
  const template = readTemplate(templateDir)
  log.info({ template: template !== null }, 'creating the embedded database')
  if (template) unpackTemplate(template, fresh)
  else await initCluster(fresh)
  syncTree(fresh)
  renameSync(fresh, cluster)
  syncPath(dataDir)
}

/** Initialises a cluster in `dir` with initdb and closes it again; takes some seconds. */
export async function initCluster(dir: string): Promise<void> {
  const worker = await startWorker({ dir, channels: [] }, () => undefined)
  try {
    await worker.run('CHECKPOINT', [])
    await worker.close()
  } finally {
    await worker.terminate(new Error('The cluster is initialised.'))
  }
}

function syncTree(dir: string): void {
  for (const entry of readdirSync(dir, { recursive: true, withFileTypes: true })) {
    if (entry.isFile() || entry.isDirectory()) syncPath(join(entry.parentPath, entry.name))
  }
  syncPath(dir)
}
