import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { EntryHeading } from '../entry/entry-heading.tsx'
import { EntryLink } from '../entry/entry-link.tsx'
import { entryMeta } from '../entry/entry-meta.ts'
import { foundEntry } from '../entry/found-entry.server.ts'
import { ContentLanguage, Told } from '../entry/marked.tsx'
import { PageSections } from '../entry/page-sections.tsx'
import { graphql } from '../graphql.ts'
import { useWords } from '../i18n/use-words.tsx'
import { organisationPageFields } from '../organisation/organisation.fields.ts'
import { organisationJsonLd } from '../organisation/organisation-json-ld.ts'
import { useOrganisationSections } from '../organisation/organisation-sections.tsx'

const OrganisationQuery = graphql(
  `query Organisation($slug: String!) { organisation(slug: $slug) { ...OrganisationPageFields } }`,
  [organisationPageFields],
)

export async function loader({ context, params }: LoaderFunctionArgs) {
  const { organisation } = await context.execute(OrganisationQuery, { slug: params.slug ?? '' })
  return { locale: context.locale, organisation: foundEntry(context, organisation, params.slug) }
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? entryMeta(data.locale, data.organisation, { more: organisationJsonLd(data.organisation) }) : []

export default function Organisation() {
  const { organisation } = useLoaderData<typeof loader>()
  const { t, href } = useWords()
  const { category, city, country } = organisation
  return (
    <ContentLanguage of={organisation}>
      <EntryHeading
        entry={organisation}
        trail={[{ label: t('list.organisation'), href: href('/organisations') }]}
        facts={[
          category ? <Told key="category" text={category.label} /> : undefined,
          city ? <EntryLink key="city" entry={city} /> : null,
          country ? <EntryLink key="country" entry={country} /> : null,
        ]}
      />
      <PageSections sections={useOrganisationSections(organisation)} />
    </ContentLanguage>
  )
}
