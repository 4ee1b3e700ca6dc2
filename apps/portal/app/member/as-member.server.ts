import { ViewerQuery } from '../account/sign-in.query.ts'
import { signInFirst } from '../account/submit.server.ts'
import type { Problem } from '../api.server.ts'
import type { PortalContext } from '../context.ts'
import { href } from '../i18n/locale.ts'

/** Whether something that was asked for is not there, or not for whoever asks: the API does not tell which. */
const isLacking = (answer: unknown): boolean =>
  answer === null || (typeof answer === 'object' && Object.values(answer).includes(null))

/** Reads what only members may read; whoever is not signed in, or not any more, signs in first and comes back to `path`. */
export async function asMember<T>(context: PortalContext, path: string, read: () => Promise<T>): Promise<T> {
  const { locale, signedIn, execute } = context
  if (!signedIn) throw signInFirst(locale, href(locale, path))
  try {
    const answer = await read()
    // It may lack only because the browser's session is long over.
    if (!isLacking(answer) || (await execute(ViewerQuery, {})).viewer) return answer
  } catch (error) {
    if (!(error instanceof Response)) throw error
    const { code }: Problem = await error.clone().json()
    if (code !== 'UNAUTHENTICATED') throw error
  }
  throw signInFirst(locale, href(locale, path))
}
