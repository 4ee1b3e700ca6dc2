import * as openId from 'openid-client'
import { z } from 'zod'
import { nonceOf, type Provider, ProviderFailure, stateOf, verifierOf } from './provider.ts'

/*
 * Single sign-on with OpenID Connect, and the only file that knows openid-client (docs/decisions/080-single-sign-on.md): the
 * authorization code flow with PKCE, state and nonce.
 */

/** A provider that people may sign in with, as whoever runs the instance names it. */
export type ProviderOptions = {
  /** As its discovery document says it, such as `https://login.example.org/realms/city`. */
  issuer: string
  clientId: string
  clientSecret: string
  /** How people call it. */
  name: string
  /** What is asked for, such as `openid email profile`. */
  scopes: string
  /** The page it sends people back to. */
  returnUrl: string
}

const waitSeconds = 4

const text = z.string().optional().catch(undefined)
const Claims = z.looseObject({
  iss: z.string(),
  sub: z.string().min(1),
  name: text,
  given_name: text,
  family_name: text,
  email: text,
  email_verified: z.boolean().optional().catch(undefined),
})

const ways = [
  ['client_secret_basic', openId.ClientSecretBasic],
  ['client_secret_post', openId.ClientSecretPost],
  ['client_secret_jwt', openId.ClientSecretJwt],
] as const

/** Shows our secret in the first way that the provider knows; in that of the standard where it names none. */
const showSecret =
  (clientSecret: string): openId.ClientAuth =>
  (server, ...rest) => {
    const known = server.token_endpoint_auth_methods_supported ?? []
    const way = ways.find(([name]) => known.includes(name))?.[1] ?? openId.ClientSecretBasic
    return way(clientSecret)(server, ...rest)
  }

/** What a provider answers when it was not its fault that nobody signed in. */
const refusals: readonly string[] = [
  'access_denied',
  'account_selection_required',
  'consent_required',
  'interaction_required',
  'login_required',
]

/** The messages of an error and of what caused it; what else they carry may be about people. */
const detailOf = (error: unknown): string => {
  if (!(error instanceof Error)) return ''
  const code = 'error' in error && typeof error.error === 'string' ? error.error : ''
  return [error.message, code, detailOf(error.cause)].filter(Boolean).join(': ')
}

const failureOf = (name: string, error: unknown): ProviderFailure =>
  error instanceof openId.AuthorizationResponseError && refusals.includes(error.error)
    ? new ProviderFailure('REFUSED', `Nobody signed in with ${name}.`)
    : new ProviderFailure(
        'UNAVAILABLE',
        `${name} does not answer as it should. Sign in another way.`,
        detailOf(error),
      )

/** Opens a provider. It is asked nothing until somebody wants to sign in, and again after a time when it was away. */
export const openProvider = (options: ProviderOptions): Provider => {
  const { issuer, clientId, clientSecret, name, scopes, returnUrl } = options
  let found: Promise<openId.Configuration> | null = null
  const discover = () => {
    found ??= openId
      .discovery(new URL(issuer), clientId, undefined, showSecret(clientSecret), {
        timeout: waitSeconds,
        // Only for a provider on one's own machine; the configuration lets no other through.
        execute: issuer.startsWith('http:') ? [openId.allowInsecureRequests] : [],
      })
      .catch((error: unknown) => {
        found = null
        throw error
      })
    return found
  }
  const orFail = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work()
    } catch (error) {
      throw failureOf(name, error)
    }
  }
  return {
    name,
    pageFor: (secret) =>
      orFail(async () => {
        const page = openId.buildAuthorizationUrl(await discover(), {
          redirect_uri: returnUrl,
          scope: scopes,
          state: stateOf(secret),
          nonce: nonceOf(secret),
          code_challenge: await openId.calculatePKCECodeChallenge(verifierOf(secret)),
          code_challenge_method: 'S256',
        })
        return page.href
      }),
    personOf: (secret, query) =>
      orFail(async () => {
        const server = await discover()
        const tokens = await openId.authorizationCodeGrant(server, new URL(`${returnUrl}?${query}`), {
          expectedState: stateOf(secret),
          expectedNonce: nonceOf(secret),
          pkceCodeVerifier: verifierOf(secret),
          idTokenExpected: true,
        })
        const { iss, sub } = Claims.parse(tokens.claims())
        // Many providers tell name and address there only.
        const more = server.serverMetadata().userinfo_endpoint
          ? await openId.fetchUserInfo(server, tokens.access_token, sub)
          : {}
        const claims = Claims.parse({ ...tokens.claims(), ...more, iss, sub })
        return {
          issuer: iss,
          subject: sub,
          name: claims.name ?? ([claims.given_name, claims.family_name].filter(Boolean).join(' ') || null),
          email: claims.email ?? null,
          isVerified: claims.email_verified === true,
        }
      }),
  }
}
