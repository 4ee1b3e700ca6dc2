import { Plain } from '../entry/marked.tsx'
import { useWords } from '../i18n/use-words.tsx'
import type { GivenFigure } from './figure.fields.ts'
import { figureText } from './figure-text.ts'

/** A figure with its unit; a statement in words is in the language of its entry. */
export function FigureValue({ figure }: { readonly figure: GivenFigure }) {
  const { locale } = useWords()
  const { value, text } = figure
  return value === null && text ? <Plain>{text}</Plain> : figureText(locale, figure)
}
