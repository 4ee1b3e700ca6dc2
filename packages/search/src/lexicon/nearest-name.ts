import { typosAllowed, typosBetween } from '../text/typos.ts'
import type { Lexicon, Named } from './lexicon.ts'
import { mayBeMeant } from './spellings.ts'

/** The name of one word that a folded word is most likely a misspelling of; null when none is near enough. */
export function nearestName(lexicon: Lexicon, word: string): { spelling: string; named: Named } | null {
  const limit = typosAllowed(word)
  let best: { spelling: string; named: Named; typos: number } | null = null
  if (limit === 0) return null
  for (const { text: spelling, named: meant } of mayBeMeant(lexicon.spellings, word, limit)) {
    const [named] = meant
    const typos = typosBetween(word, spelling)
    if (!named || typos > limit) continue
    if (!best || typos < best.typos || (typos === best.typos && named.weight > best.named.weight))
      best = { spelling, named, typos }
  }
  return best
}
