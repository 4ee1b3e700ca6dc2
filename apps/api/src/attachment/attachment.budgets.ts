import type { Budget, Throttle } from '@hansa/auth'

const hour = 3600

/** Files of one member: each costs some seconds of work. */
const uploads: Budget = { free: 60, firstWait: 5, longestWait: hour / 4, forgetAfter: hour }

/** What sending a file counts against. */
export const uploadThrottle = (memberId: string): Throttle => ({
  budget: uploads,
  key: `upload:${memberId}`,
})
