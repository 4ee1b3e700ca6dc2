import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { entryMeta } from '../entry/entry-meta.ts'
import { foundEntry } from '../entry/found-entry.server.ts'
import { PageSections } from '../entry/page-sections.tsx'
import { graphql } from '../graphql.ts'
import { practicePageFields } from '../practice/practice.fields.ts'
import { PracticeHeading } from '../practice/practice-heading.tsx'
import { practiceJsonLd } from '../practice/practice-json-ld.ts'
import { usePracticeSections } from '../practice/practice-sections.tsx'

const PracticeQuery = graphql(
  `query Practice($slug: String!) { practice(slug: $slug) { ...PracticePageFields } }`,
  [practicePageFields],
)

export async function loader({ context, params }: LoaderFunctionArgs) {
  const { practice } = await context.execute(PracticeQuery, { slug: params.slug ?? '' })
  return { locale: context.locale, practice: foundEntry(context, practice, params.slug) }
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data
    ? entryMeta(data.locale, data.practice, {
        line: data.practice.strapline,
        more: practiceJsonLd(data.practice),
      })
    : []

export default function Practice() {
  const { practice } = useLoaderData<typeof loader>()
  return (
    <>
      <PracticeHeading practice={practice} />
      <PageSections summary sections={usePracticeSections(practice)} />
    </>
  )
}
