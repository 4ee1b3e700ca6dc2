import { data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { accountMeta } from '../account/account.meta.ts'
import { keepingTyped } from '../account/keeping-typed.server.ts'
import { curationLinks } from '../curation/links.ts'
import { loadRevision } from '../curation/load-revision.server.ts'
import { RevisionProvider } from '../curation/page-context.tsx'
import { actOnRevision } from '../curation/revision-action.server.ts'
import { RevisionPage } from '../curation/revision-page.tsx'
import { href } from '../i18n/locale.ts'

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const loaded = await loadRevision(context, params.id ?? '', new URL(request.url))
  return { locale: context.locale, ...loaded }
}

export const action = keepingTyped(async ({ context, params, request }, form) => {
  const id = params.id ?? ''
  const result = await actOnRevision(context, id, form)
  if (result.problems.length > 0) return data(result, { status: 400 })
  const only = new URL(request.url).searchParams.get('only')
  const query = new URLSearchParams({ ...(only && { only }), done: result.intent })
  return redirect(`${href(context.locale, `/curation/${id}`)}?${query}`, 303)
})

export const links = curationLinks

export const meta: MetaFunction<typeof loader> = ({ data }) => accountMeta(data, 'curation.title')

export default function RevisionRoute() {
  const loaded = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  return (
    <RevisionProvider loaded={loaded} result={result}>
      <RevisionPage />
    </RevisionProvider>
  )
}
