import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { href } from '../i18n/locale.ts'
import { t } from '../i18n/words.ts'
import { pageMeta } from '../page-meta.ts'
import { kindOfPath, loadStart, startFromForm } from '../writing/start.server.ts'
import { StartPage } from '../writing/start-page.tsx'

export async function loader({ context, params }: LoaderFunctionArgs) {
  const { locale } = context
  const kind = kindOfPath(params.kind)
  const start = await loadStart(context, kind)
  return { locale, kind, ...start, title: t(locale, `writing.start_${kind}`) }
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const result = await startFromForm(context, kindOfPath(params.kind), await request.formData())
  if ('cameBack' in result) return data(result, { status: result.cameBack.problems.length > 0 ? 400 : 200 })
  return redirect(`${href(context.locale, `/write/${result.id}`)}?started=1`, 303)
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? pageMeta(data.locale, { title: data.title, noIndex: true }) : []

export default function WriteNew() {
  const loaded = useLoaderData<typeof loader>()
  return <StartPage {...loaded} cameBack={useActionData<typeof action>()?.cameBack} />
}
