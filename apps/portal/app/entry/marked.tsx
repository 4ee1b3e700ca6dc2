import { createContext, type ReactNode, useContext } from 'react'
import { partsOfList } from '../i18n/format.ts'
import { foreignLang } from '../i18n/locale.ts'
import { useWords } from '../i18n/use-words.tsx'
import type { EntryPage, GivenText } from './entry.fields.ts'
import { langOf } from './text.ts'

const LanguageContext = createContext<string | undefined>(undefined)

export interface ContentLanguageProps {
  readonly of: Pick<EntryPage, 'contentLanguage'>
  readonly children: ReactNode
}

/** Stands around everything that is shown of one entry, so that `Plain` below it knows the language of the entry. */
export function ContentLanguage({ of, children }: ContentLanguageProps) {
  return <LanguageContext.Provider value={of.contentLanguage}>{children}</LanguageContext.Provider>
}

/** A text that says itself which language it is in. */
export function Told({ text }: { readonly text: Pick<GivenText, 'value' | 'language'> }) {
  const { locale } = useWords()
  const lang = langOf(locale, text)
  return lang ? <span lang={lang}>{text.value}</span> : text.value
}

/** Several of them as a list in words. */
export function ToldList({ texts }: { readonly texts: readonly Pick<GivenText, 'value' | 'language'>[] }) {
  const { locale } = useWords()
  return (
    <>
      {partsOfList(
        locale,
        texts.map((text) => <Told key={text.value} text={text} />),
      )}
    </>
  )
}

/** A text that an entry has in its own language only: a role, a note, a definition. */
export function Plain({ children }: { readonly children: string }) {
  const { locale } = useWords()
  const lang = foreignLang(locale, useContext(LanguageContext))
  return lang ? <span lang={lang}>{children}</span> : children
}

/** A name of which nobody says the language: for readers aloud it is in none, rather than in that of the page. */
export function Name({ children }: { readonly children: string }) {
  return <span lang="">{children}</span>
}

/** What the page says, then what the source says in its own words. Nothing when neither is stated. */
export function withNote(words: string | undefined, note: string | null | undefined): ReactNode {
  if (!note) return words
  return (
    <>
      {words ? `${words}; ` : null}
      <Plain>{note}</Plain>
    </>
  )
}
