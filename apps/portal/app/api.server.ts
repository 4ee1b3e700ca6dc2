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
  /** The answer is the same for everybody who reads this language: whoever runs the schema may keep it. */
  readonly shared?: boolean
  /** Address of the browser, as far as it is known. */
  readonly address?: string | undefined
}

export interface ExecutorError {
  readonly message: string
  readonly extensions?: Readonly<Record<string, unknown>> | undefined
}

/** What GraphQL answers, in process or over HTTP. */
export interface ExecutorResult {
  readonly data?: unknown
  readonly errors?: readonly ExecutorError[] | undefined
  /** `Set-Cookie` values that must reach the browser. */
  readonly cookies?: readonly string[] | undefined
}

export type Executor = (call: ExecutorCall) => Promise<ExecutorResult>

/** What an error page gets to know about a failure: a sentence from the API that is safe to show. */
export interface Problem {
  readonly message: string
  readonly code?: string | undefined
  /** After how many seconds to try again. */
  readonly retryAfter?: number | undefined
  /** Everything a form said that could not be saved, because whoever sent it must sign in first. */
  readonly sent?: readonly (readonly [name: string, value: string])[] | undefined
}

const statusOfCode = new Map<unknown, number>([
  ['BAD_REQUEST', 400],
  ['BAD_USER_INPUT', 400],
  ['INVALID_INPUT', 400],
  ['UNAUTHENTICATED', 403],
  ['FORBIDDEN', 403],
  ['SIGN_IN_AGAIN', 403],
  ['ACCOUNTS_CLOSED', 403],
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

/**
 * Binds an executor to one request. The only place where the portal talks to the API.
 * @param cookies gets what the API wants the browser to keep
 */
export function createExecute(
  executor: Executor,
  call: Omit<ExecutorCall, 'document' | 'variables'>,
  cookies: string[] = [],
): Execute {
  let { request } = call
  return async <R, V>(document: TadaDocumentNode<R, V>, variables: NoInfer<V>): Promise<R> => {
    const result = await executor({
      ...call,
      request,
      document,
      variables: variables as Record<string, unknown>,
    })
    if (result.cookies?.length) {
      cookies.push(...result.cookies)
      request = withCookies(request, result.cookies)
    }
    const [error] = result.errors ?? []
    if (error) throw failure(error)
    if (result.data === undefined || result.data === null) throw new Error('The API answered without data.')
    return result.data as R
  }
}

/**
 * The request as the browser would send it next. What a form did may have changed the session, and the same page is
 * then read with the new one, because the old is worth nothing any more.
 */
function withCookies(request: Request, written: readonly string[]): Request {
  const kept = new Map<string, string>()
  const pairs = [...(request.headers.get('Cookie') ?? '').split(/;\s*/), ...written.map(pairOf)]
  for (const pair of pairs.filter(Boolean)) kept.set(pair.slice(0, pair.indexOf('=')), pair)
  const headers = new Headers(request.headers)
  headers.set('Cookie', [...kept.values()].join('; '))
  return new Request(request.url, { method: request.method, headers })
}

/** `name=value` of a `Set-Cookie`. */
const pairOf = (cookie: string) => cookie.slice(0, cookie.indexOf(';'))

function failure(error: ExecutorError): Response | Error {
  const status = statusOfCode.get(error.extensions?.code)
  if (!status) return new Error(error.message, { cause: error })
  const { code, retryAfter } = error.extensions ?? {}
  const problem: Problem = {
    message: error.message,
    code: typeof code === 'string' ? code : undefined,
    retryAfter: typeof retryAfter === 'number' ? retryAfter : undefined,
  }
  return Response.json(problem, { status })
}
