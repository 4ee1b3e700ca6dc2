import { setImmediate as turn } from 'node:timers/promises'

/** Runs long work one after the other, each in slices, so that what comes in between has its turn. */
export type Slices = { run<T>(work: () => Generator<void, T>): Promise<T> }

/** @param sliceMs milliseconds after which work lets others have a turn, at its next step */
export function createSlices(sliceMs: number): Slices {
  let last: Promise<unknown> = Promise.resolve()
  return {
    run(work) {
      const done = last.then(() => inSlices(work(), sliceMs))
      last = done.catch(() => undefined)
      return done
    },
  }
}

async function inSlices<T>(steps: Generator<void, T>, sliceMs: number): Promise<T> {
  for (;;) {
    const end = performance.now() + sliceMs
    do {
      const step = steps.next()
      if (step.done) return step.value
    } while (performance.now() < end)
    await turn()
  }
}
