import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { componentPageFields, useComponentSections } from '../component/component-sections.tsx'
import { EntryHeading } from '../entry/entry-heading.tsx'
import { entryMeta } from '../entry/entry-meta.ts'
import { foundEntry } from '../entry/found-entry.server.ts'
import { ContentLanguage, Told } from '../entry/marked.tsx'
import { PageSections } from '../entry/page-sections.tsx'
import { graphql } from '../graphql.ts'
import { useWords } from '../i18n/use-words.tsx'

const ComponentQuery = graphql(
  `query Component($slug: String!) { component(slug: $slug) { ...ComponentPageFields } }`,
  [componentPageFields],
)

export async function loader({ context, params }: LoaderFunctionArgs) {
  const { component } = await context.execute(ComponentQuery, { slug: params.slug ?? '' })
  return { locale: context.locale, component: foundEntry(context, component, params.slug) }
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? entryMeta(data.locale, data.component) : []

export default function Component() {
  const { component } = useLoaderData<typeof loader>()
  const { t, href } = useWords()
  return (
    <ContentLanguage of={component}>
      <EntryHeading
        entry={component}
        trail={[{ label: t('list.component'), href: href('/components') }]}
        strapline={component.summary}
        facts={[
          component.measureType ? <Told key="type" text={component.measureType.label} /> : undefined,
          t('entry.practices', { count: component.practices.totalCount }),
        ]}
      />
      <PageSections sections={useComponentSections(component)} />
    </ContentLanguage>
  )
}
