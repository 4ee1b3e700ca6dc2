import { data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { keepingTyped } from '../account/keeping-typed.server.ts'
import { href } from '../i18n/locale.ts'
import { t } from '../i18n/words.ts'
import { pageMeta } from '../page-meta.ts'
import { writingLinks } from '../writing/links.ts'
import { actOnTask, loadTask } from '../writing/task.server.ts'
import { TaskPage } from '../writing/task-page.tsx'

const notices = ['saved', 'submitted', 'withdrawn', 'started'] as const

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const { locale } = context
  const { searchParams } = new URL(request.url)
  const task = await loadTask(context, params.id ?? '')
  const notice = notices.find((each) => searchParams.has(each)) ?? null
  return { locale, ...task, notice, title: task.revision.title?.value ?? t(locale, 'writing.untitled') }
}

export const action = keepingTyped(async ({ context, params }, form) => {
  const { id = '' } = params
  const acted = await actOnTask(context, id, form)
  if ('problems' in acted) return data(acted, { status: 400 })
  return redirect(`${href(context.locale, `/write/${id}`)}?${acted.done}=1`, 303)
})

export const links = writingLinks

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? pageMeta(data.locale, { title: data.title, noIndex: true }) : []

export default function WriteTask() {
  const { revision, changesFiles, notice } = useLoaderData<typeof loader>()
  const problems = useActionData<typeof action>()?.problems ?? []
  return <TaskPage revision={revision} changesFiles={changesFiles} notice={notice} problems={problems} />
}
