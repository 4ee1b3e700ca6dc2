import type { MatchedTerm, SearchPage } from '../engine.ts'
import { otherWords, type ReadName } from './read-names.ts'

/**
 * The text with each misspelt word replaced by the word that answers it in most of the hits; null when nothing is to be
 * put right. A word that one of the hits has as typed is left alone, and so are names, unless they were read as misspelt.
 *
 * @param typed what was typed
 * @param text the same without phrases and exclusions, at the same offsets
 * @param page the first page of hits
 */
export function didYouMean(
  typed: string,
  text: string,
  names: readonly ReadName[],
  page: SearchPage,
): string | null {
  const spelt = names.map(({ start, end, spelling }) => ({ start, end, better: spelling }))
  const words = otherWords(text, names).map(({ term, start, end }) => {
    const answers = page.hits.map((hit) => hit.terms.filter(({ word }) => word === term))
    return { start, end, better: correction(answers) }
  })
  const corrected = [...spelt, ...words]
    .sort((a, b) => b.start - a.start)
    .reduce(
      (left, { start, end, better }) => (better ? left.slice(0, start) + better + left.slice(end) : left),
      typed,
    )
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
