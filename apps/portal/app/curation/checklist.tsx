import { Intent } from '../account/account-sections.tsx'
import { Told } from '../entry/marked.tsx'
import { useWords } from '../i18n/use-words.tsx'
import { Button } from '../ui/button.tsx'
import { Choices } from '../ui/choices.tsx'
import { Field } from '../ui/field.tsx'
import { Section } from '../ui/section.tsx'
import { usePage, useSent } from './page-context.tsx'
import type { Check } from './revision.query.ts'

const answers = ['MET', 'NOT_MET', 'NOT_APPLICABLE'] as const

/** The questions that its networks ask, with the curators' answers; for those who may, to be answered. */
export function Checklist() {
  const { t } = useWords()
  const { revision } = usePage()
  return (
    <Section id="checklist" title={t('curation.checklist')}>
      {revision.viewerCan.includes('CHECK') ? (
        <form method="post" className="form-fields">
          <Intent value="check" />
          <CheckFields name="checklist" checks={revision.checklist} />
          <p>
            <Button look="secondary">{t('curation.checkSave')}</Button>
          </p>
        </form>
      ) : (
        <Answers checks={revision.checklist} />
      )}
    </Section>
  )
}

interface CheckFieldsProps {
  /** What its fields are named after: there are two of them on a page for who curates and reviews. */
  readonly name: string
  readonly checks: readonly Check[]
}

/** Questions with their answers and a note each. */
export function CheckFields({ name, checks }: CheckFieldsProps) {
  const { t } = useWords()
  const accept = useSent('accept')
  return (
    <>
      {checks.map(({ key, label, help, answer, note }) => {
        const field = `${name}-${key}`
        return (
          <Choices
            key={key}
            name={field}
            legend={label ? <Told text={label} /> : key}
            hint={help ? <Told text={help} /> : undefined}
            value={answer}
            error={accept.error(field)}
            options={answers.map((value) => ({ value, label: t(`curation.answer_${value}`) }))}
          >
            <input type="hidden" name={`${name}-keys`} value={key} />
            <Field name={`${field}-note`} label={t('curation.note')} value={note ?? ''} />
          </Choices>
        )
      })}
    </>
  )
}

/** What somebody answered. */
export function Answers({ checks }: { readonly checks: readonly Check[] }) {
  const { t } = useWords()
  return (
    <dl className="summary-list summary-list-lines">
      {checks.map(({ key, label, answer, note }) => (
        <div key={key}>
          <dt>{label ? <Told text={label} /> : key}</dt>
          <dd>
            {answer ? (
              t(`curation.answer_${answer}`)
            ) : (
              <span className="quiet">{t('curation.unanswered')}</span>
            )}
            {note ? (
              <span className="row-detail" lang="">
                {note}
              </span>
            ) : null}
          </dd>
        </div>
      ))}
    </dl>
  )
}
