import { HansaError } from '@hansa/domain/errors'
import { InvalidConfiguration } from './env.ts'

/** sysexits.h: something was found in an unconfigured or misconfigured state. */
const EX_CONFIG = 78

/**
 * Tells on stderr why the process ends: what we expected to go wrong in a sentence, anything else with the place where
 * it happened.
 * @returns the exit code: 78 for a wrong variable, else 1
 */
export function explain(error: unknown): number {
  console.error(error instanceof HansaError ? error.message : error)
  return error instanceof InvalidConfiguration ? EX_CONFIG : 1
}
