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
import { improve, loadImprove } from '../writing/improve.server.ts'
import { ImprovePage } from '../writing/improve-page.tsx'

export async function loader({ context, request }: LoaderFunctionArgs) {
  const entry = new URL(request.url).searchParams.get('entry') ?? ''
  return { locale: context.locale, ...(await loadImprove(context, entry)) }
}

export async function action({ context, request }: ActionFunctionArgs) {
  const result = await improve(context, textOf(await request.formData(), 'entry'))
  if ('problems' in result) return data(result, { status: 400 })
  return redirect(href(context.locale, `/write/${result.id}`), 303)
}

export const meta: MetaFunction<typeof loader> = ({ data }) => accountMeta(data, 'writing.improve')

export default function WriteImprove() {
  const loaded = useLoaderData<typeof loader>()
  return <ImprovePage {...loaded} problems={useActionData<typeof action>()?.problems ?? []} />
}
