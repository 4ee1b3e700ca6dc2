import { QUERY_WORD_LIMIT } from '../engine.ts'
import { chunksOf } from '../text/tokenise.ts'

/** What somebody typed, taken apart. `text` keeps its length: what was taken out is blank, so offsets stay valid. */
export type ParsedText = { text: string; phrases: string[]; exclude: string[] }

// An optional minus at the start of a word, then a quoted phrase; or a minus and a word.
const PIECE =
  /(^|\s)(-?)(?:"([^"]*)"|“([^“”"]*)[”"]|„([^„“”"]*)[“”"]|«([^«»]*)»)|(^|\s)-(?=[\p{L}\p{N}])(\S+)/gu

/** Blanks `[start, end)` of a text. */
export function blank(text: string, start: number, end: number): string {
  return text.slice(0, start) + ' '.repeat(end - start) + text.slice(end)
}

/** Reads "phrases" and -exclusions; anything not understood stays ordinary text. */
export function parseText(typed: string): ParsedText {
  const phrases: string[] = []
  const exclude: string[] = []
  let text = typed
  for (const match of typed.matchAll(PIECE)) {
    const phrase = match[3] ?? match[4] ?? match[5] ?? match[6]
    const excluded = match[8] ?? (match[2] === '-' ? phrase : undefined)
    text = blank(text, match.index, match.index + match[0].length)
    if (excluded !== undefined) exclude.push(excluded)
    else if (phrase !== undefined) phrases.push(phrase)
  }
  const withWords = (list: string[]) =>
    list.filter((piece) => chunksOf(piece).length > 0).slice(0, QUERY_WORD_LIMIT)
  return { text, phrases: withWords(phrases), exclude: withWords(exclude) }
}
