import { type LoaderFunctionArgs, type MetaFunction, data as withHeaders } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { loadNear } from '../comparable/near.server.ts'
import type { PracticeCheckProps } from '../comparable/practice-check.tsx'
import { TransferQuery } from '../comparable/transfer.query.ts'
import { EntryFrame } from '../entry/entry-frame.tsx'
import { entryMeta } from '../entry/entry-meta.ts'
import { loadEntry } from '../entry/load-entry.server.ts'
import { ContentLanguage } from '../entry/marked.tsx'
import { PageSections } from '../entry/page-sections.tsx'
import { graphql } from '../graphql.ts'
import { type PracticePage, practicePageFields } from '../practice/practice.fields.ts'
import { PracticeHeading } from '../practice/practice-heading.tsx'
import { practiceJsonLd } from '../practice/practice-json-ld.ts'
import { usePracticeSections } from '../practice/practice-sections.tsx'

const PracticeQuery = graphql(
  `query Practice($slug: String!, $revision: ID) { practice(slug: $slug, revision: $revision) { ...PracticePageFields } }`,
  [practicePageFields],
)

export async function loader(args: LoaderFunctionArgs) {
  const { execute, locale } = args.context
  const [{ entry, reader, wanted }, { near, headers }] = await Promise.all([
    loadEntry(args, async (by) => (await execute(PracticeQuery, by)).practice),
    loadNear(args.context, args.request),
  ])
  const checked = near.city ? await execute(TransferQuery, { ...wanted, near: near.city.id }) : null
  const transfer = checked?.practice ?? null
  return withHeaders({ locale, practice: entry, reader, near, transfer }, { headers })
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data
    ? entryMeta(data.locale, data.practice, {
        reader: data.reader,
        line: data.practice.strapline,
        more: practiceJsonLd(data.practice),
      })
    : []

export default function Practice() {
  const { practice, reader, near, transfer } = useLoaderData<typeof loader>()
  return (
    <EntryFrame reader={reader}>
      <View practice={practice} check={{ path: practice.path, near, transfer }} />
    </EntryFrame>
  )
}

interface ViewProps {
  readonly practice: PracticePage
  readonly check: PracticeCheckProps
}

function View({ practice, check }: ViewProps) {
  return (
    <ContentLanguage of={practice}>
      <PracticeHeading practice={practice} />
      <PageSections summary sections={usePracticeSections(practice, check)} />
    </ContentLanguage>
  )
}
