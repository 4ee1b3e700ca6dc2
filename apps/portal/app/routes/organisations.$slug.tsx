import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { EntryFrame } from '../entry/entry-frame.tsx'
import { EntryHeading } from '../entry/entry-heading.tsx'
import { EntryLink } from '../entry/entry-link.tsx'
import { entryMeta } from '../entry/entry-meta.ts'
import { loadEntry } from '../entry/load-entry.server.ts'
import { ContentLanguage, Told } from '../entry/marked.tsx'
import { PageSections } from '../entry/page-sections.tsx'
import { graphql } from '../graphql.ts'
import { useWords } from '../i18n/use-words.tsx'
import { type OrganisationPage, organisationPageFields } from '../organisation/organisation.fields.ts'
import { organisationJsonLd } from '../organisation/organisation-json-ld.ts'
import { useOrganisationSections } from '../organisation/organisation-sections.tsx'

const OrganisationQuery = graphql(
  `query Organisation($slug: String!, $revision: ID) { organisation(slug: $slug, revision: $revision) { ...OrganisationPageFields } }`,
  [organisationPageFields],
)

export async function loader(args: LoaderFunctionArgs) {
  const { execute, locale } = args.context
  const { entry, reader } = await loadEntry(
    args,
    async (by) => (await execute(OrganisationQuery, by)).organisation,
  )
  return { locale, organisation: entry, reader }
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data
    ? entryMeta(data.locale, data.organisation, {
        reader: data.reader,
        more: organisationJsonLd(data.organisation),
      })
    : []

export default function Organisation() {
  const { organisation, reader } = useLoaderData<typeof loader>()
  return (
    <EntryFrame reader={reader}>
      <View organisation={organisation} />
    </EntryFrame>
  )
}

function View({ organisation }: { readonly organisation: OrganisationPage }) {
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
