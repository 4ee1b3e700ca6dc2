import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { hostOf } from '../entry/entry-facts.tsx'
import { EntryFrame } from '../entry/entry-frame.tsx'
import { EntryHeading } from '../entry/entry-heading.tsx'
import { entryMeta } from '../entry/entry-meta.ts'
import { loadEntry } from '../entry/load-entry.server.ts'
import { ContentLanguage, Name, Told } from '../entry/marked.tsx'
import { PageSections } from '../entry/page-sections.tsx'
import { graphql } from '../graphql.ts'
import { useWords } from '../i18n/use-words.tsx'
import { type ResourcePage, resourcePageFields } from '../resource/resource.fields.ts'
import { resourceJsonLd } from '../resource/resource-json-ld.ts'
import { useResourceSections } from '../resource/resource-sections.tsx'
import { ButtonLink } from '../ui/button.tsx'

const ResourceQuery = graphql(
  `query Resource($slug: String!, $revision: ID) { resource(slug: $slug, revision: $revision) { ...ResourcePageFields } }`,
  [resourcePageFields],
)

export async function loader(args: LoaderFunctionArgs) {
  const { execute, locale } = args.context
  const { entry, reader } = await loadEntry(args, async (by) => (await execute(ResourceQuery, by)).resource)
  return { locale, resource: entry, reader }
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data
    ? entryMeta(data.locale, data.resource, { reader: data.reader, more: resourceJsonLd(data.resource) })
    : []

export default function Resource() {
  const { resource, reader } = useLoaderData<typeof loader>()
  return (
    <EntryFrame reader={reader}>
      <View resource={resource} />
    </EntryFrame>
  )
}

function View({ resource }: { readonly resource: ResourcePage }) {
  const { t, href, date } = useWords()
  const { category, publisher, published, link } = resource
  return (
    <ContentLanguage of={resource}>
      <EntryHeading
        entry={resource}
        trail={[{ label: t('list.resource'), href: href('/resources') }]}
        facts={[
          category ? <Told key="category" text={category.label} /> : undefined,
          publisher ? <Name key="publisher">{publisher}</Name> : null,
          published ? date(published) : null,
        ]}
      >
        {link ? (
          <p>
            <ButtonLink href={link}>{t('resource.open', { host: hostOf(link) })}</ButtonLink>
          </p>
        ) : null}
      </EntryHeading>
      <PageSections sections={useResourceSections(resource)} />
    </ContentLanguage>
  )
}
