import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { notFound } from '../api.server.ts'
import { AreaQuery } from '../area/area.query.ts'
import { AreaMappings } from '../area/area-mappings.tsx'
import { definitionOf } from '../area/definition.ts'
import { EntryList } from '../entry/entry-row.tsx'
import { Told } from '../entry/marked.tsx'
import { langOf } from '../entry/text.ts'
import { href } from '../i18n/locale.ts'
import { useWords } from '../i18n/use-words.tsx'
import { FollowForm } from '../news/follow-form.tsx'
import { canonicalUrl, pageMeta } from '../page-meta.ts'
import { Breadcrumbs } from '../ui/breadcrumbs.tsx'
import { MapOfResults } from '../ui/map/map-of-results.tsx'
import { PageHeading } from '../ui/page-heading.tsx'
import { Section } from '../ui/section.tsx'

const isKey = (key: string | undefined): key is string => key !== undefined && /^[a-z0-9-]{1,80}$/.test(key)

export async function loader({ context, params }: LoaderFunctionArgs) {
  if (!isKey(params.key)) throw notFound()
  const answer = await context.execute(AreaQuery, { id: `policy-area/${params.key}`, key: [params.key] })
  if (!answer.concept) throw notFound()
  const canonical = canonicalUrl(context, `/policy-areas/${params.key}`)
  return { ...answer, area: answer.concept, locale: context.locale, canonical }
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data
    ? pageMeta(data.locale, {
        title: data.area.label.value,
        description: data.area.definition ?? undefined,
        canonical: data.canonical,
        feed: href(data.locale, `/feeds/search?policyArea=${data.area.key}`),
      })
    : []

export default function PolicyArea() {
  const { t, locale, href } = useWords()
  const { area, practices, components, projects } = useLoaderData<typeof loader>()
  const more = (path: string) => href(`${path}?policyArea=${area.key}`)
  const places = practices.points.map((point) => ({
    name: point.name.value,
    language: point.name.language,
    href: href(`/cities/${point.slug}`),
    latitude: point.latitude,
    longitude: point.longitude,
    count: point.count,
  }))
  const lists = [
    { id: 'practices', title: t('list.practice'), found: practices, all: more('/practices') },
    { id: 'components', title: t('list.component'), found: components, all: more('/components') },
    { id: 'projects', title: t('list.project'), found: projects, all: more('/projects') },
  ].filter(({ found }) => found.totalCount > 0)
  return (
    <>
      <Breadcrumbs
        items={[
          { label: t('area.list'), href: href('/policy-areas') },
          { label: area.label.value, lang: langOf(locale, area.label) },
        ]}
      />
      <PageHeading
        kind={t('area.kind')}
        title={area.label.value}
        lang={langOf(locale, area.label)}
        strapline={area.definition ? <Told text={definitionOf(area.definition)} /> : undefined}
      >
        <FollowForm target={`policy-area/${area.key}`} />
      </PageHeading>
      {places.length > 0 ? (
        <MapOfResults title={t('area.map', { area: area.label.value })} places={places} />
      ) : null}
      {lists.map(({ id, title, found, all }) => (
        <Section key={id} id={id} title={title}>
          <EntryList entries={found.nodes} />
          <p>
            <a href={all}>{t('area.all', { count: found.totalCount, kind: title })}</a>
          </p>
        </Section>
      ))}
      <AreaMappings area={area} />
    </>
  )
}
