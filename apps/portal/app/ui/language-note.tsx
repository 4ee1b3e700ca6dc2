import { foreignLang } from '../i18n/locale.ts'
import { useWords } from '../i18n/use-words.tsx'

/** Who wrote a text in the language it is shown in, in the API's words. */
export type TextOrigin = 'HUMAN' | 'MACHINE' | 'REVIEWED'

export interface LanguageNoteProps {
  /** BCP 47 tag of the text that follows. */
  readonly language: string
  readonly origin?: TextOrigin | undefined
}

/** Says in which language a text is when it is not the page's, and when a machine translated it. Else nothing. */
export function LanguageNote({ language: tag, origin }: LanguageNoteProps) {
  const { t, locale, language } = useWords()
  const notes = [
    foreignLang(locale, tag) ? t('ui.textInLanguage', { language: language(tag) }) : '',
    origin === 'MACHINE' ? t('ui.textByMachine') : '',
  ].filter((note) => note !== '')
  return notes.length > 0 ? <p className="language-note">{notes.join(' ')}</p> : null
}
