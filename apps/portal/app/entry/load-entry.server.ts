import { type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { keepsFiles } from '../file/attachments.server.ts'
import { href } from '../i18n/locale.ts'
import type { EntryReader } from './entry-frame.tsx'
import { foundEntry } from './found-entry.server.ts'

/** Whatever of an entry its page shows, it is found by these. */
interface Found {
  readonly id: string
  readonly slug: string
  readonly path: string
}

/** What an entry is asked for by: its slug, and the revision that is to be shown instead of what is published. */
interface Wanted {
  readonly slug: string
  readonly revision: string | null
}

/**
 * The entry of a page that members write, and what the page knows of whoever reads it. The address may name a revision: whoever may read
 * that sees the page with it, everybody else is led to the page as it is. Throws the 404 page or a redirect.
 * @param read gets the entry from the API
 */
export async function loadEntry<E extends Found>(
  { context, params, request }: Pick<LoaderFunctionArgs, 'context' | 'params' | 'request'>,
  read: (wanted: Wanted) => Promise<E | null>,
): Promise<{ entry: E; reader: EntryReader; wanted: Wanted }> {
  const { slug = '' } = params
  const { pathname, searchParams } = new URL(request.url)
  const wanted = { slug, revision: searchParams.get('revision') || null }
  // Nobody but members may read a revision: for everybody else the API need not be asked.
  const isHidden = wanted.revision !== null && !context.signedIn
  const found = isHidden ? null : await read(wanted)
  if (!found && wanted.revision) throw redirect(href(context.locale, pathname), 303)
  const entry = foundEntry(context, found, slug)
  const reader = { keepsFiles: await keepsFiles(context, entry.id), preview: wanted.revision }
  return { entry, reader, wanted }
}
