import { useWords } from '../i18n/use-words.tsx'
import { Button, ButtonLink } from '../ui/button.tsx'
import { Callout } from '../ui/callout.tsx'
import { Field } from '../ui/field.tsx'
import { Intent } from './account-sections.tsx'
import type { FactorResult } from './factor-action.server.ts'
import { errorOf, type FormState } from './form-page.tsx'
import { QrCode } from './qr-code.tsx'

interface FactorSetupProps {
  readonly setup: NonNullable<FactorResult['setup']>
  readonly state: FormState | undefined
}

/** The picture to scan, the same as words, and the field for the first code. */
export function FactorSetup({ setup, state }: FactorSetupProps) {
  const { t } = useWords()
  return (
    <form method="post" className="form-fields">
      <Intent value="add" />
      <p>{t('account.factorScan')}</p>
      <QrCode text={setup.uri} label={t('account.factorQr')} />
      <p>
        <code className="shown-once">{setup.secret.replace(/(.{4})(?=.)/g, '$1 ')}</code>
      </p>
      <Field
        name="code"
        label={t('account.factorConfirm')}
        autoComplete="one-time-code"
        error={errorOf(state, 'code')}
      />
      <Button>{t('account.factorAdd')}</Button>
    </form>
  )
}

/** The recovery codes, this once. */
export function FactorCodes({ codes }: { readonly codes: readonly string[] }) {
  const { t, href } = useWords()
  return (
    <Callout tone="attention" title={t('account.codesTitle')}>
      <p>{t('account.codesText')}</p>
      <ol className="recovery-codes">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ol>
      <p>
        <ButtonLink href={href('/account')}>{t('account.codesKept')}</ButtonLink>
      </p>
    </Callout>
  )
}
