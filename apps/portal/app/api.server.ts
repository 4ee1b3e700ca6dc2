import type { TadaDocumentNode } from 'gql.tada'
import type { DocumentNode } from 'graphql'
import type { Execute } from './context.ts'
import type { Locale } from './i18n/locale.ts'

/** One GraphQL call, as the portal hands it to whoever runs the schema. */
export interface ExecutorCall {
  /** The browser's request: its cookies say who asks. */
  readonly request: Request
  readonly document: DocumentNode
  readonly variables: Readonly<Record<string, unknown>>
  readonly locale: Locale
  readonly requestId: string
}

export interface ExecutorError {
  readonly message: string
  readonly extensions?: Readonly<Record<string, unknown>> | undefined
}

/** What GraphQL answers, in process or over HTTP. */
export interface ExecutorResult {
  readonly data?: unknown
  readonly errors?: readonly ExecutorError[] | undefined
}

export type Executor = (call: ExecutorCall) => Promise<ExecutorResult>

/** What an error page gets to know about a failure: a sentence from the API that is safe to show. */
export interface Problem {
  readonly message: string
}

const statusOfCode = new Map<unknown, number>([
  ['BAD_REQUEST', 400],
  ['BAD_USER_INPUT', 400],
  ['INVALID_INPUT', 400],
  ['UNAUTHENTICATED', 403],
  ['FORBIDDEN', 403],
  ['NOT_FOUND', 404],
  ['RATE_LIMITED', 503],
  ['UNAVAILABLE', 503],
])

/** A failure a person can be told, to be thrown from a loader: the root boundary turns it into a page. */
export function problem(status: 400 | 403 | 404 | 503, message = ''): Response {
  return Response.json({ message } satisfies Problem, { status })
}

/** To be thrown by a loader when the API answers null for what the address names. */
export function notFound(): Response {
  return problem(404)
}

/** Binds an executor to one request. The only place where the portal talks to the API. */
export function createExecute(
  executor: Executor,
  call: Omit<ExecutorCall, 'document' | 'variables'>,
): Execute {
  return async <R, V>(document: TadaDocumentNode<R, V>, variables: NoInfer<V>): Promise<R> => {
    const result = await executor({ ...call, document, variables: variables as Record<string, unknown> })
    const [error] = result.errors ?? []
    if (error) throw failure(error)
    if (result.data === undefined || result.data === null) throw new Error('The API answered without data.')
    return result.data as R
  }
}

function failure(error: ExecutorError): Response | Error {
  const status = statusOfCode.get(error.extensions?.code)
  if (!status) return new Error(error.message, { cause: error })
  return Response.json({ message: error.message } satisfies Problem, { status })
}
