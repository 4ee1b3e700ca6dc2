// `npm run hansa -- <command>`: installs what is missing, then runs one command of the server (apps/server/src/cli.ts).
import { join } from 'node:path'
import { foreground } from './support/run.mjs'
import { checkMachine, install, nodeBinary, root, toolEnv } from './support/toolchain.mjs'

checkMachine()
await install()
const node = await nodeBinary()
const cli = join(root, 'apps/server/src/cli.ts')
process.exitCode = await foreground(node, [cli, ...process.argv.slice(2)], { env: toolEnv })
