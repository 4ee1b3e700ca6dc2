import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { finished } from 'node:stream/promises'
import { fileURLToPath } from 'node:url'
import { expect } from 'vitest'

export const repository = fileURLToPath(new URL('../..', import.meta.url))

export type Variables = Readonly<Record<string, string>>

export type Exit = { readonly code: number | null; readonly signal: NodeJS.Signals | null }

/** A program of ours in its own process. */
export type Program = {
  readonly child: ChildProcess
  readonly exited: Promise<Exit>
  /** Everything it has printed so far, stdout and stderr each. */
  readonly stdout: () => string
  readonly stderr: () => string
}

export type RunningServer = Program & {
  readonly url: string
  /** Ends it and waits for that; SIGTERM unless told. */
  readonly stop: (signal?: NodeJS.Signals) => Promise<Exit>
}

/** The environment of a stranger: nothing of the test run's own is set. */
function environment(variables: Variables): NodeJS.ProcessEnv {
  const { PATH = '', HOME = '' } = process.env
  return { PATH, HOME, ...variables }
}

/** Starts a TypeScript program of this repository with the Node that runs the tests. */
export function launch(file: string, args: readonly string[], variables: Variables): Program {
  const child = spawn(process.execPath, [join(repository, file), ...args], {
    cwd: repository,
    env: environment(variables),
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  let stdout = ''
  let stderr = ''
  child.stdout?.setEncoding('utf8').on('data', (text) => (stdout += text))
  child.stderr?.setEncoding('utf8').on('data', (text) => (stderr += text))
  // Not 'close': that never comes when the channel was cut from this side.
  const ended = new Promise<Exit>((resolve) =>
    child.once('exit', (code, signal) => resolve({ code, signal })),
  )
  const read = [child.stdout, child.stderr].map((stream) => stream && finished(stream))
  const exited = Promise.all([ended, ...read]).then(([exit]) => exit)
  return { child, exited, stdout: () => stdout, stderr: () => stderr }
}

/** Waits until `found` gives something; fails when the program ends before, showing what it said. */
export async function waitFor<T>(program: Program, found: () => T | null | undefined | false): Promise<T> {
  let exit: Exit | undefined
  program.exited.then((ended) => {
    exit = ended
  })
  for (;;) {
    const value = found()
    if (value) return value
    if (exit)
      throw new Error(`It ended (${exit.code ?? exit.signal}):\n${program.stdout()}${program.stderr()}`)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

/** Starts the server without waiting for anything. */
export function launchServer(variables: Variables): Program {
  return launch('apps/server/src/main.ts', [], { PORT: '0', ...variables })
}

/** Starts the server with a clock that is so many milliseconds ahead of this machine's, without waiting for anything. */
export function launchAhead(variables: Variables, ahead: number): Program {
  return launch('tests/support/clocked-server.ts', [String(ahead)], variables)
}

/** Starts the server, on a free port unless told, and waits for its ready line. */
export async function startServer(
  variables: Variables,
  start: (variables: Variables) => Program = launchServer,
): Promise<RunningServer> {
  const program = start(variables)
  const url = await waitFor(program, () => /ready: (http:\/\/[^\s/]+)/.exec(program.stdout())?.[1])
  return {
    ...program,
    url,
    stop: (signal = 'SIGTERM') => {
      program.child.kill(signal)
      return program.exited
    },
  }
}

/** Runs one command of the command line to its end. */
export async function runCommand(
  args: readonly string[],
  variables: Variables,
): Promise<Exit & { said: string }> {
  const program = launch('apps/server/src/cli.ts', args, variables)
  const exit = await program.exited
  return { ...exit, said: program.stdout() + program.stderr() }
}

/** Asks the API and gives its data; errors fail the test. */
export async function ask<T>(url: string, query: string, variables: object = {}): Promise<T> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
    body: JSON.stringify({ query, variables }),
  })
  const answer: { data: T; errors?: unknown } = await response.json()
  expect(answer.errors).toBeUndefined()
  return answer.data
}

/** How many entries the search finds for some words; with none, how many there are. */
export async function countEntries(url: string, text = ''): Promise<number> {
  const query = 'query ($text: String!) { search(text: $text, first: 1) { totalCount } }'
  const { search } = await ask<{ search: { totalCount: number } }>(url, query, { text })
  return search.totalCount
}

/** An empty folder outside the repository. */
export function temporaryFolder(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'hansa-system-'))
}

export function removeFolder(folder: string): Promise<void> {
  return rm(folder, { recursive: true, force: true })
}
