import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { initCluster } from '../pglite/data-dir.ts'
import { packTemplate, readTemplate } from '../pglite/template.ts'

/** `node src/commands/build-template.ts`: makes build/pglite-template.bin unless a valid one is there. */

if (!readTemplate()) {
  const dir = mkdtempSync(join(tmpdir(), 'hansa-template-'))
  try {
    await initCluster(dir)
    packTemplate(dir)
  } finally {
    rmSync(dir, { recursive: true, force: true })
  }
}
