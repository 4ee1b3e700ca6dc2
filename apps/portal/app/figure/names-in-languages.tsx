import { Fragment } from 'react'
import { direction, foreignLang } from '../i18n/locale.ts'
import { useWords } from '../i18n/use-words.tsx'

export interface NamesInLanguagesProps {
  readonly title: {
    readonly value: string
    readonly translations: readonly { readonly language: string; readonly value: string }[]
  }
}

/** What the place is called elsewhere: "Barcelone (French) · Barcellona (Italian)". Names like the title are left out. */
export function NamesInLanguages({ title }: NamesInLanguagesProps) {
  const { t, locale, list, language } = useWords()
  const others = title.translations.filter((translation) => translation.value !== title.value)
  const names = [...Map.groupBy(others, (translation) => translation.value)]
  if (names.length === 0) return null
  return (
    <p className="names-in-languages">
      <span className="visually-hidden">{t('figure.otherNames')} </span>
      {names.map(([name, translations], index) => (
        <Fragment key={name}>
          {index > 0 ? <span aria-hidden="true"> · </span> : null}
          <span
            lang={foreignLang(locale, translations[0]?.language)}
            dir={direction(translations[0]?.language ?? '')}
          >
            {name}
          </span>{' '}
          {t('figure.inLanguages', { languages: list(translations.map((one) => language(one.language))) })}
        </Fragment>
      ))}
    </p>
  )
}
