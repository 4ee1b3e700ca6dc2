import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import {
  type ComponentPage,
  componentPageFields,
  useComponentSections,
} from '../component/component-sections.tsx'
import { EntryFrame } from '../entry/entry-frame.tsx'
import { EntryHeading } from '../entry/entry-heading.tsx'
import { entryMeta } from '../entry/entry-meta.ts'
import { loadEntry } from '../entry/load-entry.server.ts'
import { ContentLanguage, Told } from '../entry/marked.tsx'
import { PageSections } from '../entry/page-sections.tsx'
import { graphql } from '../graphql.ts'
import { useWords } from '../i18n/use-words.tsx'

const ComponentQuery = graphql(
  `query Component($slug: String!, $revision: ID) { component(slug: $slug, revision: $revision) { ...ComponentPageFields } }`,
  [componentPageFields],
)

export async function loader(args: LoaderFunctionArgs) {
  const { execute, locale } = args.context
  const { entry, reader } = await loadEntry(args, async (by) => (await execute(ComponentQuery, by)).component)
  return { locale, component: entry, reader }
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? entryMeta(data.locale, data.component, { reader: data.reader }) : []

export default function Component() {
  const { component, reader } = useLoaderData<typeof loader>()
  return (
    <EntryFrame reader={reader}>
      <View component={component} />
    </EntryFrame>
  )
}

function View({ component }: { readonly component: ComponentPage }) {
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
