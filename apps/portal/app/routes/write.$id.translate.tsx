import { data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { accountMeta } from '../account/account.meta.ts'
import { keepingTyped } from '../account/keeping-typed.server.ts'
import { textOf } from '../account/submit.server.ts'
import { href } from '../i18n/locale.ts'
import { writingLinks } from '../writing/links.ts'
import { loadTranslation, saveTranslationForm } from '../writing/translation.server.ts'
import { TranslationPage } from '../writing/translation-page.tsx'

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url)
  const asked = searchParams.get('language') ?? ''
  const loaded = await loadTranslation(context, params.id ?? '', asked)
  return { locale: context.locale, ...loaded, saved: searchParams.has('saved') }
}

export const action = keepingTyped(async ({ context, params }, form) => {
  const { id = '' } = params
  const refused = await saveTranslationForm(context, id, form)
  if (refused) return data(refused, { status: 400 })
  const query = new URLSearchParams({ language: textOf(form, 'language'), saved: '1' })
  return redirect(`${href(context.locale, `/write/${id}/translate`)}?${query}`, 303)
})

export const links = writingLinks

export const meta: MetaFunction<typeof loader> = ({ data }) => accountMeta(data, 'writing.translate')

export default function WriteTranslation() {
  const loaded = useLoaderData<typeof loader>()
  return <TranslationPage {...loaded} refused={useActionData<typeof action>()} />
}
