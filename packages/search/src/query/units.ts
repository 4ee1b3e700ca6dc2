import { QUERY_WORD_LIMIT } from '../engine.ts'
import { chunksOf, endsInWord } from '../text/tokenise.ts'

/** A word to look up; `prefix` when it may go on. */
export type QueryWord = { term: string; prefix: boolean }

/** One thing that must match: a word, or a compound as a whole or all its parts (P-123/AB, peer-review, l'école). */
export type QueryUnit = { whole: QueryWord; parts: QueryWord[] }

/** The units of a query text, at most ten; the last may be a prefix when nothing follows it. */
export function queryUnits(text: string): QueryUnit[] {
  const chunks = chunksOf(text)
  const open = endsInWord(text)
  return chunks.slice(0, QUERY_WORD_LIMIT).map((chunk, i) => {
    const prefix = open && i === chunks.length - 1
    const parts = chunk.parts.map((part, j) => ({
      term: part.term,
      prefix: prefix && j === chunk.parts.length - 1,
    }))
    return { whole: { term: chunk.joined ?? parts[0]?.term ?? '', prefix }, parts }
  })
}

/** The words of a phrase, in order. */
export function phraseTerms(phrase: string): string[] {
  return chunksOf(phrase).flatMap((chunk) => chunk.parts.map((part) => part.term))
}
