import type { MatchedTerm, SearchPage } from '../engine.ts'
import { chunksOf } from '../text/tokenise.ts'

/**
 * The text with each misspelt word replaced by the word that answers it in most of the hits; null when nothing is to be
 * put right. A word that one of the hits has as typed is left alone.
 *
 * @param typed what was typed
 * @param text the words that were searched, at the same offsets
 * @param page the first page of hits
 */
export function didYouMean(typed: string, text: string, page: SearchPage): string | null {
  let corrected = typed
  const parts = chunksOf(text).flatMap((chunk) => chunk.parts)
  for (const { term, start, end } of parts.reverse()) {
    const better = correction(page.hits.map((hit) => hit.terms.filter(({ word }) => word === term)))
    if (better) corrected = corrected.slice(0, start) + better + corrected.slice(end)
  }
  return corrected === typed ? null : corrected
}

function correction(answers: readonly (readonly MatchedTerm[])[]): string | null {
  const votes = new Map<string, number>()
  for (const terms of answers) {
    // Terms come best first, so the first tells how this hit answers the word.
    const [best] = terms
    if (best?.typos === 0) return null
    if (best) votes.set(best.term, (votes.get(best.term) ?? 0) + 1)
  }
  const [winner] = [...votes].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
  return winner?.[0] ?? null
}
