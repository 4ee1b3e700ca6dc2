import { openProvider, type Provider } from '@hansa/auth'
import type { Env } from './env.ts'

/** Opens the provider people can sign in with, where one is configured; `publicUrl` is where it sends them back to. */
export function openSingleSignOn(env: Env, publicUrl: string): Provider | null {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = env
  const { OIDC_NAME: name, OIDC_SCOPES: scopes } = env
  if (!issuer || !clientId || !clientSecret || !name) return null
  return openProvider({
    issuer,
    clientId,
    clientSecret,
    name,
    scopes,
    returnUrl: `${publicUrl}/sign-in/provider/return`,
  })
}
