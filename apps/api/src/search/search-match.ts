import type { Kind } from '@hansa/domain/kind'
import type { LocalizedText } from '@hansa/domain/text'
import { type Segment, type Snippet, type Span, snippet, type TermMatcher, termMatcher } from '@hansa/search'
import type { Context } from '../context.ts'
import type { EntryRow } from '../entry/entry.types.ts'
import { textFor } from '../graphql/text.ts'
import type { KindSearch } from './kind-search.ts'
import type { ReadTexts } from './read-texts.ts'
import { kindSearches } from './registry.ts'
import type { Found, FoundEntry } from './search.service.ts'

/** A stretch of an entry's own text around what matched, and the language it is in. */
export type MatchedSnippet = { segments: Segment[]; language: string | null }

/** Tells what of an entry's texts is what was searched for: words, and names of what was named. */
export type Matcher = {
  /** Whether anything was searched for. */
  isAsked: boolean
  isMatch: TermMatcher
  texts: ReadTexts
  /** Ids of what was searched for by a name. */
  named: ReadonlySet<string>
  /** Where a text of an entry names it; `language` is null where nobody said and the entry's own is meant. */
  namesIn(row: EntryRow, text: string, language: string | null): Span[]
}

type Words = LocalizedText | string | null | undefined
type Reading = Pick<Context, 'loaders' | 'languages' | 'stemmers'>

const namesFinder = (texts: ReadTexts, named: ReadonlySet<string>): Matcher['namesIn'] => {
  if (named.size === 0) return () => []
  return (row, text, language) =>
    texts.namesOf(row, text, language ?? row.contentLanguage).flatMap((match) => {
      const thing = match.named.find(({ id }) => named.has(id))
      return thing ? [{ start: match.start, end: match.end, term: thing.id }] : []
    })
}

/** Tells on which words and names of an entry's texts a hit stands. */
export const matcherOf = (
  ctx: Pick<Context, 'stemmers'>,
  texts: ReadTexts,
  found: FoundEntry,
  { relaxed, names }: Pick<Found, 'relaxed' | 'names'>,
): Matcher => {
  const terms = found.hit.terms.map((matched) => matched.term)
  const stem =
    relaxed?.by === 'stems' ? (word: string) => ctx.stemmers.stem(word, relaxed.language) : undefined
  const named = new Set(names.map((name) => name.named.id))
  return {
    isAsked: terms.length > 0 || named.size > 0,
    isMatch: termMatcher(terms, stem),
    texts,
    named,
    namesIn: namesFinder(texts, named),
  }
}

/** What an entry tells of itself: short texts first, and long ones only for who goes on. */
function* textsOf(row: EntryRow): Generator<Words> {
  // Each kind's definition is only ever given rows of its own kind.
  const search = kindSearches[row.kind] as KindSearch<Kind>
  const own = row as Parameters<NonNullable<typeof search.body>>[0]
  yield* search.summary?.(own) ?? []
  yield row.summary
  yield* search.body?.(own) ?? []
}

type Text = { text: string; language: string | null }

function* inReadersLanguage(ctx: Reading, words: Words): Generator<Text> {
  if (words == null) return
  if (typeof words === 'string') return yield { text: words, language: null }
  const chosen = textFor(ctx, words)
  if (chosen) yield { text: chosen.text, language: chosen.language }
  for (const [language, { text }] of Object.entries(words))
    if (language !== chosen?.language) yield { text, language }
}

type Cut = { cut: Snippet; language: string | null }

/** The first text that shows a match, else the first. */
const firstMatch = (ctx: Reading, row: EntryRow, matcher: Matcher): Cut | null => {
  let first: Cut | null = null
  for (const words of textsOf(row))
    for (const { text, language } of inReadersLanguage(ctx, words)) {
      const names = matcher.namesIn(row, text, language)
      const cut = snippet(matcher.texts.wordsOf(row, text), matcher.isMatch, 200, names)
      first ??= { cut, language }
      // Without words nothing matches, and how the entry begins is told by its first text.
      if (!matcher.isAsked || cut.segments.some((segment) => segment.match)) return { cut, language }
    }
  return first
}

/** Marks in the first text, the reader's language before others, that shows a match; without one, how the entry begins. */
export const snippetOf = (ctx: Reading, row: EntryRow, matcher: Matcher): MatchedSnippet => {
  const best = firstMatch(ctx, row, matcher)
  if (!best) return { segments: [], language: null }
  const { segments, before, after } = best.cut
  const dots = { text: '…', match: false }
  return {
    segments: [...(before ? [dots] : []), ...segments, ...(after ? [dots] : [])],
    language: best.language,
  }
}
