import { useWords } from '../i18n/use-words.tsx'
import { Button } from '../ui/button.tsx'
import { Callout } from '../ui/callout.tsx'
import { Field } from '../ui/field.tsx'
import { Section } from '../ui/section.tsx'
import { type AccountSectionProps, Intent } from './account-sections.tsx'
import { errorOf } from './form-page.tsx'

const lives = [30, 90, 365] as const

/** Tokens of the API: those there are, a new one shown once, and a form for another one. */
export function TokensSection({ account, result }: AccountSectionProps) {
  const { t, date } = useWords()
  const values = result?.values ?? {}
  return (
    <Section id="tokens" title={t('account.tokensTitle')}>
      <p>{t('account.tokensText')}</p>
      {result?.token ? (
        <Callout tone="attention" title={t('account.tokenNew')}>
          <p>
            <code className="shown-once">{result.token}</code>
          </p>
          <p>{t('account.tokenNewText')}</p>
        </Callout>
      ) : null}
      {account.apiTokens.length > 0 ? (
        <ul className="own-list">
          {account.apiTokens.map((token) => (
            <li key={token.id}>
              <p>
                <strong>{token.name}</strong>
                <br />
                <span className="quiet">
                  {t(token.scopes.includes('WRITE') ? 'account.tokenWrite' : 'account.tokenRead')},{' '}
                  {t('account.tokenUntil', { date: date(token.expiresAt) })},{' '}
                  {token.lastUsedAt
                    ? t('account.sessionSeen', { date: date(token.lastUsedAt) })
                    : t('account.tokenUnused')}
                </span>
              </p>
              <form method="post">
                <Intent value="end-token" />
                <Button look="quiet" name="id" value={token.id}>
                  {t('account.remove', { name: token.name })}
                </Button>
              </form>
            </li>
          ))}
        </ul>
      ) : null}
      <form method="post" className="form-fields">
        <Intent value="token" />
        <Field
          name="token-name"
          label={t('account.tokenName')}
          value={values['token-name']}
          error={errorOf(result, 'token-name')}
        />
        <Field
          name="token-scope"
          label={t('account.tokenScope')}
          value={values['token-scope']}
          options={[
            { value: 'read', label: t('account.tokenRead') },
            { value: 'write', label: t('account.tokenWrite') },
          ]}
        />
        <Field
          name="token-days"
          label={t('account.tokenDays')}
          value={values['token-days']}
          options={lives.map((days) => ({
            value: String(days),
            label: t('account.tokenDaysMany', { count: days }),
          }))}
        />
        <p>
          <Button look="secondary">{t('account.tokenMake')}</Button>
        </p>
      </form>
    </Section>
  )
}
