import { Fragment } from 'react'
import { ownLanguageName } from '../i18n/format.ts'
import { foreignLang, href, type Locale, locales } from '../i18n/locale.ts'
import { useWords } from '../i18n/use-words.tsx'
import type { EntryPage } from './entry.fields.ts'

/** Links to the entry in our other languages in which it is told; nothing where it is told in one only. */
export function OtherLanguages({ entry }: { readonly entry: Pick<EntryPage, 'path' | 'summary' | 'told'> }) {
  const { t } = useWords()
  const others = otherLanguages(entry)
  if (others.length === 0) return null
  return (
    <p className="language-note">
      {t('entry.alsoIn')}{' '}
      {others.map((language, index) => (
        <Fragment key={language}>
          {index > 0 ? <span aria-hidden="true"> · </span> : null}
          <a href={href(language, entry.path)} hrefLang={language} lang={language}>
            {ownLanguageName(language)}
          </a>
        </Fragment>
      ))}
    </p>
  )
}

function otherLanguages({ summary, told }: Pick<EntryPage, 'summary' | 'told'>): readonly Locale[] {
  const isIn = (locale: Locale, language: string | undefined) => !foreignLang(locale, language)
  return locales.filter(
    (locale) =>
      summary &&
      !isIn(locale, summary.language) &&
      told?.translations.some(({ language }) => isIn(locale, language)),
  )
}
