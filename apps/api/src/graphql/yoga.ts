import { useCSRFPrevention } from '@graphql-yoga/plugin-csrf-prevention'
import { visitor } from '@hansa/domain/permissions'
import { createYoga } from 'graphql-yoga'
import type { Context, Deps } from '../context.ts'
import { languagesOf } from '../http/languages.ts'
import { createLoaders } from '../loaders.ts'
import { limitDocuments } from './document-limits.ts'
import type { createErrorMask } from './errors.ts'
import { schema } from './schema.ts'

/** What is known of a request before its document is looked at. */
export type RequestFacts = {
  requestId: string
  trusted: boolean
  /** Languages wanted; without them the header decides. */
  languages?: readonly string[]
}

const contextOf = (deps: Deps, request: Request, facts: RequestFacts): Context => {
  const viewer = visitor
  return {
    ...deps,
    viewer,
    languages: facts.languages ?? languagesOf(request.headers.get('Accept-Language')),
    requestId: facts.requestId,
    trusted: facts.trusted,
    loaders: createLoaders({ db: deps.db, viewer }),
  }
}

/** The GraphQL server over a set of dependencies. */
export const createGraphQLServer = (deps: Deps, errors: ReturnType<typeof createErrorMask>) =>
  createYoga<RequestFacts, Context>({
    schema,
    graphqlEndpoint: '/graphql',
    context: ({ request, ...facts }) => contextOf(deps, request, facts),
    maskedErrors: { maskError: errors.maskError, errorMessage: '' },
    // Unexpected errors are logged where they are masked; Yoga's own logger would print them to the console as well.
    logging: false,
    graphiql: false,
    landingPage: false,
    // Reading is public and nothing here depends on cookies, so any site may ask.
    cors: { origin: '*', credentials: false, methods: ['GET', 'POST', 'OPTIONS'] },
    plugins: [
      useCSRFPrevention({ requestHeaders: ['x-graphql-yoga-csrf', 'apollo-require-preflight'] }),
      ...limitDocuments(deps.limits),
    ],
  })
