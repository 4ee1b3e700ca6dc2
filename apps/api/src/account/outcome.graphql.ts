import { Conflict, type FieldError, InvalidInput, type ProblemCode } from '@hansa/domain/errors'
import { builder, enumOf } from '../graphql/builder.ts'

const ProblemCodeType = enumOf<ProblemCode>('ProblemCode', 'What kind of thing is wrong.', {
  INVALID: 'Not of the form it must have.',
  WRONG: 'Of the right form, and not the right one.',
  EXPIRED: 'Not good any more, or never was.',
  CONFLICT: 'It is there already, or is not there.',
  REFUSED: 'Somebody who was asked said no.',
  UNAVAILABLE: 'Somebody else’s part does not answer.',
})

export const ProblemType = builder.objectRef<FieldError>('Problem').implement({
  description: 'One thing that is wrong with what was sent.',
  fields: (t) => ({
    field: t.exposeString('field', { description: 'The argument or field at fault.' }),
    code: t.field({
      type: ProblemCodeType,
      description: 'What kind of thing is wrong.',
      resolve: (problem) => problem.code ?? 'INVALID',
    }),
    message: t.exposeString('message', { description: 'What is wrong, in English.' }),
  }),
})

/** What a mutation came to: its result, or what must be put right first. */
export type Outcome<T> = { problems: readonly FieldError[]; result: T | null }

/** Runs a mutation; what its caller can put right becomes part of the answer, the rest travels as errors with a code. */
export const outcomeOf = async <T>(work: () => Promise<T>): Promise<Outcome<T>> => {
  try {
    return { problems: [], result: await work() }
  } catch (error) {
    if (error instanceof InvalidInput) return { problems: error.fields, result: null }
    if (error instanceof Conflict)
      return { problems: [{ field: 'input', code: 'CONFLICT', message: error.message }], result: null }
    throw error
  }
}

/** The type of an outcome: `problems`, and what `fields` adds for its result. */
export const outcomeType = <T>(name: string, description: string) =>
  builder.objectRef<Outcome<T>>(name).implement({
    description,
    fields: (t) => ({
      problems: t.field({
        type: [ProblemType],
        description: 'What must be put right; empty when it was done.',
        resolve: (outcome) => outcome.problems,
      }),
    }),
  })

/** The outcome of a mutation that gives nothing back. */
export const DoneType = outcomeType<void>('Done', 'Whether something was done.')
