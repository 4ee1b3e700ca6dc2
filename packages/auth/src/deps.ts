import type { Clock, Db } from '@hansa/db'

/** Gives as many random bytes as asked for, fit for secrets. */
export type Random = (bytes: number) => Uint8Array

/** What signing in stands on. `db` may be a transaction, but for throttles, whose counts must outlive a failure. */
export type AuthDeps = { db: Db; clock: Clock; random: Random }

/** A moment some seconds after now. */
export const after = (clock: Clock, seconds: number): Date => new Date(clock.now().getTime() + seconds * 1000)
