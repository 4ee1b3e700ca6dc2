import { tokensOf } from './tokenise.ts'

/** A piece of an original text; the pieces in order are the text. Never HTML: whoever renders it escapes it. */
export type Segment = { text: string; match: boolean }
/** A cropped text; `before` and `after` tell that something was left out there. */
export type Snippet = { segments: Segment[]; before: boolean; after: boolean }
/** Tells whether a word matches; gets its index term, and the text with the place where it is written. */
export type TermMatcher = (term: string, text: string, start: number, end: number) => boolean

/**
 * A text taken apart: the index terms of its words, and for each where it begins and ends. Taking apart is what costs;
 * this is small enough to be kept for texts that are asked about again and again.
 */
export type ReadText = { text: string; terms: readonly string[]; places: Uint32Array }

/** Takes a text apart. */
export function readText(text: string): ReadText {
  const tokens = tokensOf(text)
  return {
    text,
    terms: tokens.map(({ term }) => term),
    places: Uint32Array.from(tokens.flatMap(({ start, end }) => [start, end])),
  }
}

/** A stretch of a text that matches as a whole, such as a name of several words; `term` tells which are alike. */
export type Span = { start: number; end: number; term: string }

/**
 * Matches the terms of a hit.
 *
 * @param terms `term` of each of `SearchHit.terms`
 * @param stem for hits found by stems: the stemmer of `SearchResult.relaxed.language`
 */
export function termMatcher(terms: Iterable<string>, stem?: (word: string) => string): TermMatcher {
  const wanted = new Set(terms)
  if (!stem) return (term) => wanted.has(term)
  return (term, text, start, end) => wanted.has(stem(text.slice(start, end))) || wanted.has(stem(term))
}

function matchingWords({ text, terms, places }: ReadText, isMatch: TermMatcher): Span[] {
  const words: Span[] = []
  for (let i = 0; i < terms.length; i++) {
    const term = terms[i] ?? ''
    const start = places[2 * i] ?? 0
    const end = places[2 * i + 1] ?? 0
    if (isMatch(term, text, start, end)) words.push({ start, end, term })
  }
  return words
}

/** Whether any word of a text matches. */
export function hasMatch({ text, terms, places }: ReadText, isMatch: TermMatcher): boolean {
  return terms.some((term, i) => isMatch(term, text, places[2 * i] ?? 0, places[2 * i + 1] ?? 0))
}

function spansOf(read: ReadText, isMatch: TermMatcher, others: readonly Span[]): Span[] {
  const words = matchingWords(read, isMatch)
  const spans: Span[] = []
  const all = others.length > 0 ? [...words, ...others].sort((a, b) => a.start - b.start) : words
  for (const { start, end, term } of all) {
    const last = spans.at(-1)
    if (last && start < last.end) last.end = Math.max(last.end, end)
    else spans.push({ start, end, term })
  }
  return spans
}

function cutUp(text: string, spans: readonly Span[], from: number, to: number): Segment[] {
  const segments: Segment[] = []
  const push = (start: number, end: number, match: boolean) => {
    if (end > start) segments.push({ text: text.slice(start, end), match })
  }
  let at = from
  for (const span of spans) {
    const start = Math.max(span.start, from)
    const end = Math.min(span.end, to)
    if (end <= start) continue
    push(at, start, false)
    push(start, end, true)
    at = end
  }
  push(at, to, false)
  return segments
}

/** Marks the matching words in a text, as written there, marks and all; and other stretches. */
export function highlight(text: string, isMatch: TermMatcher, others: readonly Span[] = []): Segment[] {
  return cutUp(text, spansOf(readText(text), isMatch, others), 0, text.length)
}

/**
 * Crops a text around the stretch that shows most of the matching words.
 *
 * @param maxLength longest result in UTF-16 units; words are left whole unless one is longer than that
 * @param others stretches that match beside the words
 */
export function snippet(
  read: ReadText,
  isMatch: TermMatcher,
  maxLength = 200,
  others: readonly Span[] = [],
): Snippet {
  const { text } = read
  const spans = spansOf(read, isMatch, others)
  const [from, to] =
    text.length <= maxLength ? [0, text.length] : windowAround(text, bestCluster(spans, maxLength), maxLength)
  return { segments: cutUp(text, spans, from, to), before: from > 0, after: to < text.length }
}

/** The stretch no longer than `maxLength` with most distinct, then most matches; the first of equals. */
function bestCluster(spans: readonly Span[], maxLength: number): { start: number; end: number } {
  let best = { start: 0, end: 0, distinct: 0, count: 0 }
  for (const [i, first] of spans.entries()) {
    const terms = new Set<string>()
    let count = 0
    for (let j = i; j < spans.length; j++) {
      const span = spans[j]
      if (!span || span.end - first.start > maxLength) break
      terms.add(span.term)
      count++
      if (terms.size > best.distinct || (terms.size === best.distinct && count > best.count))
        best = { start: first.start, end: span.end, distinct: terms.size, count }
    }
  }
  return best
}

function windowAround(
  text: string,
  cluster: { start: number; end: number },
  maxLength: number,
): [number, number] {
  const room = maxLength - (cluster.end - cluster.start)
  let from = Math.max(0, Math.min(cluster.start - Math.floor(room / 3), text.length - maxLength))
  let to = Math.min(text.length, from + maxLength)
  if (from > 0) from = nextBreak(text, from, cluster.end > 0 ? cluster.start : to)
  if (to < text.length) to = lastBreak(text, to, Math.max(cluster.end, from))
  return [from, to]
}

const isSpace = (char: string | undefined) => char !== undefined && /\s/u.test(char)
const splitsPair = (text: string, at: number) => /[\udc00-\udfff]/.test(text.charAt(at))

/** The first beginning of a word at or after `at`, or `at` itself when none comes before `limit`. */
function nextBreak(text: string, at: number, limit: number): number {
  for (let i = at; i <= limit; i++) if (isSpace(text[i - 1]) && !isSpace(text[i])) return i
  return splitsPair(text, at) ? at + 1 : at
}

/** The last end of a word at or before `at`, or `at` itself when none comes after `limit`. */
function lastBreak(text: string, at: number, limit: number): number {
  for (let i = at; i >= limit && i > 0; i--) if (isSpace(text[i]) && !isSpace(text[i - 1])) return i
  return splitsPair(text, at) ? at - 1 : at
}
