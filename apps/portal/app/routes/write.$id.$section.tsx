import { ficheOf } from '@hansa/domain/fiche'
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { keepingTyped } from '../account/keeping-typed.server.ts'
import { textOf } from '../account/submit.server.ts'
import { href } from '../i18n/locale.ts'
import { pageMeta } from '../page-meta.ts'
import { entryLicences } from '../writing/form.server.ts'
import { kindOf } from '../writing/kinds.ts'
import { writingLinks } from '../writing/links.ts'
import { actOnSection, loadSection, sectionProblems, sectionTitle } from '../writing/section.server.ts'
import { SectionPage } from '../writing/section-page.tsx'

const pathOf = (id: string, section: string) => `/write/${id}/${section}`

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const { id = '', section = '' } = params
  const { locale } = context
  const path = pathOf(id, section)
  const { searchParams } = new URL(request.url)
  const loaded = await loadSection(context, path, id, section)
  const problems = sectionProblems(locale, loaded.revision, section, searchParams.has('check'))
  const saved = searchParams.has('saved')
  const title = sectionTitle(locale, loaded.revision, section)
  return { locale, ...loaded, title, section, path, problems, licences: entryLicences, saved }
}

export const action = keepingTyped(async ({ context, params }, form) => {
  const { id = '', section = '' } = params
  const path = pathOf(id, section)
  const result = await actOnSection(context, { path, id, section, form })
  if (!result.saved) return data(result, { status: result.cameBack.problems.length > 0 ? 400 : 200 })
  return redirect(href(context.locale, await nextOf(context, id, section, textOf(form, 'intent'))), 303)
})

/** Where saving leads: on to the next section, back to the list, or to the same place where something is not right yet. */
async function nextOf(
  context: ActionFunctionArgs['context'],
  id: string,
  section: string,
  intent: string,
): Promise<string> {
  const [act, remark] = intent.split(':')
  if (act === 'back') return `/write/${id}?saved=1`
  const path = pathOf(id, section)
  if (remark) return `${path}?saved=1#${remark}`
  const { revision } = await loadSection(context, path, id, section)
  if (sectionProblems(context.locale, revision, section, false).length > 0) return `${path}?saved=1`
  const { sections } = ficheOf(kindOf(revision.kind))
  const next = sections[sections.findIndex(({ key }) => key === section) + 1]
  return next ? pathOf(id, next.key) : `/write/${id}/check`
}

export const links = writingLinks

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? pageMeta(data.locale, { title: data.title, noIndex: true }) : []

export default function WriteSection() {
  const loaded = useLoaderData<typeof loader>()
  const came = useActionData<typeof action>()
  return <SectionPage {...loaded} cameBack={came?.cameBack} />
}
