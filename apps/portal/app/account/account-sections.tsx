import { useWords } from '../i18n/use-words.tsx'
import { Button, ButtonLink } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { Section } from '../ui/section.tsx'
import type { Account } from './account.query.ts'
import type { AccountResult } from './account-action.server.ts'
import { errorOf } from './form-page.tsx'

export interface AccountSectionProps {
  readonly account: Account
  readonly result: AccountResult | undefined
}

/** A hidden field that says which of the page's forms is sent. */
export function Intent({ value }: { readonly value: string }) {
  return <input type="hidden" name="intent" value={value} />
}

export function AddressSection({ account, result }: AccountSectionProps) {
  const { t } = useWords()
  return (
    <Section id="address" title={t('account.addressTitle')}>
      <p>{t('account.addressNow', { email: account.email ?? '' })}</p>
      <form method="post" className="form-fields">
        <Intent value="email" />
        <Field
          name="email"
          type="email"
          label={t('account.addressNew')}
          autoComplete="email"
          hint={t('account.addressHint')}
          value={result?.values.email}
          error={errorOf(result, 'email')}
        />
        <p>
          <Button look="secondary">{t('account.addressSend')}</Button>
        </p>
      </form>
    </Section>
  )
}

export function PasswordSection({ account, result }: AccountSectionProps) {
  const { t } = useWords()
  return (
    <Section id="own-password" title={t('account.passwordTitle')}>
      <p>{t(account.signInMeans.hasPassword ? 'account.passwordSet' : 'account.passwordUnset')}</p>
      <form method="post" className="form-fields">
        <Intent value="password" />
        <input type="hidden" name="username" autoComplete="username" value={account.email ?? ''} />
        <Field
          name="password"
          type="password"
          label={t('account.newPassword')}
          autoComplete="new-password"
          hint={t('account.passwordHint')}
          error={errorOf(result, 'password')}
        />
        <p>
          <Button look="secondary">{t('account.savePassword')}</Button>
        </p>
      </form>
    </Section>
  )
}

export function FactorSection({ account }: Pick<AccountSectionProps, 'account'>) {
  const { t, href } = useWords()
  const { hasSecondFactor, recoveryCodesLeft } = account.signInMeans
  return (
    <Section id="second-factor" title={t('account.factorTitle')}>
      <p>{hasSecondFactor ? t('account.factorOn', { count: recoveryCodesLeft }) : t('account.factorOff')}</p>
      <p>
        <ButtonLink look="secondary" href={href('/account/second-factor')}>
          {t(hasSecondFactor ? 'account.factorManage' : 'account.factorBegin')}
        </ButtonLink>
      </p>
    </Section>
  )
}

export function SessionsSection({ account }: Pick<AccountSectionProps, 'account'>) {
  const { t, date, href } = useWords()
  return (
    <Section id="sessions" title={t('account.sessionsTitle')}>
      <ul className="own-list">
        {account.sessions.map((session) => (
          <li key={session.id}>
            <p>
              <strong>{session.device}</strong>
              {session.isThis ? ` (${t('account.sessionThis')})` : ''}
              <br />
              <span className="quiet">
                {session.network}, {t('account.sessionSeen', { date: date(session.lastSeenAt) })}
              </span>
            </p>
            {session.isThis ? null : (
              <form method="post">
                <Intent value="session" />
                <Button look="quiet" name="id" value={session.id}>
                  {t('account.sessionEnd')}
                </Button>
              </form>
            )}
          </li>
        ))}
      </ul>
      <div className="own-actions">
        <form method="post" action={href('/sign-out')}>
          <Button look="secondary">{t('account.signOut')}</Button>
        </form>
        <form method="post">
          <Intent value="everywhere" />
          <Button look="secondary">{t('account.everywhere')}</Button>
        </form>
      </div>
    </Section>
  )
}
