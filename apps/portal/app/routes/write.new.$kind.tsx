import { data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { keepingTyped } from '../account/keeping-typed.server.ts'
import { href } from '../i18n/locale.ts'
import { t } from '../i18n/words.ts'
import { pageMeta } from '../page-meta.ts'
import { writingLinks } from '../writing/links.ts'
import { kindOfPath, loadStart, startFromForm } from '../writing/start.server.ts'
import { StartPage } from '../writing/start-page.tsx'

export async function loader({ context, params }: LoaderFunctionArgs) {
  const { locale } = context
  const kind = kindOfPath(params.kind)
  const start = await loadStart(context, kind)
  return { locale, kind, ...start, title: t(locale, `writing.start_${kind}`) }
}

export const action = keepingTyped(async ({ context, params }, form) => {
  const result = await startFromForm(context, kindOfPath(params.kind), form)
  if ('cameBack' in result) return data(result, { status: result.cameBack.problems.length > 0 ? 400 : 200 })
  return redirect(`${href(context.locale, `/write/${result.id}`)}?started=1`, 303)
})

export const links = writingLinks

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? pageMeta(data.locale, { title: data.title, noIndex: true }) : []

export default function WriteNew() {
  const loaded = useLoaderData<typeof loader>()
  return <StartPage {...loaded} cameBack={useActionData<typeof action>()?.cameBack} />
}
