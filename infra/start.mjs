// `npm start`: from a clean clone to a running Hansa. Plain JavaScript without dependencies, because at first there are none.
import { join } from 'node:path'
import { foreground } from './support/run.mjs'
import { build, checkMachine, install, nodeBinary, root, toolEnv } from './support/toolchain.mjs'

checkMachine()
await install()
await build()
const node = await nodeBinary()
const server = join(root, 'apps/server/src/main.ts')
process.exitCode = await foreground(node, [server], { env: toolEnv, channel: true })
