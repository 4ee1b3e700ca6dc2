import { useWords } from '../i18n/use-words.tsx'

export interface LanguageNoteProps {
  /** BCP 47 tag of the text that follows. */
  readonly language: string
  readonly origin?: 'human' | 'machine' | 'reviewed' | undefined
}

/** Says in which language a text is, and whether a machine translated it. */
export function LanguageNote({ language: tag, origin }: LanguageNoteProps) {
  const { t, language } = useWords()
  const key = origin === 'machine' ? 'ui.textByMachine' : 'ui.textInLanguage'
  return <p className="language-note">{t(key, { language: language(tag) })}</p>
}
