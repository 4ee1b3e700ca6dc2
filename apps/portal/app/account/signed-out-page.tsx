import { useWords } from '../i18n/use-words.tsx'
import { Button } from '../ui/button.tsx'
import { PageHeading } from '../ui/page-heading.tsx'
import { Section } from '../ui/section.tsx'

interface SignedOutPageProps {
  /** What was sent, by the names of its fields. */
  readonly sent: readonly (readonly [name: string, value: string])[]
}

/** What a form carries for itself beside what somebody writes in it. */
const carried = /^(?:base|now|version|language|intent$|was)/

/** The texts among it: several words, and not what the form itself carries. */
const written = (sent: SignedOutPageProps['sent']): readonly string[] =>
  sent.flatMap(([name, value]) => (!carried.test(name) && /\S\s+\S/.test(value) ? [value] : []))

/** What somebody typed while her session ended: kept here, to be sent again once she has signed in elsewhere. */
export function SignedOutPage({ sent }: SignedOutPageProps) {
  const { t, href } = useWords()
  const texts = written(sent)
  return (
    <div className="form-page">
      <div className="error-summary" role="alert" tabIndex={-1} data-enhance="focus">
        <p>{t('error.signedOutText')}</p>
      </div>
      <PageHeading title={t('error.signedOutTitle')} />
      <p>
        <a href={href('/sign-in')} target="_blank" rel="noopener">
          {t('error.signedOutLink')}
        </a>
      </p>
      <form method="post" className="form-fields">
        {sent.map(([name, value], at) => (
          <input key={at} type="hidden" name={name} value={value} />
        ))}
        <p>
          <Button>{t('error.signedOutSave')}</Button>
        </p>
      </form>
      {texts.length > 0 ? (
        <Section id="kept" title={t('error.signedOutKept')}>
          {texts.map((text) => (
            <p key={text} className="kept-text" lang="" dir="auto">
              {text}
            </p>
          ))}
        </Section>
      ) : null}
    </div>
  )
}
