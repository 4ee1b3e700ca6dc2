import type { SearchQuery } from '../engine.ts'
import { QUERY_WORD_LIMIT } from '../engine.ts'
import { isNameTerm } from '../lexicon/name-term.ts'
import { type Chunk, chunksOf } from '../text/tokenise.ts'
import { blank } from './parse.ts'
import type { SearchParts } from './search-with-facets.ts'

/** How the query was loosened: by the stems of its words in one language, or by leaving words out (as typed). */
export type Relaxed = { by: 'stems'; language: string } | { by: 'words'; dropped: string[] }

type Found = { query: SearchQuery; relaxed: Relaxed }

/**
 * Loosens a query that found nothing, step by step, until it finds something; null when it does not.
 *
 * First the stems of all words, the reader's languages before the others; the terms of names stay. Then words are left
 * out: those that occur nowhere, then the most frequent one after the other, because the rarest says most about what is
 * wanted.
 *
 * @param languages the reader's, best first
 * @param shown a word of the query as it was typed
 */
export async function relax(
  parts: SearchParts,
  query: SearchQuery,
  languages: readonly string[],
  shown: (word: string) => string,
): Promise<Found | null> {
  const chunks = chunksOf(query.text).slice(0, QUERY_WORD_LIMIT)
  if (chunks.length === 0) return null
  return (await byStems(parts, query, chunks, languages)) ?? (await byWords(parts, query, chunks, shown))
}

async function byStems(
  { engine, stemmers }: SearchParts,
  query: SearchQuery,
  chunks: readonly Chunk[],
  languages: readonly string[],
): Promise<Found | null> {
  // Phrases and exclusions are about words as written; stems cannot answer them.
  if (!stemmers || (query.phrases ?? []).length > 0 || (query.exclude ?? []).length > 0) return null
  const texts = new Map<string, string>()
  const words = chunks.flatMap((chunk) => chunk.parts.map(({ start, end }) => query.text.slice(start, end)))
  for (const language of [...languages, ...stemmers.languages]) {
    // The blank at the end keeps the last stem from matching as a prefix.
    const text = `${words.map((word) => (isNameTerm(word) ? word : stemmers.stem(word, language))).join(' ')} `
    if (!texts.has(text)) texts.set(text, language)
  }
  const attempts = [...texts].map(([text, language]) => ({ language, text }))
  const queries = attempts.map(
    ({ text }): SearchQuery => ({ ...query, text, attributes: ['stems'], typo: false }),
  )
  const pages = await Promise.all(
    queries.map((attempt) => engine.search({ ...attempt, offset: 0, limit: 0 })),
  )
  const best = pages.findIndex((page) => page.total > 0)
  const attempt = attempts[best]
  const found = queries[best]
  return attempt && found ? { query: found, relaxed: { by: 'stems', language: attempt.language } } : null
}

async function byWords(
  { engine }: SearchParts,
  query: SearchQuery,
  chunks: readonly Chunk[],
  shown: (word: string) => string,
): Promise<Found | null> {
  const count = async (text: string) => (await engine.search({ ...query, text, offset: 0, limit: 0 })).total
  const without = (dropped: ReadonlySet<Chunk>) =>
    [...dropped].reduce((text, chunk) => blank(text, chunk.start, chunk.end), query.text)
  if (chunks.length < 2) return null
  const totals = await Promise.all(
    chunks.map((kept) => count(without(new Set(chunks.filter((chunk) => chunk !== kept))))),
  )
  const present = chunks
    .map((chunk, i) => ({ chunk, total: totals[i] ?? 0 }))
    .filter(({ total }) => total > 0)
  const dropped = new Set(chunks.filter((chunk) => !present.some((one) => one.chunk === chunk)))
  const next = present.sort((a, b) => a.total - b.total || a.chunk.start - b.chunk.start)
  while (next.length > 0) {
    const text = without(dropped)
    if (dropped.size > 0 && (await count(text)) > 0) {
      const words = [...dropped]
        .sort((a, b) => a.start - b.start)
        .map(({ start, end }) => shown(query.text.slice(start, end)))
      return { query: { ...query, text }, relaxed: { by: 'words', dropped: words } }
    }
    const most = next.pop()
    if (most) dropped.add(most.chunk)
  }
  return null
}
