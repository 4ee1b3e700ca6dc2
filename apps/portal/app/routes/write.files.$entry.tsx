import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { accountMeta } from '../account/account.meta.ts'
import { textOf } from '../account/submit.server.ts'
import { langOf } from '../entry/text.ts'
import { actOnAttachments, loadAttachments, loadFilesEntry } from '../file/attachments.server.ts'
import { AttachmentsForm } from '../file/attachments-form.tsx'
import { filesPath } from '../file/files-path.ts'
import { href } from '../i18n/locale.ts'
import { useWords } from '../i18n/use-words.tsx'
import { Breadcrumbs } from '../ui/breadcrumbs.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { PageHeading } from '../ui/page-heading.tsx'

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const entry = await loadFilesEntry(context, params.entry ?? '')
  const state = await loadAttachments(context, new URL(request.url), entry)
  return { locale: context.locale, entry, state }
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const form = await request.formData()
  const path = filesPath(params.entry ?? '')
  const result = await actOnAttachments(context, form, path)
  if ('problems' in result) return data(result, { status: 400 })
  const query = new URLSearchParams({ language: textOf(form, 'language'), [result.done]: '1' })
  return redirect(`${href(context.locale, path)}?${query}`, 303)
}

export const meta: MetaFunction<typeof loader> = ({ data }) => accountMeta(data, 'file.title')

/** The pictures and documents of an entry of whatever kind, for those who keep them. */
export default function WriteFiles() {
  const { t, href, locale } = useWords()
  const { entry, state } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const problems = refused?.problems ?? state.problems
  const title = entry.title?.value ?? t('writing.untitled')
  return (
    <>
      <Breadcrumbs
        items={[
          { label: title, lang: langOf(locale, entry.title), href: href(entry.from) },
          { label: t('file.title') },
        ]}
      />
      <ErrorSummary problems={problems} />
      <PageHeading title={t('file.title')} strapline={t('file.lede', { title })} />
      <AttachmentsForm
        {...state}
        entry={entry.id}
        path={filesPath(entry.id)}
        problems={problems}
        sent={refused?.sent}
      />
    </>
  )
}
