import { ownLanguageName } from '../i18n/format.ts'
import { href, type Locale, locales } from '../i18n/locale.ts'
import { languageField } from '../i18n/preference.ts'
import { useWords } from '../i18n/use-words.tsx'
import { t } from '../i18n/words.ts'

interface Props {
  /** Path and query of the page without its language: the switch stays on it. */
  readonly back: string
}

/** Buttons of a form, so that a choice is remembered without JavaScript. Crawlers find the `alternate` links instead. */
export function LanguageSwitch({ back }: Props) {
  const { locale, t } = useWords()
  return (
    <form method="post" action="/language" className="language-switch">
      <input type="hidden" name="back" value={back} />
      <fieldset>
        <legend>{t('frame.language')}</legend>
        {locales.map((choice) => (
          <button
            key={choice}
            type="submit"
            name={languageField}
            value={choice}
            lang={choice}
            aria-current={choice === locale ? 'true' : undefined}
          >
            {ownLanguageName(choice)}
          </button>
        ))}
      </fieldset>
    </form>
  )
}

/** The same behind the name of the present language, for the header. */
export function LanguageMenu({ back }: Props) {
  const { locale, t } = useWords()
  return (
    <details className="language-menu">
      <summary>
        <span className="visually-hidden">{t('frame.language')}: </span>
        {ownLanguageName(locale)}
      </summary>
      <LanguageSwitch back={back} />
    </details>
  )
}

/** One line in the language the visitor would rather read. A link and no redirect: the address decides what is shown. */
export function LanguageOffer({ back, offer }: Props & { readonly offer: Locale }) {
  return (
    <p className="language-offer" lang={offer}>
      <a href={href(offer, back)} hrefLang={offer}>
        {t(offer, 'frame.offer')}
      </a>
    </p>
  )
}
