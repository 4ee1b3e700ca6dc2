import { deviceLife, sessionLife } from '@hansa/auth'

/**
 * What a browser keeps: the session, that it is known, the step between password and second factor, and the way to a provider
 * and back.
 */
const lives = { session: sessionLife.whole, device: deviceLife, step: 600, provider: 600 } as const

export type CookieName = keyof typeof lives

/**
 * The name a cookie travels under. With https the prefix makes browsers refuse it from other hosts, from a connection
 * without TLS, and for a part of the site only.
 */
const nameOf = (publicUrl: string, name: CookieName): string =>
  `${publicUrl.startsWith('https:') ? '__Host-' : ''}hansa-${name}`

/** Reads one of our cookies from a `Cookie` header; null when there is none. */
export const readCookie = (header: string | null, publicUrl: string, name: CookieName): string | null => {
  const start = `${nameOf(publicUrl, name)}=`
  const pair = (header ?? '').split(/;\s*/).find((each) => each.startsWith(start))
  const value = pair?.slice(start.length) ?? ''
  return /^[\w-]{1,200}$/.test(value) ? value : null
}

/** A `Set-Cookie` value: never for scripts, never with requests that other sites make. Null takes the cookie back. */
export const writeCookie = (publicUrl: string, name: CookieName, value: string | null): string => {
  const secure = publicUrl.startsWith('https:') ? '; Secure' : ''
  const age = value === null ? 0 : lives[name]
  return `${nameOf(publicUrl, name)}=${value ?? ''}; Path=/; Max-Age=${age}; HttpOnly; SameSite=Lax${secure}`
}
