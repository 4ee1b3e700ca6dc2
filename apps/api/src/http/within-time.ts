import { Unavailable } from '@hansa/domain/errors'

/**
 * The result of `work`, if it comes in time.
 * @param ms longest time in milliseconds
 * @throws Unavailable when it takes longer
 */
export const withinTime = async <T>(ms: number, work: () => Promise<T>): Promise<T> => {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () =>
        reject(new Unavailable(`The answer took longer than ${ms / 1000} seconds; ask for less, or later.`)),
      ms,
    )
  })
  try {
    return await Promise.race([work(), late])
  } finally {
    clearTimeout(timer)
  }
}
