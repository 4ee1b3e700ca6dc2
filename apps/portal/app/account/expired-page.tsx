import { useWords } from '../i18n/use-words.tsx'
import { ButtonLink } from '../ui/button.tsx'
import { PageHeading } from '../ui/page-heading.tsx'

/** For a link that is not good any more; `path` is where another one is asked for. */
export function ExpiredPage({ path }: { readonly path: string }) {
  const { t, href } = useWords()
  return (
    <div className="form-page">
      <PageHeading title={t('account.expired')} strapline={t('account.expiredText')} />
      <p>
        <ButtonLink href={href(path)}>{t('account.expiredAgain')}</ButtonLink>
      </p>
    </div>
  )
}
