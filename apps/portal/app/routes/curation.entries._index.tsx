import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { accountMeta } from '../account/account.meta.ts'
import { BulkButtons } from '../curation/bulk-parts.tsx'
import { CurationNav } from '../curation/curation-nav.tsx'
import { EntriesQuery } from '../curation/entries.query.ts'
import { EntriesTable } from '../curation/entries-table.tsx'
import { curationLinks } from '../curation/links.ts'
import { curatedNetworks } from '../curation/load-queue.server.ts'
import { NetworkField } from '../curation/queue-form.tsx'
import { useWords } from '../i18n/use-words.tsx'
import { asMember } from '../member/as-member.server.ts'
import { Button, ButtonLink } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { Field } from '../ui/field.tsx'
import { NextPage } from '../ui/next-page.tsx'
import { PageHeading } from '../ui/page-heading.tsx'

const path = '/curation/entries'
const shows = ['published', 'featured', 'archived'] as const

export async function loader({ context, request }: LoaderFunctionArgs) {
  const url = new URL(request.url)
  const of = (name: string) => (url.searchParams.get(name) ?? '').trim().slice(0, 200)
  const params = { q: of('q'), show: of('show'), network: of('network') }
  const isFeatured = params.show === 'featured'
  const states = { published: 'PUBLISHED', featured: 'PUBLISHED', archived: 'ARCHIVED' } as const
  const show = shows.find((each) => each === params.show)
  const filter = {
    text: params.q || null,
    network: params.network || null,
    state: show ? states[show] : null,
    isFeatured: isFeatured || null,
  }
  const { curatedEntries } = await asMember(context, `${path}${url.search}`, () =>
    context.execute(EntriesQuery, { filter, after: of('after') || null }),
  )
  const networks = await curatedNetworks(context)
  return { locale: context.locale, params, entries: curatedEntries, networks }
}

export const links = curationLinks

export const meta: MetaFunction<typeof loader> = ({ data }) => accountMeta(data, 'curation.entries')

export default function EntriesPage() {
  const { t, href } = useWords()
  const { params, entries, networks } = useLoaderData<typeof loader>()
  return (
    <>
      <CurationNav here={path} />
      <PageHeading title={t('curation.entries')} strapline={t('curation.entriesLede')} />
      <search>
        <form method="get" action={href(path)} className="directory-form" data-enhance="tidy">
          <Field name="q" type="search" label={t('curation.words')} value={params.q} />
          <Field
            name="show"
            label={t('writing.state')}
            value={params.show}
            options={[
              { value: '', label: t('member.any') },
              ...shows.map((value) => ({ value, label: t(`curation.show_${value}`) })),
            ]}
          />
          <NetworkField network={params.network} networks={networks} />
          <p>
            <Button>{t('member.find')}</Button>{' '}
            <ButtonLink href={href(path)} look="quiet">
              {t('ui.clearFilters')}
            </ButtonLink>
          </p>
        </form>
      </search>
      {entries.totalCount === 0 ? (
        <EmptyState title={t('curation.entriesNone')} text={t('curation.entriesNoneText')} />
      ) : (
        <form method="get" action={href('/curation/bulk')} className="queue">
          <EntriesTable
            caption={t('curation.entriesCount', { count: entries.totalCount })}
            entries={entries.nodes}
          />
          <BulkButtons actions={['FEATURE', 'UNFEATURE', 'ARCHIVE']} />
        </form>
      )}
      <NextPage path={path} query={params} pageInfo={entries.pageInfo} />
    </>
  )
}
