import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { notFound } from '../api.server.ts'
import { definitionOf } from '../area/definition.ts'
import { Told } from '../entry/marked.tsx'
import { graphql } from '../graphql.ts'
import { useWords } from '../i18n/use-words.tsx'
import { t } from '../i18n/words.ts'
import { canonicalUrl, pageMeta } from '../page-meta.ts'
import { DataTable } from '../ui/data-table.tsx'
import { PageHeading } from '../ui/page-heading.tsx'

const AreasQuery = graphql(`query Areas {
  conceptScheme(key: "policy-area") {
    concepts { key label { value language } definition entryCounts { kind count } }
  }
}`)

export async function loader({ context }: LoaderFunctionArgs) {
  const { conceptScheme } = await context.execute(AreasQuery, {})
  if (!conceptScheme) throw notFound()
  return {
    locale: context.locale,
    areas: conceptScheme.concepts,
    canonical: canonicalUrl(context, '/policy-areas'),
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data
    ? pageMeta(data.locale, {
        title: t(data.locale, 'area.list'),
        description: t(data.locale, 'area.listIntro'),
        canonical: data.canonical,
      })
    : []

export default function PolicyAreas() {
  const { t, href, number } = useWords()
  const { areas } = useLoaderData<typeof loader>()
  type Area = (typeof areas)[number]
  const count = (area: Area, kind: Area['entryCounts'][number]['kind']) =>
    number(area.entryCounts.find((one) => one.kind === kind)?.count ?? 0)
  return (
    <>
      <PageHeading title={t('area.list')} strapline={t('area.listIntro')} />
      <DataTable
        caption={t('area.caption')}
        hideCaption
        rows={areas}
        rowKey={(area) => area.key}
        columns={[
          {
            label: t('area.kind'),
            cell: (area) => (
              <>
                <a href={href(`/policy-areas/${area.key}`)}>
                  <Told text={area.label} />
                </a>
                {area.definition ? (
                  <span className="cell-note">
                    <Told text={definitionOf(area.definition)} />
                  </span>
                ) : null}
              </>
            ),
          },
          { label: t('list.practice'), numeric: true, cell: (area) => count(area, 'PRACTICE') },
          { label: t('list.component'), numeric: true, cell: (area) => count(area, 'COMPONENT') },
          { label: t('list.project'), numeric: true, cell: (area) => count(area, 'PROJECT') },
        ]}
      />
    </>
  )
}
