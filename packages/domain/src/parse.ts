import type { z } from 'zod'
import { InvalidInput } from './errors.ts'

/**
 * Parses what somebody sent; run once, in the service.
 * @throws InvalidInput naming every field at fault by its path, such as `results.0.value`.
 */
export const parse = <S extends z.ZodType>(schema: S, input: unknown): z.output<S> => {
  const result = schema.safeParse(input)
  if (result.success) return result.data
  throw new InvalidInput(
    result.error.issues.map((issue) => ({ field: issue.path.join('.') || 'input', message: issue.message })),
  )
}
