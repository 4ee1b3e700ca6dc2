import type { DocumentNode, ExecutionResult, GraphQLSchema } from 'graphql'
import { createApp } from './app.ts'
import type { Deps } from './context.ts'
import { createErrorMask } from './graphql/errors.ts'
import { defaultLimits, type Limits } from './graphql/limits.ts'
import { schema } from './graphql/schema.ts'
import { createGraphQLServer } from './graphql/yoga.ts'

export type ApiOptions = Omit<Deps, 'limits'> & { limits?: Partial<Limits> }

/** One document to run in this process, in the name of whoever sent `request`. */
export type ApiCall = {
  request: Request
  /** Parsed and known to fit the schema: neither parsing, validation nor the limits for strangers are applied. */
  document: DocumentNode
  variables: Readonly<Record<string, unknown>>
  /** BCP 47 tag of the language wanted. */
  locale: string
  requestId: string
}

export type Api = {
  /** Answers `/graphql` over HTTP. */
  fetch(request: Request, context?: { requestId?: string }): Promise<Response>
  /** Runs a document compiled into the portal. Errors are typed or masked as over HTTP. */
  execute(call: ApiCall): Promise<ExecutionResult>
  schema: GraphQLSchema
}

/** Opens the API over its dependencies. */
export const createApi = (options: ApiOptions): Api => {
  const deps: Deps = { ...options, limits: { ...defaultLimits, ...options.limits } }
  const errors = createErrorMask(deps.log)
  const graphql = createGraphQLServer(deps, errors)
  const app = createApp({ deps, errors, graphql })
  const execute = async ({ request, document, variables, locale, requestId }: ApiCall) => {
    const facts = { requestId, trusted: true, languages: [locale] }
    const enveloped = graphql.getEnveloped({ request, params: {}, waitUntil: () => undefined, ...facts })
    return errors.inRequest(
      requestId,
      async (): Promise<ExecutionResult> =>
        enveloped.execute({
          schema: enveloped.schema,
          document,
          variableValues: variables,
          contextValue: await enveloped.contextFactory(),
        }),
    )
  }
  return {
    fetch: async (request, context = {}) => app.fetch(request, context),
    execute,
    schema,
  }
}
