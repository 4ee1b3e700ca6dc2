import type { Budget, Throttle } from '@hansa/auth'
import type { AccountContext } from './account.context.ts'

/*
 * How often something may be tried. Nobody can use these up for somebody else: what strangers try on an account counts
 * for them and the account together, a browser the member has signed in from has a budget of its own, and a link by mail
 * always is another way in.
 */

const minute = 60
const hour = 60 * minute
const day = 24 * hour

/** Passwords for one account from one network, or from one known browser. */
const passwords: Budget = { free: 5, firstWait: 2, longestWait: 15 * minute, forgetAfter: day }

/** Passwords for all accounts from one network. */
const passwordsOfNetwork: Budget = { free: 60, firstWait: 1, longestWait: 5 * minute, forgetAfter: hour }

/** Second factors of one account: whoever gets here has its password already. */
const codes: Budget = { free: 5, firstWait: 5, longestWait: 15 * minute, forgetAfter: day }

/** Letters to one address, asked for from one network. */
const letters: Budget = { free: 3, firstWait: minute, longestWait: hour, forgetAfter: 6 * hour }

/** Letters to one address from anywhere: nobody's mailbox is to be filled. The letters before are as good. */
const lettersOfAddress: Budget = { free: 20, firstWait: minute, longestWait: hour, forgetAfter: day }

/** Letters to anybody, asked for from one network. */
const lettersOfNetwork: Budget = { free: 40, firstWait: 5, longestWait: 10 * minute, forgetAfter: hour }

/** Beginnings that leave a row behind, from one network. */
const beginnings: Budget = { free: 100, firstWait: 1, longestWait: minute, forgetAfter: hour }

/** What a password for an account counts against. */
export const passwordThrottles = (
  { caller }: AccountContext,
  email: string,
  knownDevice: string | null,
): { own: Throttle; network: Throttle | null } => {
  if (knownDevice !== null)
    return { own: { budget: passwords, key: `password:${email}:device:${knownDevice}` }, network: null }
  const { network } = caller.origin
  return {
    own: { budget: passwords, key: `password:${email}:${network}` },
    network: { budget: passwordsOfNetwork, key: `password:${network}` },
  }
}

/** What a second factor counts against. */
export const codeThrottle = (memberId: string): Throttle => ({ budget: codes, key: `code:${memberId}` })

/** What a letter to an address counts against, whether or not there is an account. */
export const letterThrottles = ({ caller }: AccountContext, email: string): Throttle[] => {
  const { network } = caller.origin
  return [
    { budget: lettersOfNetwork, key: `letter:${network}` },
    { budget: letters, key: `letter:${email}:${network}` },
    { budget: lettersOfAddress, key: `letter:${email}` },
  ]
}

/** What beginning to sign in with a passkey or with a provider counts against. */
export const beginningThrottle = ({ caller }: AccountContext): Throttle => ({
  budget: beginnings,
  key: `beginning:${caller.origin.network}`,
})
