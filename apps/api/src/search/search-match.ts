import type { Kind } from '@hansa/domain/kind'
import type { LocalizedText } from '@hansa/domain/text'
import { type Segment, snippet, type TermMatcher, termMatcher } from '@hansa/search'
import type { Context } from '../context.ts'
import type { EntryRow } from '../entry/entry.types.ts'
import { textFor } from '../graphql/text.ts'
import type { KindSearch } from './kind-search.ts'
import { kindSearches } from './registry.ts'
import type { Found, FoundEntry } from './search.service.ts'

/** A stretch of an entry's own text around what matched, and the language it is in. */
export type MatchedSnippet = { segments: Segment[]; language: string | null }

type Words = LocalizedText | string | null | undefined
type Reading = Pick<Context, 'loaders' | 'languages' | 'stemmers'>

/** Tells which words of an entry's texts a hit stands on. */
export const matcherOf = (
  ctx: Pick<Context, 'stemmers'>,
  found: FoundEntry,
  relaxed: Found['relaxed'],
): TermMatcher => {
  const terms = found.hit.terms.map((matched) => matched.term)
  if (relaxed?.by !== 'stems') return termMatcher(terms)
  const { language } = relaxed
  return termMatcher(terms, (word) => ctx.stemmers.stem(word, language))
}

const describe = (row: EntryRow): { short: Words[]; long: Words[] } => {
  // Each kind's definition is only ever given rows of its own kind.
  const search = kindSearches[row.kind] as KindSearch<Kind>
  const own = row as Parameters<NonNullable<typeof search.body>>[0]
  return { short: [...(search.summary?.(own) ?? []), row.summary], long: search.body?.(own) ?? [] }
}

type Text = { text: string; language: string | null }

const inReadersLanguage = (ctx: Reading, words: Words): Text[] => {
  if (words == null) return []
  if (typeof words === 'string') return [{ text: words, language: null }]
  const chosen = textFor(ctx, words)
  const others = Object.entries(words).flatMap(([language, { text }]) =>
    language === chosen?.language ? [] : [{ text, language }],
  )
  return chosen ? [{ text: chosen.text, language: chosen.language }, ...others] : others
}

/** Marks in the first text, the reader's language before others, that shows a match; without one, how the entry begins. */
export const snippetOf = (ctx: Reading, row: EntryRow, isMatch: TermMatcher): MatchedSnippet => {
  const { short, long } = describe(row)
  const texts = [...short, ...long].flatMap((words) => inReadersLanguage(ctx, words))
  const cuts = texts.map(({ text, language }) => ({ cut: snippet(text, isMatch, 200), language }))
  const best = cuts.find(({ cut }) => cut.segments.some((segment) => segment.match)) ?? cuts[0]
  if (!best) return { segments: [], language: null }
  const { segments, before, after } = best.cut
  const dots = { text: '…', match: false }
  return {
    segments: [...(before ? [dots] : []), ...segments, ...(after ? [dots] : [])],
    language: best.language,
  }
}
