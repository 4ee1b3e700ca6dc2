import { type LoaderFunctionArgs, type MetaFunction, redirect, data as withHeaders } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { loadNear } from '../comparable/near.server.ts'
import { NearField, NearNote } from '../comparable/near-field.tsx'
import { entryRowFields } from '../entry/entry-row.fields.ts'
import { EntryList } from '../entry/entry-row.tsx'
import { langOf } from '../entry/text.ts'
import { graphql } from '../graphql.ts'
import type { RouteHandle } from '../handle.ts'
import { Changes } from '../home/changes.tsx'
import { FirstSteps } from '../home/first-steps.tsx'
import { defaultLocale, href, type Locale } from '../i18n/locale.ts'
import { chosenLocale } from '../i18n/preference.ts'
import { useWords } from '../i18n/use-words.tsx'
import { t } from '../i18n/words.ts'
import { canonicalUrl, pageMeta } from '../page-meta.ts'
import { Hero } from '../ui/hero.tsx'
import { IndexList } from '../ui/index-list.tsx'
import { SearchField } from '../ui/search-field.tsx'
import { Section } from '../ui/section.tsx'
import { StatRow } from '../ui/stat-row.tsx'

export const handle: RouteHandle = { headerSearch: false }

const HomeQuery = graphql(
  `query Home {
    stats { countries entries { kind count } }
    featured(first: 3) { ...EntryRowFields }
    recentChanges(first: 5) { id updatedAt ...EntryRowFields }
    conceptScheme(key: "policy-area") { concepts { id key label { value language } entryCounts { kind count } } }
  }`,
  [entryRowFields],
)

export async function loader({ context, request }: LoaderFunctionArgs) {
  toChosenLanguage(context.locale, request)
  const [home, { near, headers }] = await Promise.all([
    context.execute(HomeQuery, {}),
    loadNear(context, request),
  ])
  const canonical = canonicalUrl(context, '/')
  return withHeaders({ locale: context.locale, ...home, near, canonical }, { headers })
}

/** Only the bare first page follows a choice made before; every other address shows what it names. */
function toChosenLanguage(locale: Locale, request: Request): void {
  const chosen = chosenLocale(request)
  if (locale !== defaultLocale || !chosen || chosen === defaultLocale) return
  const headers = { Vary: 'Cookie', 'Cache-Control': 'private, no-store' }
  throw redirect(`${href(chosen, '/')}${new URL(request.url).search}`, { headers })
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data
    ? pageMeta(data.locale, {
        title: t(data.locale, 'home.metaTitle'),
        description: t(data.locale, 'home.lede'),
        canonical: data.canonical,
      })
    : []

export default function Home() {
  const { t, locale, href, number } = useWords()
  const { near, stats, featured, recentChanges, conceptScheme } = useLoaderData<typeof loader>()
  const count = (kind: (typeof stats.entries)[number]['kind']) =>
    number(stats.entries.find((one) => one.kind === kind)?.count ?? 0)
  return (
    <>
      <Hero title={t('home.title')} lede={t('home.lede')}>
        <SearchField
          action={href('/search')}
          label={t('home.searchLabel')}
          size="hero"
          hint={t('search.hint')}
        >
          <NearField near={near} />
        </SearchField>
        <NearNote near={near} hrefOf={(slug) => `${href('/')}?${new URLSearchParams({ near: slug })}`} />
      </Hero>
      <StatRow
        stats={[
          { label: t('home.practices'), value: count('PRACTICE'), note: t('home.practicesNote') },
          {
            label: t('home.cities'),
            value: count('CITY'),
            note: t('home.citiesNote', { count: stats.countries }),
          },
          { label: t('home.networks'), value: count('NETWORK'), note: t('home.networksNote') },
        ]}
      />
      <Section id="featured" title={t('home.featured')}>
        <p className="quiet">{t('home.featuredWhy')}</p>
        <EntryList entries={featured} look="columns" />
      </Section>
      <Section id="areas" title={t('home.areas')}>
        <IndexList
          items={(conceptScheme?.concepts ?? []).map((area) => ({
            href: href(`/policy-areas/${area.key}`),
            label: area.label.value,
            lang: langOf(locale, area.label),
            note: number(area.entryCounts.find((one) => one.kind === 'PRACTICE')?.count ?? 0),
          }))}
        />
      </Section>
      <FirstSteps />
      <Changes changes={recentChanges} />
    </>
  )
}
