import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { accountMeta } from '../account/account.meta.ts'
import { textOf } from '../account/submit.server.ts'
import { BulkButtons } from '../curation/bulk-parts.tsx'
import { CurationNav } from '../curation/curation-nav.tsx'
import { StaleQuery } from '../curation/entries.query.ts'
import { EntriesTable } from '../curation/entries-table.tsx'
import { actOnEntry } from '../curation/entry-action.server.ts'
import { curationLinks } from '../curation/links.ts'
import { href } from '../i18n/locale.ts'
import { useWords } from '../i18n/use-words.tsx'
import { asMember } from '../member/as-member.server.ts'
import { Button } from '../ui/button.tsx'
import { Notice } from '../ui/callout.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { NextPage } from '../ui/next-page.tsx'
import { PageHeading } from '../ui/page-heading.tsx'

const path = '/curation/stale'

export async function loader({ context, request }: LoaderFunctionArgs) {
  const url = new URL(request.url)
  const network = url.searchParams.get('network') ?? ''
  const after = url.searchParams.get('after')
  const { staleEntries } = await asMember(context, `${path}${url.search}`, () =>
    context.execute(StaleQuery, { network: network || null, after }),
  )
  return { locale: context.locale, network, stale: staleEntries, done: url.searchParams.has('done') }
}

export async function action({ context, request }: ActionFunctionArgs) {
  const form = await request.formData()
  form.set('intent', 'confirm')
  const result = await actOnEntry(context, textOf(form, 'confirm'), form, path)
  if (result.problems.length > 0) return data(result, { status: 400 })
  return redirect(`${href(context.locale, path)}?done=1`, 303)
}

export const links = curationLinks

export const meta: MetaFunction<typeof loader> = ({ data }) => accountMeta(data, 'curation.stale')

export default function StalePage() {
  const { t, href } = useWords()
  const { network, stale, done } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  return (
    <>
      <CurationNav here={path} />
      <ErrorSummary problems={result?.problems ?? []} />
      <PageHeading title={t('curation.stale')} strapline={t('curation.staleLede')} />
      {done && !result ? <Notice>{t('curation.done_confirm')}</Notice> : null}
      {stale.totalCount === 0 ? (
        <EmptyState title={t('curation.staleNone')} text={t('curation.staleNoneText')} />
      ) : (
        <>
          <form id="confirming" method="post" />
          <form method="get" action={href('/curation/bulk')} className="queue">
            <EntriesTable
              caption={t('curation.staleCount', { count: stale.totalCount })}
              entries={stale.nodes}
              last={{
                label: t('curation.act_confirm'),
                cell: ({ id, title }) => (
                  <Button look="quiet" form="confirming" name="confirm" value={id}>
                    {t('curation.confirmThis')}
                    <span className="visually-hidden">: {title.value}</span>
                  </Button>
                ),
              }}
            />
            <BulkButtons actions={['REMIND', 'ARCHIVE']} />
          </form>
        </>
      )}
      <NextPage path={path} query={{ network }} pageInfo={stale.pageInfo} />
    </>
  )
}
