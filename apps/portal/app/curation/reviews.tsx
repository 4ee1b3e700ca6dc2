import { Intent } from '../account/account-sections.tsx'
import { useWords } from '../i18n/use-words.tsx'
import { Button } from '../ui/button.tsx'
import { Choices } from '../ui/choices.tsx'
import { Field } from '../ui/field.tsx'
import { Fold } from '../ui/fold.tsx'
import { Section } from '../ui/section.tsx'
import { StateWord } from '../ui/state-word.tsx'
import { TextArea } from '../ui/text-area.tsx'
import { Reviewers } from './bulk-form.tsx'
import { Answers, CheckFields } from './checklist.tsx'
import { usePage, useSent } from './page-context.tsx'
import type { Review } from './revision.query.ts'

/** Who was asked to review it, what they found, and whom to ask still. */
export function Reviews() {
  const { t } = useWords()
  const { revision } = usePage()
  const { reviews, viewerCan } = revision
  return (
    <Section id="reviews" title={t('curation.reviewsOf')}>
      {reviews.length === 0 ? <p>{t('curation.nobodyAsked')}</p> : null}
      {reviews.map((review) => (
        <ReviewView key={review.id} review={review} />
      ))}
      {viewerCan.includes('ASSIGN') ? <Assign /> : null}
    </Section>
  )
}

const recommendations = {
  PUBLISH: { fill: 'full', tone: 'good' },
  PUBLISH_AFTER_CHANGES: { fill: 'half', tone: 'attention' },
  DO_NOT_PUBLISH: { fill: 'empty', tone: 'bad' },
} as const

const recommended = ['PUBLISH', 'PUBLISH_AFTER_CHANGES', 'DO_NOT_PUBLISH'] as const

function ReviewView({ review }: { readonly review: Review }) {
  const { t, date } = useWords()
  const { revision } = usePage()
  const { id, reviewer, assignedAt, givenAt, recommendation, text, answers } = review
  return (
    <div className="review">
      <h3>{reviewer?.name ?? t('writing.formerMember')}</h3>
      <p className="quiet">
        {t('curation.askedOn', { date: date(assignedAt) })}{' '}
        {givenAt ? t('curation.givenOn', { date: date(givenAt) }) : t('curation.notGiven')}
      </p>
      {givenAt && recommendation ? (
        <p>
          <StateWord
            about={t('curation.recommendation')}
            word={t(`curation.recommend_${recommendation}`)}
            mark={{ shape: 'disc', fill: recommendations[recommendation].fill }}
            tone={recommendations[recommendation].tone}
          />
        </p>
      ) : null}
      {givenAt && text ? (
        <p className="written" lang="">
          {text}
        </p>
      ) : null}
      {givenAt && answers.some(({ answer }) => answer) ? (
        <Fold title={t('curation.herAnswers')}>
          <Answers checks={answers} />
        </Fold>
      ) : null}
      {!givenAt && revision.viewerCan.includes('ASSIGN') ? (
        <form method="post">
          <Intent value="unassign" />
          <Button look="quiet" name="review" value={id}>
            {t('curation.unassign', { name: reviewer?.name ?? '' })}
          </Button>
        </form>
      ) : null}
    </div>
  )
}

/** Asks somebody: those who offer to review, each with what she has to do already. */
function Assign() {
  const { t, href } = useWords()
  const { revision, reviewer, reviewers } = usePage()
  const sent = useSent('assign')
  return (
    <div className="assign" id="assign">
      <h3>{t('curation.assign')}</h3>
      <form method="get" action={`${href(`/curation/${revision.id}`)}#assign`} className="near-form">
        <Field name="reviewer" type="search" label={t('curation.reviewerName')} value={reviewer} />
        <Button look="secondary">{t('member.find')}</Button>
      </form>
      <form method="post" className="form-fields">
        <Intent value="assign" />
        <Reviewers reviewers={reviewers} error={sent.error('member')} />
        {reviewers.length > 0 ? (
          <p>
            <Button look="secondary">{t('curation.assignNow')}</Button>
          </p>
        ) : null}
      </form>
    </div>
  )
}

/** The review of whoever looks at the page, to be written over several sittings and given once. */
export function OwnReview() {
  const { t } = useWords()
  const { revision, viewer, result } = usePage()
  const own = revision.reviews.find((review) => review.reviewer?.id === viewer)
  if (!own || !revision.viewerCan.includes('REVIEW')) return null
  const back = result?.intent === 'giveReview' || result?.intent === 'saveReview' ? result : undefined
  const checks = own.answers.map((check) => ({
    ...check,
    answer: ownAnswer(back?.values[`review-${check.key}`]) ?? check.answer,
    note: back?.values[`review-${check.key}-note`] ?? check.note,
  }))
  const errorAt = (field: string) => back?.problems.find((one) => one.field === field)?.message
  return (
    <Section id="review" title={t('curation.yourReview')}>
      <p>{t('curation.yourReviewText')}</p>
      <form method="post" className="form-fields">
        <input type="hidden" name="review" value={own.id} />
        <CheckFields name="review" checks={checks} />
        <Choices
          name="recommendation"
          legend={t('curation.recommendation')}
          value={back?.values.recommendation ?? own.recommendation}
          error={errorAt('recommendation')}
          options={recommended.map((value) => ({ value, label: t(`curation.recommend_${value}`) }))}
        />
        <TextArea
          id="review-text"
          name="text"
          label={t('curation.reviewText')}
          hint={t('curation.reviewTextHint')}
          value={back?.values.text ?? own.text ?? ''}
          rows={7}
          maxLength={4000}
        />
        <p className="own-actions">
          <Button name="intent" value="giveReview">
            {t('curation.giveReview')}
          </Button>
          <Button look="secondary" name="intent" value="saveReview">
            {t('curation.saveReview')}
          </Button>
        </p>
      </form>
    </Section>
  )
}

const ownAnswer = (value: string | undefined) =>
  (['MET', 'NOT_MET', 'NOT_APPLICABLE'] as const).find((each) => each === value)
