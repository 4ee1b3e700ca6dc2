// `npm run bench`: installs and builds what is missing, then measures under the pinned Node 24 (bench/run.ts).
import { join } from 'node:path'
import { foreground } from '../infra/support/run.mjs'
import { build, checkMachine, install, nodeBinary, root, toolEnv } from '../infra/support/toolchain.mjs'

checkMachine()
await install()
await build()
const node = await nodeBinary()
process.exitCode = await foreground(node, [join(root, 'bench/run.ts'), ...process.argv.slice(2)], {
  env: toolEnv,
})
