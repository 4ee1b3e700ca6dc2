import SchemaBuilder from '@pothos/core'
import ComplexityPlugin from '@pothos/plugin-complexity'
import type { Context } from '../context.ts'
import { limitError } from './errors.ts'

/** The one schema builder; every `*.graphql.ts` adds its types to it, `schema.ts` builds the schema. */
export const builder = new SchemaBuilder<{
  Context: Context
  DefaultFieldNullability: false
  Scalars: { ID: { Input: string; Output: string } }
}>({
  plugins: [ComplexityPlugin],
  defaultFieldNullability: false,
  complexity: {
    defaultComplexity: 1,
    defaultListMultiplier: 5,
    limit: (ctx) => (ctx.trusted ? {} : { complexity: ctx.limits.cost }),
    complexityError: (_kind, { complexity, maxComplexity }) =>
      limitError(
        `The query costs ${complexity}, and ${maxComplexity} is allowed: ask for fewer fields or smaller pages.`,
      ),
  },
})

export type BuilderTypes = typeof builder.$inferSchemaTypes

const enumName = (value: string): string => {
  const name = value.toUpperCase().replaceAll('-', '_')
  return /^\d/.test(name) ? `FROM_${name.replace('_', '_TO_')}` : name
}

/**
 * An enum of a domain vocabulary: each value with its description; its name is the value in capitals
 * (`under-10k` → `UNDER_10K`, `10k-50k` → `FROM_10K_TO_50K`).
 */
export const enumOf = <V extends string>(name: string, description: string, values: Record<V, string>) =>
  builder.enumType(name, {
    description,
    values: Object.fromEntries(
      Object.entries<string>(values).map(([value, text]) => [
        enumName(value),
        { value: value as V, description: text },
      ]),
    ),
  })
