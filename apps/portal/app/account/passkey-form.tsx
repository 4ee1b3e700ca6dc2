import type { ReactNode } from 'react'
import { useWords } from '../i18n/use-words.tsx'
import { Button } from '../ui/button.tsx'

interface PasskeyFormProps {
  /** Whether the browser is to make a passkey or to show one. */
  readonly act: 'create' | 'get'
  /** What the browser needs for it, as JSON. */
  readonly options: string
  readonly intent: string
  readonly children?: ReactNode
}

/** Sent by the script once the browser has made or shown a passkey. */
export function PasskeyForm({ act, options, intent, children }: PasskeyFormProps) {
  const { t } = useWords()
  return (
    <form method="post" className="form-fields" data-enhance="passkey" data-act={act} data-options={options}>
      <input type="hidden" name="intent" value={intent} />
      <input type="hidden" name="answer" value="" />
      {children}
      <p role="status" data-failed={t('account.passkeyFailed')}>
        {t('account.passkeyWait')}
      </p>
      <p>
        <Button look="secondary">{t('account.passkeyAgain')}</Button>
      </p>
    </form>
  )
}
