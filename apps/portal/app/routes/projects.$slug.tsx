import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { EntryHeading } from '../entry/entry-heading.tsx'
import { EntryLink } from '../entry/entry-link.tsx'
import { entryMeta } from '../entry/entry-meta.ts'
import { EntryNote } from '../entry/entry-note.tsx'
import { foundEntry } from '../entry/found-entry.server.ts'
import { ContentLanguage } from '../entry/marked.tsx'
import { PageSections } from '../entry/page-sections.tsx'
import { periodText } from '../entry/period.ts'
import { graphql } from '../graphql.ts'
import { useWords } from '../i18n/use-words.tsx'
import { projectPageFields } from '../project/project.fields.ts'
import { projectJsonLd } from '../project/project-json-ld.ts'
import { useProjectSections } from '../project/project-sections.tsx'
import { projectState } from '../project/project-words.ts'

const ProjectQuery = graphql(
  `query Project($slug: String!) { project(slug: $slug) { ...ProjectPageFields } }`,
  [projectPageFields],
)

export async function loader({ context, params }: LoaderFunctionArgs) {
  const { project } = await context.execute(ProjectQuery, { slug: params.slug ?? '' })
  return { locale: context.locale, project: foundEntry(context, project, params.slug) }
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? entryMeta(data.locale, data.project, { more: projectJsonLd(data.project) }) : []

export default function Project() {
  const { project } = useLoaderData<typeof loader>()
  const { t, locale, href } = useWords()
  const { leadOrganisation, countries, status } = project
  return (
    <ContentLanguage of={project}>
      <EntryHeading
        entry={project}
        trail={[{ label: t('list.project'), href: href('/projects') }]}
        facts={[
          leadOrganisation ? <EntryLink key="lead" entry={leadOrganisation} /> : null,
          countries.length > 0 ? t('entry.countries', { count: countries.length }) : null,
          periodText(locale, project, status === 'CLOSED' || status === 'CANCELLED'),
        ]}
        states={status ? [projectState(locale, status)] : []}
      >
        <EntryNote entry={project} />
      </EntryHeading>
      <PageSections summary sections={useProjectSections(project)} />
    </ContentLanguage>
  )
}
