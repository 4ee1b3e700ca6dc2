import { errorOf, type FormState } from '../account/form-page.tsx'
import { useWords } from '../i18n/use-words.tsx'
import { Button } from '../ui/button.tsx'
import { Section } from '../ui/section.tsx'

export interface ContactFormProps {
  readonly name: string
  readonly state: (FormState & { readonly message: string }) | undefined
}

/** Writes to a member without showing anybody's address. */
export function ContactForm({ name, state }: ContactFormProps) {
  const { t } = useWords()
  const error = errorOf(state, 'message')
  return (
    <Section id="contact" title={t('member.write', { name })}>
      <form method="post" className="form-fields">
        <div className={error ? 'field field-invalid message-field' : 'field message-field'}>
          <label htmlFor="message">{t('member.message')}</label>
          <p id="message-hint" className="hint">
            {t('member.messageHint')}
          </p>
          {error ? (
            <p id="message-error" className="field-error">
              {error}
            </p>
          ) : null}
          <textarea
            id="message"
            name="message"
            rows={8}
            maxLength={4000}
            defaultValue={state?.message}
            aria-describedby={error ? 'message-hint message-error' : 'message-hint'}
            aria-invalid={error ? true : undefined}
          />
        </div>
        <p>
          <Button>{t('member.send')}</Button>
        </p>
      </form>
    </Section>
  )
}
