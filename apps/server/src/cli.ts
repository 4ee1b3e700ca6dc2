import { openDatabase } from '@hansa/db'
import { type Command, commands } from './commands.ts'
import { type Env, readEnv } from './env.ts'
import { explain } from './explain.ts'
import { createLog } from './log.ts'
import { createOutput } from './output.ts'
import { createProgress } from './progress.ts'

/* `npm run hansa -- <command>`: work on an instance that is not running, or on its PostgreSQL server while it runs. */

const usage = [
  'Usage: npm run hansa -- <command>',
  '',
  ...Object.entries(commands).map(
    ([name, { args, about }]) => `  ${[name, ...args].join(' ').padEnd(16)}  ${about}`,
  ),
  '',
  'The instance is the one that DATA_DIR or DATABASE_URL names.',
].join('\n')

function parse([name = '', ...args]: string[]): { command: Command; args: string[] } | null {
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined
  return command && args.length === command.args.length ? { command, args } : null
}

async function execute(env: Env, command: Command, args: string[]): Promise<string> {
  // Progress goes to stderr, so that the result alone can be read from stdout.
  const output = createOutput(process.stderr, env.LOG_FORMAT)
  const clock = { now: () => new Date() }
  const log = createLog(output, { level: env.LOG_LEVEL === 'info' ? 'warn' : env.LOG_LEVEL, now: clock.now })
  const progress = createProgress(output, log)
  const database = await openDatabase({ url: env.DATABASE_URL, dataDir: env.DATA_DIR, log, clock })
  try {
    if (command.migrated) await database.migrate()
    return await command.run({ env, database, log, progress, clock }, args)
  } finally {
    await database.close()
  }
}

async function run(): Promise<number> {
  const parsed = parse(process.argv.slice(2))
  if (!parsed) {
    console.error(usage)
    return 64
  }
  console.log(await execute(readEnv(), parsed.command, parsed.args))
  return 0
}

process.exit(await run().catch(explain))
