import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { accountMeta } from '../account/account.meta.ts'
import { useWords } from '../i18n/use-words.tsx'
import { PageHeading } from '../ui/page-heading.tsx'

export const loader = ({ context }: LoaderFunctionArgs) => ({ locale: context.locale })

export const meta: MetaFunction<typeof loader> = ({ data }) => accountMeta(data, 'account.checkMail')

/** The same for everybody who asked for a letter: it does not say whether the address has an account. */
export default function CheckMail() {
  const { t } = useWords()
  return (
    <div className="form-page">
      <PageHeading title={t('account.checkMail')} strapline={t('account.checkMailText')} />
      <p>{t('account.checkMailMissing')}</p>
    </div>
  )
}
