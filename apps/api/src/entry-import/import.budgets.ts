import type { Budget, Throttle } from '@hansa/auth'

const hour = 3600

/** Files of one member: each may hold ten thousand rows. */
const uploads: Budget = { free: 30, firstWait: 10, longestWait: hour / 4, forgetAfter: hour }

/** What sending a file to import counts against. */
export const importThrottle = (memberId: string): Throttle => ({ budget: uploads, key: `import:${memberId}` })
