import './load-quickly.ts'
import { openDatabase } from '@hansa/db'
import { commands } from './commands.ts'
import { type Env, readEnv } from './env.ts'
import { explain } from './explain.ts'
import { createLog } from './log.ts'
import { createOutput } from './output.ts'
import { createProgress } from './progress.ts'
import { type Parsed, parseCommand, usageOf, WrongUsage } from './usage.ts'

/** sysexits.h: the command was used incorrectly. */
const EX_USAGE = 64

/* `npm run hansa -- <command>`: work on an instance that is not running, or on its PostgreSQL server while it runs. */

const print = (line: string): void => void process.stdout.write(`${line}\n`)

async function execute(env: Env, { command, args, options }: Parsed): Promise<string> {
  // Progress goes to stderr, so that the result alone can be read from stdout.
  const output = createOutput(process.stderr, env.LOG_FORMAT)
  const clock = { now: () => new Date() }
  const log = createLog(output, { level: env.LOG_LEVEL === 'info' ? 'warn' : env.LOG_LEVEL, now: clock.now })
  const progress = createProgress(output, log)
  const database = await openDatabase({ url: env.DATABASE_URL, dataDir: env.DATA_DIR, log, clock })
  try {
    if (command.migrated) await database.migrate()
    return await command.run({ env, database, log, progress, clock, print }, args, options)
  } finally {
    await database.close()
  }
}

function parsed(): Parsed | null {
  try {
    return parseCommand(commands, process.argv.slice(2))
  } catch (error) {
    console.error(`${error instanceof WrongUsage ? error.message : error}\n\n${usageOf(commands)}`)
    return null
  }
}

async function run(): Promise<number> {
  const asked = parsed()
  if (!asked) return EX_USAGE
  print(await execute(readEnv(), asked))
  return 0
}

process.exit(await run().catch(explain))
