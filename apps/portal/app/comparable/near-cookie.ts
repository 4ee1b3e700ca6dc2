/** Name of the cookie that remembers the city somebody works in. */
export const nearCookieName = 'near'

/** The slug in the request's cookie; empty when there is none, or none that could be a slug. */
export function rememberedNear(request: Request): string {
  return /(?:^|;\s*)near=([a-z0-9-]{1,100})/.exec(request.headers.get('Cookie') ?? '')?.[1] ?? ''
}

/** A `Set-Cookie` value that remembers the city until the browser is closed; without one, it is forgotten. */
export function nearCookie(slug: string): string {
  return `${nearCookieName}=${slug}; Path=/; HttpOnly; SameSite=Lax${slug ? '' : '; Max-Age=0'}`
}
