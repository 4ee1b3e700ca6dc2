import { useWords } from '../i18n/use-words.tsx'
import { Button } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { withNext } from './next.ts'

interface SignInFormsProps {
  /** The page to go to afterwards. */
  readonly next: string
  readonly email: string | undefined
  readonly emailError: string | undefined
  readonly passwordError: string | undefined
}

/** The ways to sign in: with a password, with a link by mail, and with a passkey where there is a script. */
export function SignInForms({ next, email, emailError, passwordError }: SignInFormsProps) {
  const { t, href } = useWords()
  return (
    <>
      <form method="post" className="form-fields">
        <Field
          name="email"
          type="email"
          label={t('account.email')}
          autoComplete="username"
          value={email}
          error={emailError}
        />
        <Field
          name="password"
          type="password"
          label={t('account.password')}
          autoComplete="current-password"
          error={passwordError}
        />
        <p>
          <Button>{t('account.signIn')}</Button>
        </p>
        <p>
          <a href={href('/password/forgotten')}>{t('account.forgotten')}</a>
        </p>
        <h2>{t('account.linkInstead')}</h2>
        <p>{t('account.linkInsteadText')}</p>
        <p>
          <Button look="secondary" name="intent" value="link">
            {t('account.sendLink')}
          </Button>
        </p>
      </form>
      <form method="post" action={href(`/sign-in/passkey${withNext(next)}`)} className="enhanced-only">
        <p>
          <Button look="secondary" name="intent" value="begin">
            {t('account.passkeyUse')}
          </Button>
        </p>
      </form>
    </>
  )
}
