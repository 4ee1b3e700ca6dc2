import { errorOf, type FormState } from '../account/form-page.tsx'
import { foreignLang } from '../i18n/locale.ts'
import { useWords } from '../i18n/use-words.tsx'
import { Button } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { Section } from '../ui/section.tsx'
import type { Rule, RuleItem } from './rule.query.ts'

interface RuleFormProps {
  readonly rule: Rule
  /** The language in which the questions are being written. */
  readonly language: string
  readonly mostNew: number
  readonly state: FormState | undefined
}

/** The questions of a network's checklist in one language, and when its entries are to be confirmed again. */
export function RuleForm({ rule, language, mostNew, state }: RuleFormProps) {
  const { t } = useWords()
  return (
    <form method="post" className="form-fields">
      <input type="hidden" name="language" value={language} />
      <Section id="questions" title={t('curation.checklist')}>
        {rule.checklist.map((item) => (
          <Question key={item.key} item={item} language={language} state={state} />
        ))}
        {Array.from({ length: mostNew }, (_, at) => (
          <NewQuestion key={at} at={at} language={language} />
        ))}
      </Section>
      <Section id="confirmation" title={t('curation.confirmations')}>
        {(['confirmMonths', 'confirmMonthsEnded'] as const).map((name) => (
          <Field
            key={name}
            name={name}
            type="number"
            label={t(`curation.months_${name}`)}
            value={String(rule[name])}
            error={errorOf(state, name)}
          />
        ))}
      </Section>
      <p>
        <Button>{t('curation.ruleSave')}</Button>
      </p>
    </form>
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
  const now = inLanguage(label, language)
  return (
    <fieldset className="field-group">
      <legend lang={foreignLang(locale, label?.language)}>{label?.value ?? key}</legend>
      <Field
        name={`label-${key}`}
        label={t('curation.question')}
        value={now}
        error={errorOf(state, `label-${key}`)}
        lang={lang}
      />
      <Field
        name={`help-${key}`}
        label={t('curation.questionHelp')}
        value={inLanguage(help, language)}
        lang={lang}
      />
      <label className="choice">
        <input type="checkbox" name={`remove-${key}`} />
        <span>{t('curation.questionRemove')}</span>
      </label>
    </fieldset>
  )
}

function NewQuestion({ at, language }: { readonly at: number; readonly language: string }) {
  const { t, locale } = useWords()
  const lang = foreignLang(locale, language)
  return (
    <fieldset className="field-group">
      <legend>{t('curation.questionNew', { number: at + 1 })}</legend>
      <Field name={`label-new-${at}`} label={t('curation.question')} lang={lang} />
      <Field name={`help-new-${at}`} label={t('curation.questionHelp')} lang={lang} />
    </fieldset>
  )
}
