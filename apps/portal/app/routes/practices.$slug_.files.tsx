import { type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { notFound } from '../api.server.ts'
import { PracticeIdQuery } from '../file/attachments.query.ts'
import { filesPath } from '../file/files-path.ts'
import { href } from '../i18n/locale.ts'

/** Where the files of a practice were changed before those of every kind were: it leads there. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  const { practice } = await context.execute(PracticeIdQuery, { slug: params.slug ?? '' })
  if (!practice) throw notFound()
  return redirect(href(context.locale, filesPath(practice.id)), 301)
}
