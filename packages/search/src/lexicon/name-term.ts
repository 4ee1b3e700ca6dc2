import { fold } from '../text/fold.ts'

// A letter of no alphabet in use, so that nobody types it; the digit keeps engines from looking for misspellings.
const MARK = 'ʘ0'

/**
 * The index term of something that has names: one word that stands for all of them in every language.
 *
 * @param id what is named: `policy-area/housing`, an entry's id
 */
export function nameTerm(id: string): string {
  return MARK + fold(id)
}

/** Whether a term of the index stands for names and is no word of a text. */
export function isNameTerm(term: string): boolean {
  return term.startsWith(MARK)
}
