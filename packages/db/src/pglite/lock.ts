import { randomBytes } from 'node:crypto'
import { closeSync, constants, mkdirSync, openSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { connect, createServer, type Server } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { DataDirLocked } from '../errors.ts'

/*
 * Each contender listens on a Unix socket with a name of its own, publishes it by renaming it to `*.live`, and only
 * then looks at the others. Of two contenders at least one therefore sees the other. Names are never used twice, so
 * removing one that nobody listens on is always safe, and a crash leaves nothing that could block the next start.
 * The kernel closes the socket with the process; a process that is alive but busy still accepts connections.
 */

/** A held lock; `release` gives it up. */
export type DataDirLock = { release(): Promise<void> }

type Peer = { pid: number | null; state: 'holding' | 'trying' | 'dead' }
const LONGEST_SOCKET_PATH = 100
const ANSWER_MS = 2_000

/** Socket paths are limited to about 100 bytes; through the folder's descriptor any depth is reachable. */
function reach(folder: string): { path(name: string): string; close(): void } {
  if (join(folder, 'x'.repeat(32)).length <= LONGEST_SOCKET_PATH) {
    return { path: (name) => join(folder, name), close: () => undefined }
  }
  const handle = openSync(folder, constants.O_RDONLY | constants.O_DIRECTORY)
  return { path: (name) => `/proc/self/fd/${handle}/${name}`, close: () => closeSync(handle) }
}

function ask(path: string): Promise<Peer> {
  return new Promise((resolve) => {
    let text = ''
    const socket = connect(path)
    const done = (peer: Peer): void => {
      socket.destroy()
      resolve(peer)
    }
    // Connected but silent: alive and busy, so it must be taken for the holder.
    const busy: Peer = { pid: null, state: 'holding' }
    socket.setTimeout(ANSWER_MS, () => done(busy))
    socket.on('data', (chunk) => {
      text += chunk
    })
    socket.on('end', () => {
      const [pid, state] = text.split(' ')
      done(state === 'trying' || state === 'holding' ? { pid: Number(pid), state } : busy)
    })
    socket.on('error', (error) => {
      const gone = 'code' in error && (error.code === 'ECONNREFUSED' || error.code === 'ENOENT')
      done(gone ? { pid: null, state: 'dead' } : busy)
    })
  })
}

function listen(path: string, state: () => string): Promise<Server> {
  const server = createServer((socket) => {
    // Without a handler a prober that hangs up early would end this process.
    socket.on('error', () => undefined)
    socket.end(`${process.pid} ${state()}`)
  })
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(path, () => resolve(server.unref()))
  })
}

const close = (server: Server): Promise<void> => new Promise((resolve) => server.close(() => resolve()))

/**
 * Takes the lock of a data folder, which must exist.
 * @throws DataDirLocked when another process, or this one, holds it
 */
export async function lockDataDir(dataDir: string): Promise<DataDirLock> {
  const folder = join(dataDir, '.lock')
  mkdirSync(folder, { recursive: true })
  const { path, close: forget } = reach(folder)
  let state: 'holding' | 'trying' = 'trying'
  try {
    for (;;) {
      // Ordered by age, so that the oldest contender wins and each contest ends.
      const id = `${Date.now().toString(36).padStart(9, '0')}-${randomBytes(5).toString('hex')}`
      const name = `${id}.live`
      const server = await listen(path(`${id}.new`), () => state)
      const withdraw = async (): Promise<void> => {
        rmSync(join(folder, name), { force: true })
        await close(server)
      }
      renameSync(join(folder, `${id}.new`), join(folder, name))
      const verdict = await contest(folder, name, path).catch(async (error) => {
        await withdraw()
        throw error
      })
      if (verdict === 'won') {
        state = 'holding'
        removeLeftovers(folder)
        return { release: withdraw }
      }
      await withdraw()
      await sleep(20 + Math.random() * 80)
    }
  } finally {
    forget()
  }
}

/** A crash between listening and publishing leaves a name that nobody looks at. */
function removeLeftovers(folder: string): void {
  const old = (Date.now() - 60_000).toString(36).padStart(9, '0')
  for (const name of readdirSync(folder)) {
    if (name.endsWith('.new') && name < old) rmSync(join(folder, name), { force: true })
  }
}

/** Looks at the others until this one has won or must step back for an older one. */
async function contest(folder: string, own: string, path: (name: string) => string): Promise<'won' | 'lost'> {
  for (;;) {
    let rivals = 0
    const others = readdirSync(folder).filter((name) => name.endsWith('.live') && name !== own)
    for (const name of others) {
      const peer = await ask(path(name))
      if (peer.state === 'dead') rmSync(join(folder, name), { force: true })
      else if (peer.state === 'holding') throw new DataDirLocked(join(folder, '..'), peer.pid)
      else if (name < own) return 'lost'
      else rivals += 1
    }
    // A younger rival may have looked before we were visible: wait until it holds the lock or has stepped back.
    if (rivals === 0) return 'won'
    await sleep(20)
  }
}
