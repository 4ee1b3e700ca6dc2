import { sweepApiTokens } from './api-tokens.ts'
import type { AuthDeps } from './deps.ts'
import { sweepDevices } from './known-devices.ts'
import { sweepSessions } from './lucia.ts'
import { sweepThrottles } from './throttle.ts'
import { sweepTickets } from './tickets.ts'

/** Removes what is over: sessions, tickets, tokens, throttles, browsers that did not come back. */
export const sweepSignIns = async (deps: Pick<AuthDeps, 'db' | 'clock'>): Promise<void> => {
  for (const sweep of [sweepSessions, sweepTickets, sweepApiTokens, sweepThrottles, sweepDevices])
    await sweep(deps)
}
