import { HansaError } from '@hansa/domain/errors'
import { InvalidConfiguration } from './env.ts'
import { WrongUsage } from './usage.ts'

/** sysexits.h: something was found in an unconfigured or misconfigured state. */
const EX_CONFIG = 78
/** sysexits.h: the command was used incorrectly. */
const EX_USAGE = 64

/**
 * Tells on stderr why the process ends: what we expected to go wrong in a sentence, anything else with the place where
 * it happened.
 * @returns the exit code: 78 for a wrong variable, 64 for a wrong option, else 1
 */
export function explain(error: unknown): number {
  console.error(error instanceof HansaError ? error.message : error)
  if (error instanceof WrongUsage) return EX_USAGE
  return error instanceof InvalidConfiguration ? EX_CONFIG : 1
}
