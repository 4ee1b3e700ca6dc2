import { data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { accountMeta } from '../account/account.meta.ts'
import { keepingTyped } from '../account/keeping-typed.server.ts'
import { href } from '../i18n/locale.ts'
import { CheckPage } from '../writing/check-page.tsx'
import { writingLinks } from '../writing/links.ts'
import { actOnTask, loadCheck } from '../writing/task.server.ts'

export const loader = async ({ context, params }: LoaderFunctionArgs) => ({
  locale: context.locale,
  ...(await loadCheck(context, params.id ?? '')),
})

export const action = keepingTyped(async ({ context, params }, form) => {
  const { id = '' } = params
  const acted = await actOnTask(context, id, form)
  if ('problems' in acted) return data(acted, { status: 400 })
  return redirect(`${href(context.locale, `/write/${id}`)}?${acted.done}=1`, 303)
})

export const links = writingLinks

export const meta: MetaFunction<typeof loader> = ({ data }) => accountMeta(data, 'writing.checkAnswers')

export default function WriteCheck() {
  const { revision, problems } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  return <CheckPage revision={revision} problems={problems} refused={refused?.problems ?? []} />
}
