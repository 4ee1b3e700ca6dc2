// `npm run bench`: installs and builds what is missing, then measures (bench/run.ts), with a PostgreSQL of its own if there is one.
import { join } from 'node:path'
import { foreground } from './support/run.mjs'
import { build, checkMachine, install, nodeBinary, root, toolEnv } from './support/toolchain.mjs'
import { findPostgres, startTestPostgres } from './test-postgres.mjs'

checkMachine()
await install()
await build()
const node = await nodeBinary()
const postgres = findPostgres() ? await startTestPostgres() : null
const args = [...process.argv.slice(2), ...(postgres ? ['--postgres', postgres.url] : [])]
process.exitCode = await foreground(node, [join(root, 'bench/run.ts'), ...args], { env: toolEnv })
await postgres?.stop()
