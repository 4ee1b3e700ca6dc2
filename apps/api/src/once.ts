/** Runs `work` at most once, however often its result is asked for. */
export const once = <T>(work: () => T): (() => T) => {
  let result: { value: T } | undefined
  return () => {
    result ??= { value: work() }
    return result.value
  }
}
