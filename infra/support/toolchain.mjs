// From a clean clone to something that runs, on nothing but Node and npm: packages, builds, the pinned Node 24.
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ProgramFailed, run } from './run.mjs'
import { step, stop } from './say.mjs'

export const root = fileURLToPath(new URL('../..', import.meta.url))
const stampFile = join(root, 'node_modules/.hansa-installed')

/** Environment for everything we start: the tools of this repository come first, and none of them phones home. */
export const toolEnv = {
  ...process.env,
  PATH: `${join(root, 'node_modules/.bin')}${delimiter}${process.env.PATH ?? ''}`,
  DO_NOT_TRACK: '1',
  TURBO_TELEMETRY_DISABLED: '1',
}

// Under NODE_ENV=production the package manager would leave the build tools out.
const setupEnv = { ...toolEnv, NODE_ENV: undefined }

function versionAtLeast(version, major, minor) {
  const [a = 0, b = 0] = version.replace(/^v/, '').split('.').map(Number)
  return a > major || (a === major && b >= minor)
}

/** Stops with one sentence where Hansa cannot run. */
export function checkMachine() {
  if (!versionAtLeast(process.version, 20, 19)) {
    stop(
      `Hansa needs Node 20.19 or newer to start; this is ${process.version}. Install a newer one from https://nodejs.org.`,
    )
  }
  if (process.platform === 'win32') {
    stop(
      'Hansa runs on Linux and macOS; on Windows run it inside WSL (https://learn.microsoft.com/windows/wsl).',
    )
  }
}

function manifests() {
  const groups = ['apps', 'packages'].flatMap((group) =>
    readdirSync(join(root, group)).map((name) => join(group, name)),
  )
  const folders = ['.', ...groups, 'tests', 'bench'].sort()
  return folders.map((folder) => join(root, folder, 'package.json')).filter((file) => existsSync(file))
}

function installStamp() {
  const hash = createHash('sha256').update(`${process.platform} ${process.arch}`)
  for (const file of [join(root, 'pnpm-lock.yaml'), join(root, 'pnpm-workspace.yaml'), ...manifests()]) {
    hash.update(readFileSync(file))
  }
  return hash.digest('hex')
}

function isInstalled(stamp) {
  return existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp
}

function whyInstallFailed({ output }) {
  if (/ENOSPC|no space left/i.test(output))
    return 'The disk is full: Hansa needs about 1 GB for its packages.'
  if (/EACCES|EROFS|permission denied/i.test(output))
    return `The folder ${root} cannot be written by this user.`
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ENETUNREACH|error sending request/i.test(output)) {
    return 'The packages could not be fetched: is there a network connection? After the first start none is needed.'
  }
  return 'The packages could not be installed; what the package manager said is above.'
}

/** Installs what the lockfile names, unless that is what is there already; then no network is needed. */
export async function install() {
  const stamp = installStamp()
  if (isInstalled(stamp)) return
  const { packageManager } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  try {
    await step('Installing packages', () =>
      run('npx', ['--yes', packageManager, 'install', '--frozen-lockfile'], {
        cwd: root,
        env: { ...setupEnv, CI: '1' },
      }),
    )
  } catch (error) {
    if (!(error instanceof ProgramFailed)) throw error
    stop(whyInstallFailed(error), { details: error.output })
  }
  writeFileSync(stampFile, stamp)
}

/** Builds what has changed since the last build: the portal and the template of the embedded database. */
export async function build() {
  try {
    await step('Building the portal', () =>
      run('turbo', ['run', 'build', '--output-logs=errors-only', '--log-order=grouped'], {
        cwd: root,
        env: setupEnv,
      }),
    )
  } catch (error) {
    if (!(error instanceof ProgramFailed)) throw error
    stop('The portal could not be built; what the build said is above.', { details: error.output })
  }
}

async function works(node) {
  try {
    return versionAtLeast((await run(node, ['--version'])).trim(), 24, 0)
  } catch {
    return false
  }
}

/** Path of a Node that runs TypeScript as it is: the pinned one, or the one running this if it is new enough. */
export async function nodeBinary() {
  const pinned = join(root, `node_modules/node-${process.platform}-${process.arch}/bin/node`)
  if (existsSync(pinned) && (await works(pinned))) return pinned
  if (versionAtLeast(process.version, 24, 0)) return process.execPath
  return stop(
    `Hansa brings its own Node 24 for Linux on x64 and arm64 only; here (${process.platform} ${process.arch}, ${process.version}) install Node 24 or newer and start again.`,
  )
}
