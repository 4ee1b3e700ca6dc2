import { data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { accountMeta } from '../account/account.meta.ts'
import { keepingTyped } from '../account/keeping-typed.server.ts'
import { actOnMany, loadBulk } from '../curation/bulk.server.ts'
import { BulkForm, Outcomes } from '../curation/bulk-form.tsx'
import { CurationNav } from '../curation/curation-nav.tsx'
import { curationLinks } from '../curation/links.ts'
import { useWords } from '../i18n/use-words.tsx'
import { ButtonLink } from '../ui/button.tsx'
import { Notice } from '../ui/callout.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { PageHeading } from '../ui/page-heading.tsx'

export const loader = async ({ context, request }: LoaderFunctionArgs) => ({
  locale: context.locale,
  ...(await loadBulk(context, new URL(request.url))),
})

export const action = keepingTyped(async ({ context, request }, form) => {
  const result = await actOnMany(context, new URL(request.url), form)
  return data(result, { status: result.problems.length > 0 ? 400 : 200 })
})

export const links = curationLinks

export const meta: MetaFunction<typeof loader> = ({ data }) => accountMeta(data, 'curation.title')

export default function BulkPage() {
  const { t, href } = useWords()
  const { action: asked, picked, reviewers, isFromQueue } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const outcomes = result && result.problems.length === 0 ? result.outcomes : null
  const each = Object.values(outcomes ?? {})
  const failed = each.filter(({ isDone }) => !isDone).length
  const howMany = failed < each.length ? 'someFailed' : 'allFailed'
  return (
    <>
      <CurationNav />
      <ErrorSummary problems={result?.problems ?? []} />
      <PageHeading
        title={
          picked.length > 0 ? t(`curation.bulkTitle_${asked}`, { count: picked.length }) : t('curation.title')
        }
      />
      {picked.length === 0 ? (
        <EmptyState title={t('curation.pickedNone')} text={t('curation.pickedNoneText')} />
      ) : outcomes ? (
        <>
          <Notice tone={failed > 0 ? 'attention' : 'good'}>
            {t(failed > 0 ? `curation.${howMany}` : 'curation.allDone', { count: failed })}
          </Notice>
          <Outcomes picked={picked} outcomes={outcomes} />
        </>
      ) : (
        <BulkForm action={asked} picked={picked} reviewers={reviewers} result={result} />
      )}
      <p className="form-after">
        <ButtonLink
          look="quiet"
          href={href(
            isFromQueue ? '/curation' : asked === 'REMIND' ? '/curation/stale' : '/curation/entries',
          )}
        >
          {t('curation.back')}
        </ButtonLink>
      </p>
    </>
  )
}
