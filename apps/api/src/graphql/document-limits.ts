import { EnvelopArmor } from '@escape.tech/graphql-armor'
import type { ASTVisitor, ValidationContext } from 'graphql'
import type { Plugin } from 'graphql-yoga'
import { limitError } from './errors.ts'
import type { Limits } from './limits.ts'

/** Reports through validation instead of throwing, so that the refusal is an answer like any other. */
const refusing = (n: number, message: string) => ({
  n,
  propagateOnRejection: false,
  onReject: [(context: ValidationContext | null) => context?.reportError(limitError(message))],
})

/** How often a document may ask for the schema: tools ask once. */
const mostIntrospections = 5

/** The answer to one question for the schema is large and costs nothing by our count, so their number is limited. */
const limitIntrospections = (context: ValidationContext): ASTVisitor => {
  let asked = 0
  return {
    Field({ name: { value } }) {
      if (value === '__schema' || value === '__type') asked += 1
      if (asked === mostIntrospections + 1)
        context.reportError(
          limitError(`The query asks for the schema more than ${mostIntrospections} times.`),
        )
    },
  }
}

/** Yoga plugins that refuse documents beyond the limits before anything runs, and hide hints at names. */
export const limitDocuments = (limits: Limits): Plugin[] => {
  const { depth, aliases, directives, tokens } = limits
  const armor = new EnvelopArmor({
    // The cost of a query is known better by the schema itself (plugin-complexity).
    costLimit: { enabled: false },
    maxDepth: {
      ...refusing(depth, `Fields are nested more than ${depth} deep: ask in several queries.`),
      flattenFragments: true,
    },
    maxAliases: refusing(aliases, `The query has more than ${aliases} aliases: ask in several queries.`),
    maxDirectives: refusing(directives, `The query has more than ${directives} directives.`),
    maxTokens: {
      n: tokens,
      onReject: [
        () => {
          throw limitError(`The query has more than ${tokens} tokens: ask in several queries.`)
        },
      ],
    },
    blockFieldSuggestion: { mask: '' },
  })
  // Envelop's plugin type asks less of the context than Yoga's; every Envelop plugin is one of Yoga's.
  const plugins = armor.protect().plugins as Plugin[]
  return [...plugins, { onValidate: ({ addValidationRule }) => addValidationRule(limitIntrospections) }]
}
