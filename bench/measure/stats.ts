/** What repeated measurements come down to; `worst` is the largest of them. */
export type Summary = { median: number; p99: number; worst: number; samples: number }

/** The value below which `share` (0 … 1) of the values lie, by nearest rank; NaN when there are none. */
export const quantile = (values: readonly number[], share: number): number => {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN
}

export const median = (values: readonly number[]): number => quantile(values, 0.5)

export const summary = (values: readonly number[]): Summary => ({
  median: median(values),
  p99: quantile(values, 0.99),
  worst: quantile(values, 1),
  samples: values.length,
})
