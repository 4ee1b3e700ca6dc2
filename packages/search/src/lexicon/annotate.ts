import type { Lexicon, NameMatch } from './lexicon.ts'
import { nameTerm } from './name-term.ts'

/** A text of an entry and the language it is in (BCP 47); null when nobody said. */
export type WrittenText = { text: string; language: string | null }

const namesIn = (lexicon: Lexicon, { text, language }: WrittenText): NameMatch[] =>
  lexicon.namesIn(text, language === null ? [] : [language])

/**
 * What running texts name. A word that begins small is no name of a place (nice, reading), but in an address it may be.
 *
 * @returns the matches that count, in order, every one with at least one thing named
 */
export function namesInProse(lexicon: Lexicon, written: WrittenText): NameMatch[] {
  return namesIn(lexicon, written).flatMap((match) => {
    if (!beginsSmall(written.text, match.start) || isInAddress(written.text, match)) return [match]
    const named = match.named.filter((thing) => !thing.proper)
    return named.length > 0 ? [{ ...match, named }] : []
  })
}

function beginsSmall(text: string, at: number): boolean {
  const letter = String.fromCodePoint(text.codePointAt(at) ?? 0)
  return letter !== letter.toUpperCase()
}

function isInAddress(text: string, { start, end }: NameMatch): boolean {
  return /[./@_]/.test(text.charAt(start - 1)) || /^[./@_][\p{L}\p{N}]/u.test(text.slice(end, end + 2))
}

/** The terms of all that texts name, each once, in order. */
export function termsOfNames(matches: readonly NameMatch[]): string[] {
  return [...new Set(matches.flatMap(({ named }) => named.map(({ id }) => nameTerm(id))))]
}

/** The terms of what codes, slugs and names of linked entries name, however they are written. */
export function termsInLabels(lexicon: Lexicon, labels: readonly string[]): string[] {
  return termsOfNames(labels.flatMap((text) => namesIn(lexicon, { text, language: null })))
}

/** The terms of what running texts name. */
export function termsInProse(lexicon: Lexicon, texts: readonly WrittenText[]): string[] {
  return termsOfNames(texts.flatMap((written) => namesInProse(lexicon, written)))
}

/**
 * A text with the terms in place of the names, so that a title which is the query is recognised in any language; behind
 * it the terms of names within names and of what else has them. Null when it names nothing.
 */
export function inTerms(text: string, matches: readonly NameMatch[]): string | null {
  if (matches.length === 0) return null
  let out = ''
  let at = 0
  const used = new Set<string>()
  for (const { start, end, named } of longestFirst(matches)) {
    const term = nameTerm(named[0]?.id ?? '')
    out += `${text.slice(at, start)} ${term} `
    used.add(term)
    at = end
  }
  const others = termsOfNames(matches).filter((term) => !used.has(term))
  return [out + text.slice(at), ...others].join(' ')
}

/** Of matches that overlap the first and longest; in order. */
export function longestFirst(matches: readonly NameMatch[]): NameMatch[] {
  const kept: NameMatch[] = []
  const sorted = matches.toSorted((a, b) => a.start - b.start || b.end - a.end)
  for (const match of sorted) if (match.start >= (kept.at(-1)?.end ?? 0)) kept.push(match)
  return kept
}
