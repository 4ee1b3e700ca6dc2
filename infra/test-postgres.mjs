// A throwaway PostgreSQL for tests, from the Debian packages' binaries. Plain JavaScript: it also runs on Node 20.
//
//   node infra/test-postgres.mjs                  starts one, prints its URL, stops it at Ctrl-C
//   node infra/test-postgres.mjs COMMAND ARG…     runs the command with HANSA_TEST_DB and HANSA_TEST_DATABASE_URL set

import { execFileSync, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

const ROOM = '/usr/lib/postgresql'
const OLDEST = 15
const START_MS = 60_000

/** Folder of the binaries of the oldest supported version that is installed, or null. */
export function findPostgres() {
  if (!existsSync(ROOM)) return null
  const versions = readdirSync(ROOM)
    .map(Number)
    .filter((version) => version >= OLDEST && existsSync(join(ROOM, String(version), 'bin/initdb')))
  return versions.length === 0 ? null : join(ROOM, String(Math.min(...versions)), 'bin')
}

/** PostgreSQL refuses to run as root: then somebody else does it. Null when we are not root. */
function otherUser() {
  if (process.getuid?.() !== 0) return null
  for (const name of ['postgres', 'nobody']) {
    try {
      const id = (flag) => Number(execFileSync('id', [flag, name], { stdio: ['ignore', 'pipe', 'ignore'] }))
      return { uid: id('-u'), gid: id('-g') }
    } catch {
      // No such user on this machine.
    }
  }
  throw new Error('PostgreSQL does not run as root, and there is neither a user postgres nor nobody.')
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address()
      server.close(() => resolve(port))
    })
  })
}

function initCluster(bin, dir, user, password) {
  writeFileSync(join(dir, 'password'), password, { mode: 0o600 })
  if (user) {
    chownSync(dir, user.uid, user.gid)
    chownSync(join(dir, 'password'), user.uid, user.gid)
  }
  const args = [
    '-D',
    join(dir, 'data'),
    '-U',
    'postgres',
    '-A',
    'scram-sha-256',
    '-E',
    'UTF8',
    '--locale=C.UTF-8',
  ]
  execFileSync(join(bin, 'initdb'), [...args, '--no-sync', `--pwfile=${join(dir, 'password')}`], {
    cwd: dir,
    stdio: ['ignore', 'ignore', 'pipe'],
    ...user,
  })
}

function serve(bin, dir, user, port) {
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: dir,
    max_connections: 200,
    // Thrown away afterwards: nothing needs to survive a crash.
    fsync: 'off',
    synchronous_commit: 'off',
    full_page_writes: 'off',
  }
  const options = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const args = ['-D', join(dir, 'data'), '-p', String(port), ...options]
  const child = spawn(join(bin, 'postgres'), args, { cwd: dir, stdio: ['ignore', 'ignore', 'pipe'], ...user })
  return new Promise((resolve, reject) => {
    let said = ''
    const fail = (why) => {
      clearTimeout(timer)
      reject(new Error(`PostgreSQL did not start: ${why}\n${said}`))
    }
    const timer = setTimeout(() => {
      child.kill('SIGQUIT')
      fail('no answer in time')
    }, START_MS)
    child.once('error', (error) => fail(error.message))
    child.once('exit', (code) => fail(`it ended with ${code}`))
    child.stderr.on('data', (chunk) => {
      if (said.length < 20_000) said += chunk
      if (!said.includes('ready to accept connections')) return
      clearTimeout(timer)
      resolve(child)
    })
  })
}

/**
 * Starts a PostgreSQL in a temporary folder on a free port of 127.0.0.1, also as root.
 * @returns {Promise<{ url: string, version: string, stop: () => Promise<void> }>} `url` is its superuser's
 */
export async function startTestPostgres() {
  const bin = findPostgres()
  if (!bin)
    throw new Error(`No PostgreSQL ${OLDEST} or newer in ${ROOM}; install it: apt-get install postgresql`)
  const dir = mkdtempSync('/tmp/hansa-postgres-')
  const removeDir = () => rmSync(dir, { recursive: true, force: true })
  try {
    const user = otherUser()
    const password = randomBytes(12).toString('hex')
    initCluster(bin, dir, user, password)
    const port = await freePort()
    const child = await serve(bin, dir, user, port)
    const quit = () => child.kill('SIGQUIT')
    process.once('exit', quit)
    const stop = async () => {
      process.off('exit', quit)
      if (child.exitCode === null && child.signalCode === null) {
        const ended = new Promise((resolve) => child.once('exit', resolve))
        child.kill('SIGINT')
        await ended
      }
      removeDir()
    }
    return {
      url: `postgresql://postgres:${password}@127.0.0.1:${port}/postgres`,
      version: bin.split('/')[4],
      stop,
    }
  } catch (error) {
    removeDir()
    throw error
  }
}

async function main([command, ...args]) {
  const server = await startTestPostgres()
  const env = { ...process.env, HANSA_TEST_DB: 'postgres', HANSA_TEST_DATABASE_URL: server.url }
  if (!command) console.log(`HANSA_TEST_DB=postgres HANSA_TEST_DATABASE_URL=${server.url}`)
  const ended = new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => resolve(command ? 130 : 0))
    if (command) spawn(command, args, { stdio: 'inherit', env }).once('exit', (code) => resolve(code ?? 1))
  })
  // A timer keeps the process alive when there is no command to wait for.
  const alive = setInterval(() => undefined, 60_000)
  process.exitCode = await ended
  clearInterval(alive)
  await server.stop()
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href)
  await main(process.argv.slice(2))
