import { tokensOf } from '../text/tokenise.ts'
import type { Dictionary } from './dictionary.ts'
import type { TextColumn } from './text-column.ts'

/**
 * Cuts the texts of one attribute into terms and writes them to a column, value after value.
 *
 * @param spelled false leaves spelling variants out
 * @param each is told every term, as often as it comes
 */
export function writeTexts(
  column: TextColumn,
  dictionary: Dictionary,
  texts: readonly string[],
  spelled: boolean,
  each: (term: number) => void,
): void {
  for (const [i, text] of texts.entries()) {
    if (i > 0) column.nextValue()
    let last = -1
    for (const token of tokensOf(text, spelled)) {
      const term = dictionary.intern(token.term)
      column.addTerm(term, token.position !== last)
      last = token.position
      each(term)
    }
  }
}
