import type { Log } from './log.ts'
import type { Output } from './output.ts'

/** Says how much of a step is done: `412 of 703`. */
export type Advance = (done: number, total: number) => void

/** Shows the steps of a start while they run. */
export type Progress = { step<T>(title: string, work: (advance: Advance) => Promise<T>): Promise<T> }

const BETWEEN_LINES_MS = 5000

/** Steps on a terminal count in place; in a file a line tells when one begins, and now and then how far it is. */
export function createProgress(output: Output, log: Log): Progress {
  const say = (line: string) => (output.format === 'json' ? log.info({}, line) : output.line(line))
  return {
    async step(title, work) {
      let said = performance.now()
      const show = (line: string, always: boolean) => {
        if (output.live) return output.status(line)
        if (!always && performance.now() - said < BETWEEN_LINES_MS) return
        said = performance.now()
        say(line)
      }
      let last = `${title}…`
      show(last, true)
      try {
        return await work((done, total) => {
          last = `${title}… ${done} of ${total}`
          show(last, false)
        })
      } finally {
        output.status(null)
        if (output.live) output.line(last)
      }
    },
  }
}

/** For tests and commands that nobody watches. */
export const silentProgress: Progress = { step: (_title, work) => work(() => undefined) }
