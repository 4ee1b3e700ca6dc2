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
import { foundEntry } from '../entry/found-entry.server.ts'
import { FilesEntryQuery } from '../file/attachments.query.ts'
import { actOnAttachments, loadAttachments } from '../file/attachments.server.ts'
import { AttachmentsForm } from '../file/attachments-form.tsx'
import { href } from '../i18n/locale.ts'
import { useWords } from '../i18n/use-words.tsx'
import { Breadcrumbs } from '../ui/breadcrumbs.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { PageHeading } from '../ui/page-heading.tsx'

const pathOf = (slug: string | undefined) => `/practices/${slug}/files`

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const { locale } = context
  const { practice } = await context.execute(FilesEntryQuery, { slug: params.slug ?? '' })
  const found = foundEntry(context, practice, params.slug)
  const path = pathOf(found.slug)
  const state = await loadAttachments(context, new URL(request.url), path, found)
  return { locale, practice: found, path, state }
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const form = await request.formData()
  const path = pathOf(params.slug)
  const result = await actOnAttachments(context, form, path)
  if ('problems' in result) return data(result, { status: 400 })
  const query = new URLSearchParams({ language: textOf(form, 'language'), [result.done]: '1' })
  return redirect(`${href(context.locale, path)}?${query}`, 303)
}

export const meta: MetaFunction<typeof loader> = ({ data }) => accountMeta(data, 'file.title')

export default function PracticeFilesPage() {
  const { t, href } = useWords()
  const { practice, path, state } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const problems = refused?.problems ?? state.problems
  return (
    <>
      <Breadcrumbs
        items={[
          { label: t('frame.practices'), href: href('/practices') },
          { label: practice.title.value, lang: practice.title.language, href: href(practice.path) },
          { label: t('file.title') },
        ]}
      />
      <ErrorSummary problems={problems} />
      <PageHeading title={t('file.title')} strapline={t('file.lede', { title: practice.title.value })} />
      <AttachmentsForm {...state} entry={practice.id} path={path} problems={problems} sent={refused?.sent} />
    </>
  )
}
