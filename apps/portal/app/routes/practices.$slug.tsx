import { type LoaderFunctionArgs, type MetaFunction, data as withHeaders } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { loadNear } from '../comparable/near.server.ts'
import { TransferQuery } from '../comparable/transfer.query.ts'
import { entryMeta } from '../entry/entry-meta.ts'
import { foundEntry } from '../entry/found-entry.server.ts'
import { ContentLanguage } from '../entry/marked.tsx'
import { PageSections } from '../entry/page-sections.tsx'
import { keepsFiles } from '../file/attachments.server.ts'
import { graphql } from '../graphql.ts'
import { practicePageFields } from '../practice/practice.fields.ts'
import { PracticeHeading } from '../practice/practice-heading.tsx'
import { practiceJsonLd } from '../practice/practice-json-ld.ts'
import { usePracticeSections } from '../practice/practice-sections.tsx'

const PracticeQuery = graphql(
  `query Practice($slug: String!) { practice(slug: $slug) { ...PracticePageFields } }`,
  [practicePageFields],
)

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const slug = params.slug ?? ''
  const [{ practice }, { near, headers }] = await Promise.all([
    context.execute(PracticeQuery, { slug }),
    loadNear(context, request),
  ])
  const found = foundEntry(context, practice, params.slug)
  const checked = near.city ? await context.execute(TransferQuery, { slug, near: near.city.id }) : null
  const transfer = checked?.practice ?? null
  const mayChange = await keepsFiles(context, found.id)
  return withHeaders({ locale: context.locale, practice: found, near, transfer, mayChange }, { headers })
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data
    ? entryMeta(data.locale, data.practice, {
        line: data.practice.strapline,
        more: practiceJsonLd(data.practice),
      })
    : []

export default function Practice() {
  const { practice, near, transfer, mayChange } = useLoaderData<typeof loader>()
  const check = { path: practice.path, near, transfer }
  return (
    <ContentLanguage of={practice}>
      <PracticeHeading practice={practice} />
      <PageSections summary sections={usePracticeSections(practice, check, mayChange)} />
    </ContentLanguage>
  )
}
