import { Unavailable } from '@hansa/domain/errors'

/** First come, first served access to the one session; `enter` gives back the function that leaves. */
export type Lane = { enter(): Promise<() => void>; waiting(): number }

/**
 * A queue for the one session PGlite has.
 * @param waitMs longest wait in milliseconds, after which `enter` throws Unavailable
 */
export function createLane(waitMs: number): Lane {
  const queue: (() => void)[] = []
  let busy = false

  const leave = (): void => {
    const next = queue.shift()
    if (next) next()
    else busy = false
  }
  const once = (): (() => void) => {
    let left = false
    return () => {
      if (left) return
      left = true
      leave()
    }
  }
  return {
    waiting: () => queue.length,
    async enter() {
      if (!busy) {
        busy = true
        return once()
      }
      return await new Promise<() => void>((resolve, reject) => {
        const start = (): void => {
          clearTimeout(timer)
          resolve(once())
        }
        const timer = setTimeout(() => {
          queue.splice(queue.indexOf(start), 1)
          reject(new Unavailable(`The database was busy for ${waitMs / 1000} seconds. Try again.`))
        }, waitMs)
        queue.push(start)
      })
    },
  }
}
