import { signInFirst } from '../account/submit.server.ts'
import type { Problem } from '../api.server.ts'
import type { PortalContext } from '../context.ts'
import { href } from '../i18n/locale.ts'

/** Reads what only members may read; whoever is not signed in, or not any more, signs in first and comes back to `path`. */
export async function asMember<T>(context: PortalContext, path: string, read: () => Promise<T>): Promise<T> {
  const { locale, signedIn } = context
  if (!signedIn) throw signInFirst(locale, href(locale, path))
  try {
    return await read()
  } catch (error) {
    if (!(error instanceof Response)) throw error
    const { code }: Problem = await error.clone().json()
    throw code === 'UNAUTHENTICATED' ? signInFirst(locale, href(locale, path)) : error
  }
}
