import type { TadaDocumentNode } from 'gql.tada'
import type { Locale } from './i18n/locale.ts'

/**
 * Runs one compiled document in the viewer's name.
 * Throws a `Response` for what a person can be told (400, 404, 403, 503); anything else is a 500 page.
 */
export type Execute = <R, V>(document: TadaDocumentNode<R, V>, variables: NoInfer<V>) => Promise<R>

/** What every loader finds in `context`, beside its request and its params. */
export interface PortalContext {
  readonly execute: Execute
  /** The same for what everybody is told alike, such as the names to pick from: it may be answered from memory. */
  readonly executeShared: Execute
  readonly locale: Locale
  /** Whether the browser has a session to ask about; the API knows whether it still is one. */
  readonly signedIn: boolean
  /** Named on the page for an unexpected failure, so that a person can quote it. */
  readonly requestId: string
  /** For a Content-Security-Policy that allows single inline scripts; empty when there is none. */
  readonly nonce: string
  /** Origin without a trailing slash, for canonical links, feeds and JSON-LD. */
  readonly publicUrl: string
  readonly now: Date
  /** Whether the page of component examples is served: never in production. */
  readonly examples: boolean
}

declare module '@remix-run/server-runtime' {
  interface AppLoadContext extends PortalContext {}
  interface Future {
    v3_singleFetch: true
  }
}
