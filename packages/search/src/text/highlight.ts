import { tokensOf } from './tokenise.ts'

/** A piece of an original text; the pieces in order are the text. Never HTML: whoever renders it escapes it. */
export type Segment = { text: string; match: boolean }
/** A cropped text; `before` and `after` tell that something was left out there. */
export type Snippet = { segments: Segment[]; before: boolean; after: boolean }
/** Tells whether a word matches; gets its index term and the word as written. */
export type TermMatcher = (term: string, original: string) => boolean

type Span = { start: number; end: number; term: string }

/**
 * Matches the terms of a hit.
 *
 * @param terms `term` of each of `SearchHit.terms`
 * @param stem for hits found by stems: the stemmer of `SearchResult.relaxed.language`
 */
export function termMatcher(terms: Iterable<string>, stem?: (word: string) => string): TermMatcher {
  const wanted = new Set(terms)
  if (!stem) return (term) => wanted.has(term)
  return (term, original) => wanted.has(stem(original)) || wanted.has(stem(term))
}

function spansOf(text: string, isMatch: TermMatcher): Span[] {
  const spans: Span[] = []
  for (const { start, end, term } of tokensOf(text)) {
    if (!isMatch(term, text.slice(start, end))) continue
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

/** A word of a text as the index has it and as it is written. */
export type TextTerm = { term: string; original: string }

/** The index terms of a text, each once: what a `TermMatcher` is asked about where nothing has to be marked. */
export function termsOf(text: string): TextTerm[] {
  const terms = new Map(
    tokensOf(text).map(({ term, start, end }) => [term, { term, original: text.slice(start, end) }]),
  )
  return [...terms.values()]
}

/** Marks the matching words in a text, as written there, marks and all. */
export function highlight(text: string, isMatch: TermMatcher): Segment[] {
  return cutUp(text, spansOf(text, isMatch), 0, text.length)
}

/**
 * Crops a text around the stretch that shows most of the matching words.
 *
 * @param maxLength longest result in UTF-16 units; words are left whole unless one is longer than that
 */
export function snippet(text: string, isMatch: TermMatcher, maxLength = 200): Snippet {
  const spans = spansOf(text, isMatch)
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
