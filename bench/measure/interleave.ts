/** Something that is measured; gives the milliseconds or the rate of one run. */
export type Measured<Item> = (item: Item) => Promise<number>

/**
 * Runs all of `levels` on all items, `rounds` times over, one right after the other and each time beginning with
 * another one, so that a machine that becomes slower or faster meanwhile does so for all of them.
 * @returns what each level measured, in the order of the runs
 */
export const interleave = async <Item, Name extends string>(
  levels: Readonly<Record<Name, Measured<Item>>>,
  items: readonly Item[],
  rounds: number,
): Promise<Record<Name, number[]>> => {
  const names = Object.keys(levels) as Name[]
  const values = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<Name, number[]>
  let turn = 0
  for (let round = 0; round < rounds; round++)
    for (const item of items) {
      const order = names.map((_, i) => names[(i + turn) % names.length])
      for (const name of order) if (name) values[name].push(await levels[name](item))
      turn++
    }
  return values
}

/** Milliseconds that `work` takes. */
export const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const start = performance.now()
  await work()
  return performance.now() - start
}
