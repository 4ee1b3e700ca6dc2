import { useCSRFPrevention } from '@graphql-yoga/plugin-csrf-prevention'
import { createYoga, type Plugin } from 'graphql-yoga'
import { identify, type RequestPlace } from '../account/caller.ts'
import type { Context, Deps } from '../context.ts'
import { languagesOf } from '../http/languages.ts'
import { createLoaders } from '../loaders.ts'
import { createShown } from '../shown.ts'
import { limitDocuments } from './document-limits.ts'
import type { createErrorMask } from './errors.ts'
import { schema } from './schema.ts'

/** What is known of a request before its document is looked at. */
export type RequestFacts = Omit<RequestPlace, 'page'> & {
  requestId: string
  trusted: boolean
  /** Languages wanted; without them the header decides. */
  languages?: readonly string[]
}

/** What a request is before its document is known, and what follows from that. */
type RequestContext = Omit<Context, keyof OfDocument> & Partial<OfDocument>
type OfDocument = Pick<Context, 'shown' | 'loaders'>

const contextOf = async (deps: Deps, request: Request, facts: RequestFacts): Promise<RequestContext> => ({
  ...deps,
  ...(await identify(deps, request, { ...facts, page: facts.trusted })),
  languages: facts.languages ?? languagesOf(request.headers.get('Accept-Language')),
  requestId: facts.requestId,
  trusted: facts.trusted,
})

/** Gives each execution loaders that read what its document shows. */
const readWhatIsShown = (): Plugin<RequestContext> => {
  const shownBy = createShown(schema)
  return {
    onExecute({ args, extendContext }) {
      const shown = shownBy(args.document)
      extendContext({ shown, loaders: createLoaders(args.contextValue, shown) })
    },
  }
}

/** The GraphQL server over a set of dependencies. */
export const createGraphQLServer = (deps: Deps, errors: ReturnType<typeof createErrorMask>) =>
  createYoga<RequestFacts, RequestContext>({
    schema,
    graphqlEndpoint: '/graphql',
    context: ({ request, ...facts }) => contextOf(deps, request, facts),
    maskedErrors: { maskError: errors.maskError, errorMessage: '' },
    // Unexpected errors are logged where they are masked; Yoga's own logger would print them to the console as well.
    logging: false,
    // The application around it limits bodies; a second limit would wrap each of them in two streams.
    maxRequestBodySize: false,
    graphiql: false,
    landingPage: false,
    // Reading is public and cookies count for our own pages only, so any site may ask.
    cors: { origin: '*', credentials: false, methods: ['GET', 'POST', 'OPTIONS'] },
    plugins: [
      useCSRFPrevention({ requestHeaders: ['x-graphql-yoga-csrf', 'apollo-require-preflight'] }),
      ...limitDocuments(deps.limits),
      readWhatIsShown(),
    ],
  })
