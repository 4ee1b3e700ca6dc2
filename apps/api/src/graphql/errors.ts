import { AsyncLocalStorage } from 'node:async_hooks'
import type { Log } from '@hansa/db'
import { HansaError, InvalidInput, RateLimited, Unavailable } from '@hansa/domain/errors'
import { GraphQLError } from 'graphql'

/** A document that asks for more than one request may. */
export const limitError = (message: string): GraphQLError =>
  new GraphQLError(message, { extensions: { code: 'LIMIT_EXCEEDED' } })

const extensionsOf = (error: HansaError): Record<string, unknown> => ({
  code: error.code,
  ...(error instanceof InvalidInput && { fields: error.fields }),
  ...(error instanceof RateLimited && { retryAfter: error.retryAfter }),
})

/** What was thrown first, under all the layers that GraphQL wraps around it. */
const originOf = (error: unknown): unknown =>
  error instanceof GraphQLError && error.originalError ? originOf(error.originalError) : error

const placeOf = (error: unknown) =>
  error instanceof GraphQLError
    ? { nodes: error.nodes, source: error.source, positions: error.positions, path: error.path }
    : {}

/**
 * Makes what clients see of errors: typed ones with their code and fields, GraphQL's own as they are, anything else as
 * one sentence with the request's id, under which it is logged.
 */
export const createErrorMask = (log: Log) => {
  const requests = new AsyncLocalStorage<string>()
  const maskError = (error: unknown): GraphQLError => {
    const origin = originOf(error)
    if (origin instanceof Unavailable) {
      // Its message is about a part of ours, for those who run the instance.
      log.error({ requestId: requests.getStore(), error: origin }, 'a part of the API is not available')
      const message = 'The registry cannot answer at the moment; try again soon.'
      return new GraphQLError(message, { ...placeOf(error), extensions: extensionsOf(origin) })
    }
    if (origin instanceof HansaError && isToldToClients(origin))
      return new GraphQLError(origin.message, { ...placeOf(error), extensions: extensionsOf(origin) })
    if (error instanceof GraphQLError && origin instanceof GraphQLError && isAboutDocument(origin))
      return withCode(error)
    const requestId = requests.getStore() ?? 'unknown'
    const path = error instanceof GraphQLError ? error.path?.join('.') : undefined
    log.error({ requestId, path, error: origin }, 'a GraphQL request failed unexpectedly')
    return new GraphQLError(`Something went wrong on our side. Quote request id ${requestId}.`, {
      ...placeOf(error),
      extensions: { code: 'INTERNAL_SERVER_ERROR', requestId },
    })
  }
  return {
    maskError,
    /** Runs the work of one request, so that what fails in it is reported under its id. */
    inRequest: <T>(requestId: string, work: () => T): T => requests.run(requestId, work),
  }
}

// Errors of the database's own state carry paths and statements; they are for the log.
const toldCodes = new Set([
  'INVALID_INPUT',
  'NOT_FOUND',
  'FORBIDDEN',
  'UNAUTHENTICATED',
  'SIGN_IN_AGAIN',
  'ACCOUNTS_CLOSED',
  'CONFLICT',
  'RATE_LIMITED',
])
const isToldToClients = (error: HansaError): boolean => toldCodes.has(error.code)

/**
 * Errors of GraphQL itself are about the document or its variables unless they come from the middle of an execution:
 * there only a missing argument is the client's, the rest (a type that cannot be told, say) is ours.
 */
const isAboutDocument = (error: GraphQLError): boolean =>
  error.extensions.code !== undefined || error.path === undefined || error.message.startsWith('Argument "')

const withCode = (error: GraphQLError): GraphQLError =>
  new GraphQLError(error.message, {
    nodes: error.nodes,
    source: error.source,
    positions: error.positions,
    path: error.path,
    extensions: { code: 'BAD_USER_INPUT', ...error.extensions },
  })
