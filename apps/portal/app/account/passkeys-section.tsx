import { useWords } from '../i18n/use-words.tsx'
import { Button } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { Section } from '../ui/section.tsx'
import { type AccountSectionProps, Intent } from './account-sections.tsx'
import { errorOf } from './form-page.tsx'
import { PasskeyForm } from './passkey-form.tsx'

/** Passkeys: those there are, and a form for another one, which only a script can finish. */
export function PasskeysSection({ account, result }: AccountSectionProps) {
  const { t } = useWords()
  const { passkeys } = account.signInMeans
  const name = result?.values['passkey-name']
  return (
    <Section id="passkeys" title={t('account.passkeysTitle')}>
      <p>{t('account.passkeysText')}</p>
      {passkeys.length > 0 ? (
        <ul className="own-list">
          {passkeys.map((passkey) => (
            <li key={passkey.id}>
              <strong>{passkey.name}</strong>
              <form method="post">
                <Intent value="remove-passkey" />
                <Button look="quiet" name="id" value={passkey.id}>
                  {t('account.remove', { name: passkey.name })}
                </Button>
              </form>
            </li>
          ))}
        </ul>
      ) : null}
      <p className="unenhanced-only">{t('account.passkeysScript')}</p>
      {result?.passkeyOptions ? (
        <PasskeyForm act="create" options={result.passkeyOptions} intent="add-passkey">
          <input type="hidden" name="passkey-name" value={name} />
        </PasskeyForm>
      ) : (
        <form method="post" className="form-fields enhanced-only">
          <Intent value="begin-passkey" />
          <Field
            name="passkey-name"
            label={t('account.passkeyName')}
            value={name}
            error={errorOf(result, 'passkey-name')}
          />
          <p>
            <Button look="secondary">{t('account.passkeyAdd')}</Button>
          </p>
        </form>
      )}
    </Section>
  )
}
