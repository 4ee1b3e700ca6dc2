import { randomBytes } from 'node:crypto'
import { createStatements } from '@hansa/db'
import { type DocumentNode, type ExecutionResult, type GraphQLSchema, getOperationAST, print } from 'graphql'
import { createApp } from './app.ts'
import type { Deps } from './context.ts'
import { createErrorMask } from './graphql/errors.ts'
import { defaultLimits, type Limits } from './graphql/limits.ts'
import { schema } from './graphql/schema.ts'
import { createGraphQLServer } from './graphql/yoga.ts'
import { everything } from './kept.ts'
import { keepLexicon } from './search/search-lexicon.ts'

/** Without `accounts` nobody can have one, without `provider` there is no single sign-on; without `random` secrets come from the system. */
export type ApiOptions = Omit<
  Deps,
  'limits' | 'statements' | 'lexicon' | 'random' | 'accounts' | 'provider'
> &
  Partial<Pick<Deps, 'random' | 'accounts' | 'provider'>> & { limits?: Partial<Limits> }

/** One document to run in this process, in the name of whoever sent `request`. */
export type ApiCall = {
  request: Request
  /** Parsed and known to fit the schema: neither parsing, validation nor the limits for strangers are applied. */
  document: DocumentNode
  variables: Readonly<Record<string, unknown>>
  /** BCP 47 tag of the language wanted. */
  locale: string
  requestId: string
  /** The answer is the same for everybody who reads this language: it may come from memory. Needs a named operation. */
  shared?: boolean
  /** Address of the client, as far as it is known. */
  address?: string | undefined
}

/** The answer to a document, with the `Set-Cookie` values that must reach the browser. */
export type ApiResult = ExecutionResult & { cookies: readonly string[] }

export type Api = {
  /** Answers `/graphql` over HTTP. */
  fetch(request: Request, context?: { requestId?: string; address?: string | undefined }): Promise<Response>
  /** Runs a document compiled into the portal. Errors are typed or masked as over HTTP. */
  execute(call: ApiCall): Promise<ApiResult>
  schema: GraphQLSchema
}

/** An answer with errors, which is not kept. */
class Refused extends Error {
  readonly result: ApiResult

  constructor(result: ApiResult) {
    super('The answer has errors.')
    this.result = result
  }
}

const withoutErrors = async (answer: Promise<ApiResult>): Promise<ApiResult> => {
  const result = await answer
  if (result.errors) throw new Refused(result)
  return result
}

/** What the API and its jobs stand on, with what was not given. */
export const completeDeps = (options: ApiOptions): Deps => {
  const limits = { ...defaultLimits, ...options.limits }
  const own = { random: randomBytes, accounts: 'closed', provider: null } as const
  const made = { statements: createStatements(), lexicon: keepLexicon(options), limits }
  return { ...own, ...options, ...made }
}

/** Opens the API over its dependencies. */
export const createApi = (options: ApiOptions): Api => {
  const deps = completeDeps(options)
  const errors = createErrorMask(deps.log)
  const graphql = createGraphQLServer(deps, errors)
  const app = createApp({ deps, errors, graphql })
  const answer = async ({ request, document, variables, locale, requestId, address }: ApiCall) => {
    const cookies: string[] = []
    const facts = { requestId, trusted: true, languages: [locale], address, cookies }
    const enveloped = graphql.getEnveloped({ request, params: {}, waitUntil: () => undefined, ...facts })
    return errors.inRequest(
      requestId,
      async (): Promise<ApiResult> => ({
        ...(await enveloped.execute({
          schema: enveloped.schema,
          document,
          variableValues: variables,
          contextValue: await enveloped.contextFactory(),
        })),
        cookies,
      }),
    )
  }
  const execute = async (call: ApiCall): Promise<ApiResult> => {
    if (!call.shared) return await answer(call)
    const operation = getOperationAST(call.document)?.name?.value ?? print(call.document)
    const name = `answer ${JSON.stringify([operation, call.locale, call.variables])}`
    try {
      // Asked without cookies, so that what is kept for everybody is never what one member may see.
      const request = new Request(call.request.url)
      return await deps.kept.read(name, everything, () => withoutErrors(answer({ ...call, request })))
    } catch (error) {
      if (error instanceof Refused) return error.result
      throw error
    }
  }
  return {
    fetch: async (request, context = {}) => app.fetch(request, context),
    execute,
    schema,
  }
}
