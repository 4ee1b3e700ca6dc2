import { errorOf } from '../account/form-page.tsx'
import { foreignLang } from '../i18n/locale.ts'
import { useWords } from '../i18n/use-words.tsx'
import { Button } from '../ui/button.tsx'
import { Field, type FieldProps } from '../ui/field.tsx'
import { Section } from '../ui/section.tsx'
import type { Rule, RuleItem } from './rule.query.ts'
import type { RuleBack } from './rule.server.ts'
import { type NewQuestion, newQuestions, ruleField } from './rule-sent.ts'

interface RuleFormProps {
  readonly rule: Rule
  /** The language in which the questions are being written. */
  readonly language: string
  /** The form as it came back, when something must be put right. */
  readonly state: RuleBack | undefined
}

/** The questions of a network's checklist in one language, and when its entries are to be confirmed again. */
export function RuleForm({ rule, language, state }: RuleFormProps) {
  const { t } = useWords()
  return (
    <form method="post" className="form-fields">
      <input type="hidden" name="language" value={language} />
      <input type="hidden" name="version" value={rule.version} />
      <Section id="questions" title={t('curation.checklist')}>
        {rule.checklist.map((item) => (
          <Question key={item.key} item={item} language={language} state={state} />
        ))}
        {newQuestions(state?.sent, rule).map((question, at) => (
          <AddedQuestion key={at} at={at} language={language} question={question} />
        ))}
      </Section>
      <Section id="confirmation" title={t('curation.confirmations')}>
        {(['confirmMonths', 'confirmMonthsEnded'] as const).map((name) => (
          <RuleField
            key={name}
            name={name}
            type="number"
            label={t(`curation.months_${name}`)}
            now={String(rule[name])}
            state={state}
          />
        ))}
      </Section>
      <p>
        <Button>{t('curation.ruleSave')}</Button>
      </p>
    </form>
  )
}

interface RuleFieldProps extends Pick<FieldProps, 'name' | 'label' | 'type' | 'lang'> {
  /** What the rule says there. */
  readonly now: string
  readonly state: RuleFormProps['state']
}

/** A field that carries what it said when it was shown, so that what others save meanwhile can be told from what she wrote. */
function RuleField({ now, state, ...field }: RuleFieldProps) {
  const { t } = useWords()
  const { value, theirs } = ruleField(state?.sent, field.name, now)
  const hint =
    theirs === undefined
      ? undefined
      : theirs === ''
        ? t('curation.theirsEmpty')
        : t('curation.theirs', { text: theirs })
  return (
    <>
      <input type="hidden" name={`was-${field.name}`} value={now} />
      <Field {...field} value={value} hint={hint} error={errorOf(state, field.name)} />
    </>
  )
}

const inLanguage = (text: RuleItem['label'] | RuleItem['help'], language: string): string =>
  text?.translations.find((one) => one.language === language)?.value ?? ''

interface QuestionProps extends Pick<RuleFormProps, 'language' | 'state'> {
  readonly item: RuleItem
}

/** One question; while it lacks the language it is written in, the words it has are told beside. */
function Question({ item: { key, label, help }, language, state }: QuestionProps) {
  const { t, locale } = useWords()
  const lang = foreignLang(locale, language)
  return (
    <fieldset className="field-group question">
      <legend lang={foreignLang(locale, label?.language)}>{label?.value ?? key}</legend>
      <div className="question-words">
        <RuleField
          name={`label-${key}`}
          label={t('curation.question')}
          now={inLanguage(label, language)}
          {...{ state, lang }}
        />
        <RuleField
          name={`help-${key}`}
          label={t('curation.questionHelp')}
          now={inLanguage(help, language)}
          {...{ state, lang }}
        />
      </div>
      <label className="choice">
        <input
          type="checkbox"
          name={`remove-${key}`}
          defaultChecked={`remove-${key}` in (state?.sent ?? {})}
        />
        <span>{t('curation.questionRemove')}</span>
      </label>
    </fieldset>
  )
}

interface AddedQuestionProps extends Pick<RuleFormProps, 'language'> {
  readonly at: number
  readonly question: NewQuestion
}

function AddedQuestion({ at, language, question: { label, help, wasRemoved } }: AddedQuestionProps) {
  const { t, locale } = useWords()
  const lang = foreignLang(locale, language)
  return (
    <fieldset className="field-group question">
      <legend>{t('curation.questionNew', { number: at + 1 })}</legend>
      <div className="question-words">
        <Field
          name={`new-label-${at}`}
          label={t('curation.question')}
          hint={wasRemoved ? t('curation.theirsRemoved') : undefined}
          value={label}
          lang={lang}
        />
        <Field name={`new-help-${at}`} label={t('curation.questionHelp')} value={help} lang={lang} />
      </div>
    </fieldset>
  )
}
