import { redirect } from '@remix-run/node'
import { notFound } from '../api.server.ts'
import type { PortalContext } from '../context.ts'
import { href } from '../i18n/locale.ts'

/**
 * The entry an address names. Throws the 404 page when there is none, and a permanent redirect when the slug is one it
 * had before.
 */
export function foundEntry<E extends { readonly slug: string; readonly path: string }>(
  { locale }: Pick<PortalContext, 'locale'>,
  entry: E | null,
  slug: string | undefined,
): E {
  if (!entry) throw notFound()
  if (entry.slug !== slug) throw redirect(href(locale, entry.path), 301)
  return entry
}
