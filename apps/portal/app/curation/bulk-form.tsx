import { Told } from '../entry/marked.tsx'
import { useWords } from '../i18n/use-words.tsx'
import { Button } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { TextArea } from '../ui/text-area.tsx'
import type { BulkResult, Picked } from './bulk.server.ts'
import type { BulkAction, Candidate } from './queue.query.ts'

interface BulkFormProps {
  readonly action: BulkAction
  readonly picked: readonly Picked[]
  readonly reviewers: readonly Candidate[]
  readonly result: BulkResult | undefined
}

/** What was picked, what else must be said, and the button that does it. */
export function BulkForm({ action, picked, reviewers, result }: BulkFormProps) {
  const { t } = useWords()
  const errorAt = (field: string) => result?.problems.find((one) => one.field === field)?.message
  const can = picked.some(({ id }) => id !== null) && (action !== 'ASSIGN' || reviewers.length > 0)
  return (
    <form method="post" className="form-fields form-page">
      <ul className="own-list">
        {picked.map(({ id, title }, at) => (
          <li key={id ?? at}>
            {id ? <input type="hidden" name="id" value={id} /> : null}
            <Title title={title} />
            {id ? null : <span className="quiet">{t('curation.cannot')}</span>}
          </li>
        ))}
      </ul>
      {action === 'ASSIGN' ? <Reviewers reviewers={reviewers} error={errorAt('member')} /> : null}
      {action === 'ARCHIVE' ? (
        <TextArea
          name="reason"
          label={t('curation.why')}
          hint={t('curation.archiveWhy')}
          value={result?.reason}
          error={errorAt('reason')}
          maxLength={4000}
        />
      ) : null}
      {can ? (
        <p>
          <Button>{t(`curation.bulkDo_${action}`)}</Button>
        </p>
      ) : null}
    </form>
  )
}

function Title({ title }: Pick<Picked, 'title'>) {
  const { t } = useWords()
  return <span>{title ? <Told text={title} /> : t('writing.untitled')}</span>
}

interface ReviewersProps {
  readonly reviewers: readonly Candidate[]
  readonly error: string | undefined
}

/** Whom to ask, with what she has to do already. */
export function Reviewers({ reviewers, error }: ReviewersProps) {
  const { t } = useWords()
  if (reviewers.length === 0) return <p>{t('curation.noReviewers')}</p>
  return (
    <Field
      name="member"
      label={t('curation.whom')}
      hint={t('curation.whomHint')}
      error={error}
      options={reviewers.map(({ id, name, openReviews }) => ({
        value: id,
        label: t('curation.load', { name, count: openReviews }),
      }))}
    />
  )
}

interface OutcomesProps {
  readonly picked: readonly Picked[]
  readonly outcomes: BulkResult['outcomes']
}

/** What became of each. */
export function Outcomes({ picked, outcomes }: OutcomesProps) {
  const { t } = useWords()
  return (
    <ul className="own-list">
      {picked.map(({ id, title }, at) => {
        const { isDone, words } = (id ? outcomes[id] : undefined) ?? {
          isDone: false,
          words: t('curation.cannot'),
        }
        return (
          <li key={id ?? at}>
            <Title title={title} />
            <span className={isDone ? 'outcome-done' : 'field-error'}>{words}</span>
          </li>
        )
      })}
    </ul>
  )
}
