/** Misspellings accepted in a word: none below five letters or with a digit, one below nine, else two. */
export function typosAllowed(word: string): number {
  if (/\p{N}/u.test(word)) return 0
  return word.length >= 9 ? 2 : word.length >= 5 ? 1 : 0
}

/**
 * Misspellings between two words: insertions, deletions, substitutions and swaps of neighbours (optimal string
 * alignment), and one more when the first letter differs.
 */
export function typosBetween(a: string, b: string): number {
  let before: number[] = []
  let above = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1
      let cost = Math.min((above[j - 1] ?? 0) + same, (above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1)
      const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      if (isSwap) cost = Math.min(cost, (before[j - 2] ?? 0) + 1)
      row.push(cost)
    }
    before = above
    above = row
  }
  return (above[b.length] ?? 0) + (a[0] === b[0] ? 0 : 1)
}
