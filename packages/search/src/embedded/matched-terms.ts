import type { MatchedTerm } from '../engine.ts'
import type { Dictionary } from './dictionary.ts'
import type { TextMatch } from './match.ts'
import type { TextColumn } from './text-column.ts'

/** Which terms of a document answer which word of the query, the best first, equally good ones by letter. */
export function matchedTerms(
  texts: TextColumn,
  dictionary: Dictionary,
  doc: number,
  match: TextMatch,
): MatchedTerm[] {
  const words = [...match.units.flatMap((unit) => [unit.whole, ...unit.parts]), ...match.phrased]
  if (words.length === 0) return []
  const found = words.map(() => new Set<number>())
  texts.visit(
    doc,
    (attribute, _value, _position, term) => {
      if ((match.answers[term] ?? 0) === 0 || ((match.mask >> attribute) & 1) === 0) return
      for (const [i, { expansion }] of words.entries()) if (expansion.has(term)) found[i]?.add(term)
    },
    match,
  )
  return words.flatMap(({ word, expansion }, i) => {
    const terms = [...(found[i] ?? [])].sort(
      (a, b) =>
        (expansion.get(a) ?? 0) - (expansion.get(b) ?? 0) ||
        (dictionary.term(a) < dictionary.term(b) ? -1 : 1),
    )
    return terms.map((term) => {
      const quality = expansion.get(term) ?? 0
      return { word, term: dictionary.term(term), typos: quality >> 1, prefix: (quality & 1) === 1 }
    })
  })
}
