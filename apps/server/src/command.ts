import type { Clock, Database } from '@hansa/db'
import { HansaError } from '@hansa/domain/errors'
import type { Env } from './env.ts'
import type { Log } from './log.ts'
import type { Progress } from './progress.ts'

/** What a command works with. */
export type Parts = {
  env: Env
  database: Database
  log: Log
  progress: Progress
  clock: Clock
  /** Writes a line of the result to stdout. */
  print(line: string): void
}

/** An option of a command; `value` is an example of what it takes, or null for a switch. */
export type Option = { name: string; value: string | null; about: string }

/** The options given to a command. */
export type Options = { has(name: string): boolean; text(name: string): string | null }

/** A command of the command line; `run` gives the sentence to end with. */
export type Command = {
  args: readonly string[]
  options?: readonly Option[]
  about: string
  /** Whether the tables must be those of this release before it runs. */
  migrated: boolean
  run(parts: Parts, args: readonly string[], options: Options): Promise<string>
}

/** A file named on the command line cannot be used. */
export class FileProblem extends HansaError {
  constructor(message: string, cause?: unknown) {
    super('FILE_PROBLEM', message, { cause })
  }
}
