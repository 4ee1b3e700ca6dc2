import type { WordMatch } from './match.ts'
import type { TextColumn } from './text-column.ts'

const isPrefix = (quality: number) => (quality & 1) === 1

/** 0 when a title is just the words of the query in order, 1 when it begins with them, else 2; typos are forgiven. */
export function titleExactness(texts: TextColumn, doc: number, words: readonly WordMatch[]): 0 | 1 | 2 {
  let best: 0 | 1 | 2 = 2
  let value = -1
  let origin = 0
  let length = 0
  let matched = 0
  let exact = true
  const finish = () => {
    if (matched === words.length) best = exact && length === words.length ? 0 : best === 0 ? 0 : 1
  }
  texts.visit(
    doc,
    (_attribute, current, position, term) => {
      if (current !== value) {
        finish()
        value = current
        origin = position
        matched = 0
        exact = true
      }
      length = position - origin + 1
      const quality = length <= words.length ? words[length - 1]?.expansion.get(term) : undefined
      if (quality === undefined) return
      // A second term at the same place (a variant) may be the better one.
      if (matched === length - 1) {
        matched++
        if (isPrefix(quality)) exact = false
      } else if (matched === length && !isPrefix(quality)) exact = true
    },
    { last: 0 },
  )
  finish()
  return best
}
