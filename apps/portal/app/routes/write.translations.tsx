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
import { href } from '../i18n/locale.ts'
import { improve } from '../writing/improve.server.ts'
import { writingLinks } from '../writing/links.ts'
import { loadTranslations } from '../writing/translations.server.ts'
import { TranslationsPage } from '../writing/translations-page.tsx'

export const loader = async ({ context, request }: LoaderFunctionArgs) => ({
  locale: context.locale,
  ...(await loadTranslations(context, new URL(request.url))),
})

/** Begins to improve an entry and leads to its translation. */
export async function action({ context, request }: ActionFunctionArgs) {
  const form = await request.formData()
  const result = await improve(context, textOf(form, 'entry'))
  if ('problems' in result) return data(result, { status: 400 })
  const query = new URLSearchParams({ language: textOf(form, 'language') })
  return redirect(`${href(context.locale, `/write/${result.id}/translate`)}?${query}`, 303)
}

export const links = writingLinks

export const meta: MetaFunction<typeof loader> = ({ data }) => accountMeta(data, 'writing.translations')

export default function WriteTranslations() {
  const loaded = useLoaderData<typeof loader>()
  return <TranslationsPage {...loaded} problems={useActionData<typeof action>()?.problems ?? []} />
}
