import { useWords } from '../i18n/use-words.tsx'
import { Button, ButtonLink } from '../ui/button.tsx'
import { Section } from '../ui/section.tsx'
import { type AccountSectionProps, Intent } from './account-sections.tsx'

interface ProviderSectionProps extends Pick<AccountSectionProps, 'account'> {
  /** How people call the provider; null where there is none. */
  readonly name: string | null
}

/** Accounts at the provider: those that are linked, and the way to link one. Shown where there is a provider or was one. */
export function ProviderSection({ account, name }: ProviderSectionProps) {
  const { t, href } = useWords()
  const { identities } = account.signInMeans
  if (name === null && identities.length === 0) return null
  return (
    <Section id="single-sign-on" title={t('account.providerTitle')}>
      {name === null ? null : <p>{t('account.providerText', { name })}</p>}
      {identities.length > 0 ? (
        <ul className="own-list">
          {identities.map((identity) => (
            <li key={identity.id}>
              <strong>{identity.label}</strong>
              <form method="post">
                <Intent value="remove-identity" />
                <Button look="quiet" name="id" value={identity.id}>
                  {t('account.remove', { name: identity.label })}
                </Button>
              </form>
            </li>
          ))}
        </ul>
      ) : null}
      {name === null ? null : (
        <p>
          <ButtonLink look="secondary" href={href('/sign-in/provider?link=1')}>
            {t('account.providerLink', { name })}
          </ButtonLink>
        </p>
      )}
    </Section>
  )
}
