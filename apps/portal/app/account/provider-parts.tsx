import { isWordKey } from '../i18n/catalogue.ts'
import { useWords } from '../i18n/use-words.tsx'
import { ButtonLink } from '../ui/button.tsx'
import { Notice } from '../ui/callout.tsx'
import { withNext } from './next.ts'

interface ProviderLinkProps {
  /** How people call the provider; null where there is none. */
  readonly name: string | null
  /** The page to go to afterwards. */
  readonly next: string
}

/** The way to the provider: a link, because the page's policy lets no form lead to another site. */
export function ProviderLink({ name, next }: ProviderLinkProps) {
  const { t, href } = useWords()
  if (name === null) return null
  return (
    <p>
      <ButtonLink look="secondary" href={href(`/sign-in/provider${withNext(next)}`)}>
        {t('account.providerUse', { name })}
      </ButtonLink>
    </p>
  )
}

interface ProviderNoticeProps {
  /** What went wrong on the way to the provider or back, as the address says it. */
  readonly problem: string
  readonly name: string | null
}

/** Why somebody came back from the provider with nothing done. */
export function ProviderNotice({ problem, name }: ProviderNoticeProps) {
  const { t } = useWords()
  const key = `account.provider_${problem}`
  if (name === null || !isWordKey(key)) return null
  return <Notice tone="attention">{t(key, { name })}</Notice>
}
