import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { NearField, NearNote } from '../comparable/near-field.tsx'
import { toldApart } from '../comparable/place-name.ts'
import { cityGroups } from '../compare/city-groups.ts'
import { loadCompare } from '../compare/load-compare.server.ts'
import { practiceGroups } from '../compare/practice-groups.ts'
import { langOf } from '../entry/text.ts'
import { useWords } from '../i18n/use-words.tsx'
import { t } from '../i18n/words.ts'
import { pageMeta } from '../page-meta.ts'
import { Button } from '../ui/button.tsx'
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
  const { near, practices, cities, comparisons, transfers, leftOut } = useLoaderData<typeof loader>()
  const compared = practices.length > 0 ? practices : cities
  const names = toldApart(cities)
  const address = (ids: readonly string[], more: readonly [string, string][] = []) =>
    `${href('/compare')}?${new URLSearchParams([...ids.map((id): [string, string] => ['id', id]), ...more])}`
  const ids = compared.map(({ id }) => id)
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
          {practices.length > 0 ? (
            <NearNote near={near} hrefOf={(slug) => address(ids, [['near', slug]])} />
          ) : null}
          {practices.length > 0 && !near.city ? (
            <form className="near-form" action={href('/compare')} method="get">
              {ids.map((id) => (
                <input key={id} type="hidden" name="id" value={id} />
              ))}
              <NearField near={near} />
              <Button>{t('comparable.transferApply')}</Button>
            </form>
          ) : null}
          <CompareTable
            caption={t('compare.caption')}
            columns={compared.map((one, i) => ({
              id: one.id,
              label: names[i] ?? one.title.value,
              lang: langOf(locale, one.title),
              href: href(one.path),
              removeHref: compared.length > 2 ? address(ids.filter((id) => id !== one.id)) : undefined,
            }))}
            groups={
              practices.length > 0
                ? practiceGroups(words, practices, near.city, transfers)
                : cityGroups(words, cities, comparisons)
            }
          />
          <PrintLink />
        </>
      )}
    </>
  )
}
