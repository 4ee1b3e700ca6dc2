export const themes = ['auto', 'light', 'dark'] as const
export type Theme = (typeof themes)[number]

/** Name of the cookie that remembers a choice. */
export const themeName = 'theme'

/** Whether a form or cookie value is a theme. */
export function isTheme(value: unknown): value is Theme {
  return themes.some((theme) => theme === value)
}

/** The visitor's choice in the request's cookie, or `auto`: follow the device. */
export function themeOf(request: Request): Theme {
  const value = /(?:^|;\s*)theme=(\w+)/.exec(request.headers.get('Cookie') ?? '')?.[1]
  return isTheme(value) ? value : 'auto'
}

/** A `Set-Cookie` value. Scripts may read it: the enhancement changes it without a page load, and it names nobody. */
export function themeCookie(theme: Theme): string {
  const age = theme === 'auto' ? 0 : 60 * 60 * 24 * 365
  return `${themeName}=${theme}; Path=/; Max-Age=${age}; SameSite=Lax`
}
