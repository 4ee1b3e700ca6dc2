import { parseArgs } from 'node:util'
import { HansaError } from '@hansa/domain/errors'
import type { Command, Options } from './command.ts'

/** The command line asks for what there is not; the message says what. */
export class WrongUsage extends HansaError {
  constructor(message: string) {
    super('WRONG_USAGE', message)
  }
}

type Commands = Readonly<Record<string, Command>>

const lineOf = (name: string, { args, about, options = [] }: Command): string[] => [
  `  ${[name, ...args].join(' ').padEnd(26)}  ${about}`,
  ...options.map(
    ({ name, value, about }) => `    ${`--${name}${value === null ? '' : ` ${value}`}`.padEnd(26)}  ${about}`,
  ),
]

/** All commands with their options, a line each. */
export const usageOf = (commands: Commands): string =>
  [
    'Usage: npm run hansa -- <command>',
    '',
    ...Object.entries(commands).flatMap(([name, command]) => lineOf(name, command)),
    '',
    'The instance is the one that DATA_DIR or DATABASE_URL names.',
  ].join('\n')

export type Parsed = { command: Command; args: string[]; options: Options }

/** Reads the command line. @throws WrongUsage */
export const parseCommand = (commands: Commands, [name = '', ...rest]: readonly string[]): Parsed => {
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (!command) throw new WrongUsage(name === '' ? 'Which command?' : `There is no command "${name}".`)
  const { values, positionals } = parse(name, command, rest)
  if (positionals.length !== command.args.length)
    throw new WrongUsage(`${name} takes ${command.args.join(' ') || 'nothing'} beside its options.`)
  const options: Options = {
    has: (option) => values[option] === true,
    text: (option) => {
      const value = values[option]
      return typeof value === 'string' ? value : null
    },
  }
  return { command, args: positionals, options }
}

const parse = (name: string, { options = [] }: Command, args: readonly string[]) => {
  const types = options.map(
    ({ name, value }) => [name, { type: value === null ? 'boolean' : 'string' }] as const,
  )
  try {
    return parseArgs({ args: [...args], allowPositionals: true, options: Object.fromEntries(types) })
  } catch (error) {
    throw new WrongUsage(`${name}: ${error instanceof Error ? error.message : error}`)
  }
}
