import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { cityGroups } from '../compare/city-groups.ts'
import { loadCompare } from '../compare/load-compare.server.ts'
import { practiceGroups } from '../compare/practice-groups.ts'
import { langOf } from '../entry/text.ts'
import { useWords } from '../i18n/use-words.tsx'
import { t } from '../i18n/words.ts'
import { pageMeta } from '../page-meta.ts'
import { Notice } from '../ui/callout.tsx'
import { CompareTable } from '../ui/compare-table.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { PageHeading } from '../ui/page-heading.tsx'
import { PrintLink } from '../ui/print-link.tsx'

export const loader = (args: LoaderFunctionArgs) => loadCompare(args)

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? pageMeta(data.locale, { title: t(data.locale, 'compare.title'), noIndex: true }) : []

export default function Compare() {
  const words = useWords()
  const { t, href, locale } = words
  const { practices, cities, comparisons, leftOut } = useLoaderData<typeof loader>()
  const compared = practices.length > 0 ? practices : cities
  const without = (id: string) =>
    `${href('/compare')}?${new URLSearchParams(compared.filter((one) => one.id !== id).map((one) => ['id', one.id]))}`
  return (
    <>
      <PageHeading title={t('compare.title')} strapline={t('compare.intro')} />
      {leftOut > 0 ? <Notice tone="attention">{t('compare.leftOut', { count: leftOut })}</Notice> : null}
      {compared.length < 2 ? (
        <EmptyState
          title={t(compared.length === 0 ? 'compare.none' : 'compare.onlyOne')}
          text={t('compare.how')}
          ways={[
            ...compared.map((one) => (
              <a key={one.id} href={href(one.path)} lang={langOf(locale, one.title)}>
                {one.title.value}
              </a>
            )),
            <a key="practices" href={href('/practices')}>
              {t('compare.choosePractices')}
            </a>,
            <a key="cities" href={href('/cities')}>
              {t('compare.chooseCities')}
            </a>,
          ]}
        />
      ) : (
        <>
          <CompareTable
            caption={t('compare.caption')}
            columns={compared.map((one) => ({
              id: one.id,
              label: one.title.value,
              lang: langOf(locale, one.title),
              href: href(one.path),
              removeHref: compared.length > 2 ? without(one.id) : undefined,
            }))}
            groups={
              practices.length > 0 ? practiceGroups(words, practices) : cityGroups(words, cities, comparisons)
            }
          />
          <PrintLink />
        </>
      )}
    </>
  )
}
