import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { accountMeta } from '../account/account.meta.ts'
import { CurationNav } from '../curation/curation-nav.tsx'
import { curationLinks } from '../curation/links.ts'
import { loadQueue } from '../curation/load-queue.server.ts'
import { Figures, QueueForm } from '../curation/queue-form.tsx'
import { QueueTable } from '../curation/queue-table.tsx'
import { useWords } from '../i18n/use-words.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { NextPage } from '../ui/next-page.tsx'
import { PageHeading } from '../ui/page-heading.tsx'

export const loader = async ({ context, request }: LoaderFunctionArgs) => ({
  locale: context.locale,
  ...(await loadQueue(context, request)),
})

export const links = curationLinks

export const meta: MetaFunction<typeof loader> = ({ data }) => accountMeta(data, 'curation.title')

export default function CurationPage() {
  const { t } = useWords()
  const { params, figures, rows, totalCount, pageInfo, networks } = useLoaderData<typeof loader>()
  return (
    <>
      <CurationNav here="/curation" />
      <PageHeading title={t('curation.title')} strapline={t('curation.lede')} />
      <Figures figures={figures} network={params.network} />
      <div className="queue-body">
        <QueueForm params={params} networks={networks} />
        {totalCount === 0 ? (
          <EmptyState title={t('curation.nothing')} text={t('curation.nothingText')} />
        ) : (
          <>
            <QueueTable rows={rows} count={totalCount} />
            <NextPage path="/curation" query={params} pageInfo={pageInfo} />
          </>
        )}
      </div>
    </>
  )
}
