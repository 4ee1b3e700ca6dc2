import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

/** A child process of a test: a script of this package under the same Node. */
export type TestProcess = {
  /** Lines it has printed so far. */
  lines: string[]
  /** Waits for a line that starts with `start` and gives it. */
  line(start: string): Promise<string>
  kill(signal: NodeJS.Signals): void
  /** Resolves with the exit code, null after a signal. */
  ended: Promise<number | null>
}

/** What is imported into this process before all else, to load modules quickly. */
const imports = process.execArgv.flatMap((arg, i, all) => (arg === '--import' ? [arg, all[i + 1] ?? ''] : []))

/** Starts the script at `url` with arguments; what it prints on stderr is shown. */
export function startProcess(url: URL, ...args: string[]): TestProcess {
  const child: ChildProcess = spawn(process.execPath, [...imports, url.pathname, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const lines: string[] = []
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
  if (child.stdout) createInterface({ input: child.stdout }).on('line', (line) => lines.push(line))
  return {
    lines,
    ended,
    kill: (signal) => void child.kill(signal),
    async line(start) {
      for (;;) {
        const found = lines.find((line) => line.startsWith(start))
        if (found !== undefined) return found
        const over = await Promise.race([ended.then(() => true), wait(5).then(() => false)])
        if (over && !lines.some((line) => line.startsWith(start))) {
          throw new Error(`The process ended without printing ${start}: ${lines.join(' | ')}`)
        }
      }
    },
  }
}

/** Waits some milliseconds. */
export function wait(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}

/** Runs `work` with a temporary folder that is removed afterwards. */
export async function withFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'hansa-db-'))
  try {
    return await work(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
