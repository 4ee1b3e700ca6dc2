import { spawn } from 'node:child_process'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { RefusedFile } from '../refused-file.ts'
import { memoryOf } from './memory-of.ts'
import { type Job, Verdict, type Written } from './verdict.ts'

const script = fileURLToPath(new URL('inspect.process.ts', import.meta.url))
const lookMs = 25

/** Ends a process that takes too long or holds too much memory. `isTooMuch` tells whether it had to. */
const watch = (pid: number, { ms, memoryMb }: Job['limits'], end: () => void) => {
  let isTooMuch = false
  const stop = () => {
    isTooMuch = true
    end()
  }
  const late = setTimeout(stop, ms)
  const look = setInterval(async () => {
    if (((await memoryOf(pid)) ?? 0) > memoryMb) stop()
  }, lookMs)
  return {
    isTooMuch: () => isTooMuch,
    done() {
      clearTimeout(late)
      clearInterval(look)
    },
  }
}

/**
 * Has a file read and made anew by a process of its own.
 * @returns what it wrote to the job's folder
 * @throws RefusedFile
 */
export const inspect = async (job: Job): Promise<Written[]> => {
  const rights = ['--permission', '--allow-addons', '--allow-fs-read=*', `--allow-fs-write=${job.folder}`]
  const child = spawn(process.execPath, [...rights, '--no-warnings', script, JSON.stringify(job)], {
    env: {},
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ended = new Promise<{ code: number | null }>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => resolve({ code }))
  })
  const watched = watch(child.pid ?? 0, job.limits, () => child.kill('SIGKILL'))
  try {
    const [{ code }, answer, faults] = await Promise.all([ended, text(child.stdout), text(child.stderr)])
    if (watched.isTooMuch()) throw new RefusedFile('too-heavy')
    // A signal, and no end of its own: the file made a library fall over.
    if (code === null) throw new RefusedFile('broken')
    if (code !== 0) throw new Error(`a file could not be inspected: ${faults.slice(0, 2000)}`)
    const verdict = Verdict.parse(JSON.parse(answer))
    if ('refused' in verdict) throw new RefusedFile(verdict.refused)
    return verdict.written
  } finally {
    watched.done()
  }
}
