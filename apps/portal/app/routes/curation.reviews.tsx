import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { accountMeta } from '../account/account.meta.ts'
import { CurationNav } from '../curation/curation-nav.tsx'
import { curationLinks } from '../curation/links.ts'
import { OwnReviewsQuery } from '../curation/queue.query.ts'
import { kindWord } from '../entry/kind.ts'
import { Told } from '../entry/marked.tsx'
import { useWords } from '../i18n/use-words.tsx'
import { asMember } from '../member/as-member.server.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { PageHeading } from '../ui/page-heading.tsx'

const path = '/curation/reviews'

export async function loader({ context }: LoaderFunctionArgs) {
  const { ownReviews } = await asMember(context, path, () => context.execute(OwnReviewsQuery, {}))
  return { locale: context.locale, reviews: ownReviews }
}

export const links = curationLinks

export const meta: MetaFunction<typeof loader> = ({ data }) => accountMeta(data, 'curation.reviews')

export default function ReviewsPage() {
  const { t, href, date, locale } = useWords()
  const { reviews } = useLoaderData<typeof loader>()
  return (
    <>
      <CurationNav here={path} />
      <PageHeading title={t('curation.reviews')} strapline={t('curation.reviewsLede')} />
      {reviews.length === 0 ? (
        <EmptyState title={t('curation.reviewsNone')} text={t('curation.reviewsNoneText')} />
      ) : (
        <ul className="member-list">
          {reviews.map(({ id, assignedAt, recommendation, revision }) =>
            revision ? (
              <li key={id}>
                <h2>
                  <a href={href(`/curation/${revision.id}`)}>
                    {revision.title ? <Told text={revision.title} /> : t('writing.untitled')}
                  </a>
                </h2>
                <p className="quiet">
                  {kindWord(locale, revision.kind)},{' '}
                  {t(revision.isNew ? 'curation.new' : 'curation.improvement')}
                </p>
                <p>
                  {t('curation.askedOn', { date: date(assignedAt) })}{' '}
                  {recommendation ? t('curation.reviewBegun') : null}
                </p>
              </li>
            ) : null,
          )}
        </ul>
      )}
    </>
  )
}
