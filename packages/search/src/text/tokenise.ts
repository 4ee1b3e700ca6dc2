import { classOf, foldChar, IGNORED, JOINER, LETTER, spellingVariants } from './fold.ts'

/** A folded word and where it stands in the original text (UTF-16 offsets, end exclusive). */
export type Word = { term: string; start: number; end: number }

/** Words joined by single hyphens, apostrophes, slashes, …; `joined` is the whole without them, for two words or more. */
export type Chunk = { parts: Word[]; joined: string | null; start: number; end: number }

/** A term as it enters the index. Several share a position: a compound and its first part, a word and its variants. */
export type Token = {
  term: string
  start: number
  end: number
  position: number
  kind: 'word' | 'compound' | 'variant'
}

const MAX_TERM = 64
const MAX_PARTS = 10

function cut(term: string): string {
  if (term.length <= MAX_TERM) return term
  const end = /[\ud800-\udbff]/.test(term.charAt(MAX_TERM - 1)) ? MAX_TERM - 1 : MAX_TERM
  return term.slice(0, end)
}

function toChunk(parts: Word[]): Chunk | null {
  const [first] = parts
  const last = parts.at(-1)
  if (!first || !last) return null
  const joined = parts.length > 1 ? cut(parts.map((p) => p.term).join('')) : null
  return { parts, joined, start: first.start, end: last.end }
}

/**
 * Splits a text into chunks of words, in order.
 *
 * Words are runs of letters and digits of any script; marks and invisible characters inside them are passed over. Terms
 * are cut at 64 code units and a chunk is closed after ten words, so that no input makes a giant.
 */
export function chunksOf(text: string): Chunk[] {
  const chunks: Chunk[] = []
  let parts: Word[] = []
  let joinable = false
  let at = 0
  const close = () => {
    const chunk = toChunk(parts)
    if (chunk) chunks.push(chunk)
    parts = []
  }
  while (at < text.length) {
    const code = text.codePointAt(at) ?? 0
    const kind = classOf(code)
    if (kind !== LETTER) {
      if (kind === JOINER && joinable) joinable = false
      else if (kind !== IGNORED) close()
      at += code > 0xffff ? 2 : 1
      continue
    }
    if (parts.length >= MAX_PARTS) close()
    const word = readWord(text, at)
    if (word.term !== '') parts.push(word.term.length > MAX_TERM ? { ...word, term: cut(word.term) } : word)
    joinable = true
    at = word.end
  }
  close()
  return chunks
}

/** Whether a code unit is a letter or digit that folding leaves as it is; most are. */
function isPlain(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39)
}

function readWord(text: string, start: number): Word {
  let at = start
  while (isPlain(text.charCodeAt(at))) at++
  // What is cut out whole is cheaper than what is put together letter by letter.
  let term = text.slice(start, at)
  while (at < text.length) {
    const code = text.codePointAt(at) ?? 0
    const kind = classOf(code)
    if (kind === LETTER) term += foldChar(code)
    else if (kind !== IGNORED) break
    at += code > 0xffff ? 2 : 1
  }
  return { term, start, end: at }
}

/**
 * The index terms of a text with their positions: every word, its spelling variants, and compounds as a whole.
 *
 * @param text original text in any language
 * @param spelled `false` leaves variants out (they are of no use for stems)
 */
export function tokensOf(text: string, spelled = true): Token[] {
  const tokens: Token[] = []
  let position = 0
  for (const chunk of chunksOf(text)) {
    const { start, end, joined } = chunk
    if (joined) tokens.push({ term: joined, start, end, position, kind: 'compound' })
    for (const part of chunk.parts) {
      tokens.push({ ...part, position, kind: 'word' })
      if (spelled)
        for (const term of spellingVariants(text.slice(part.start, part.end), part.term))
          tokens.push({ ...part, term: cut(term), position, kind: 'variant' })
      position++
    }
  }
  return tokens
}

/** True when nothing stands after the last word: the word is still being typed. */
export function endsInWord(text: string): boolean {
  const end = chunksOf(text).at(-1)?.end
  return end !== undefined && end === text.length
}
