import { HansaError } from '@hansa/domain/errors'
import { hashOf } from './secrets.ts'

/** Somebody as a provider knows her. Its word for an address counts only where it says that it has verified it. */
export type ProviderPerson = {
  issuer: string
  subject: string
  name: string | null
  email: string | null
  isVerified: boolean
}

export type Provider = {
  name: string
  /**
   * The page of the provider to send somebody to; the answer will fit this secret only.
   * @throws ProviderFailure
   */
  pageFor(secret: string): Promise<string>
  /**
   * Who came back; `query` is that of the address she came back to.
   * @throws ProviderFailure
   */
  personOf(secret: string, query: string): Promise<ProviderPerson>
}

/**
 * The provider gave nobody: somebody said no there, or it does not answer as it should. `detail` is for those who run the
 * instance, and says nothing about people.
 */
export class ProviderFailure extends HansaError {
  readonly reason: 'REFUSED' | 'UNAVAILABLE'
  readonly detail: string
  constructor(reason: ProviderFailure['reason'], message: string, detail = '') {
    super('PROVIDER_FAILED', message)
    this.reason = reason
    this.detail = detail
  }
}

// Browsers keep the secret and nothing else is stored: the parts of the protocol follow from it, one way.
const partOf = (part: string, secret: string): string => hashOf(`${part}:${secret}`)

/** What an answer to what was begun with a secret carries. */
export const stateOf = (secret: string): string => partOf('state', secret)

/** What the provider signs, so that its word for somebody fits what was begun and nothing else. */
export const nonceOf = (secret: string): string => partOf('nonce', secret)

/** What the code is exchanged with, so that whoever else sees it can do nothing with it (PKCE). */
export const verifierOf = (secret: string): string => partOf('verifier', secret)

/** Whether an address that somebody came back to answers what was begun with this secret. */
export const isAnswerTo = (secret: string, query: string): boolean =>
  new URLSearchParams(query).get('state') === stateOf(secret)
