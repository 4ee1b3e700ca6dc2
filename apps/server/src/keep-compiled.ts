import { existsSync, mkdirSync } from 'node:fs'
import { enableCompileCache } from 'node:module'
import { join } from 'node:path'

/**
 * Keeps what is compiled in the data folder for the next start. A folder that is not there yet is not made here, and one
 * that cannot be written is left alone: then everything is compiled again.
 */
export function keepCompiled(dataDir: string): void {
  const folder = join(dataDir, 'compile-cache')
  try {
    // Made by ourselves: Node's own recursive mkdir never returns on file systems such as /proc.
    if (!existsSync(folder)) mkdirSync(folder)
  } catch {
    return
  }
  enableCompileCache(folder)
}
