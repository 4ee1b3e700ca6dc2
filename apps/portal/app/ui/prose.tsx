import { foreignLang } from '../i18n/locale.ts'
import { useWords } from '../i18n/use-words.tsx'
import { LanguageNote, type TextOrigin } from './language-note.tsx'

/** A text with the language it is in and how it came to be: `Text` as the API gives it. */
export interface LocalText {
  readonly value: string
  readonly language: string
  readonly origin?: TextOrigin | undefined
}

export interface ProseProps {
  readonly text: LocalText | string
  /** False where the page has said already which language it is in. */
  readonly note?: boolean
}

/** Contributed text as paragraphs at reading width: an empty line parts them, `- ` at line starts makes a list. */
export function Prose({ text, note = true }: ProseProps) {
  const { locale } = useWords()
  const local = typeof text === 'string' ? { value: text, language: locale } : text
  const lang = foreignLang(locale, local.language)
  return (
    <div className="prose">
      {note ? <LanguageNote language={local.language} origin={local.origin} /> : null}
      <div lang={lang} className="stack">
        {blocks(local.value).map((block) => (
          <Block key={block} text={block} />
        ))}
      </div>
    </div>
  )
}

function blocks(text: string): readonly string[] {
  const parts = text.split(/\n\s*\n/).map((part) => part.trim())
  return [...new Set(parts)].filter((part) => part !== '')
}

function Block({ text }: { readonly text: string }) {
  const lines = text.split('\n').map((line) => line.trim())
  if (!lines.every((line) => /^[-•*] /.test(line))) return <p>{text}</p>
  return (
    <ul>
      {[...new Set(lines)].map((line) => (
        <li key={line}>{line.slice(2)}</li>
      ))}
    </ul>
  )
}
