import { sortKeyOf } from './slug.ts'
import { columnNamed, importColumns, type TableKind } from './table.ts'
import { columnLabels } from './table-labels.ts'

/** Every word that means a column, folded: its path, and what it is called in any language. Earlier words count first. */
const wordsOf = (kind: TableKind): Map<string, string> => {
  const columns = importColumns(kind)
  const labels = columns.map(({ path }) => ({ path, all: columnLabels.get(path) ?? [] }))
  const words = new Map<string, string>()
  const add = (word: string, path: string) => {
    const key = sortKeyOf(word)
    if (key !== '' && !words.has(key)) words.set(key, path)
  }
  for (const { path } of columns) add(path, path)
  for (const { path, all } of labels) for (const [label = ''] of all) add(label, path)
  for (const { path, all } of labels) for (const word of all.flat()) add(word, path)
  return words
}

const languageBehind = /^(.*?)\s*(?:@\s*|\()([A-Za-z]{2,3}(?:-[A-Za-z0-9]+)*)\)?$/

/**
 * What the columns of a file seem to mean, by their heads: the path of a column (`contact.url`), a label in any of the seven languages, or either with
 * a language behind it (`Title (de)`). Empty for a head that says nothing, and for one that says what an earlier one said.
 */
export const guessMapping = (kind: TableKind, heads: readonly string[]): string[] => {
  const words = wordsOf(kind)
  const used = new Set<string>()
  const meant = (head: string): string => {
    const exact = words.get(sortKeyOf(head))
    if (exact !== undefined) return exact
    const [, word = '', language = ''] = languageBehind.exec(head.trim()) ?? []
    const path = words.get(sortKeyOf(word))
    const name = path === undefined ? '' : `${path}@${language}`
    return columnNamed(kind, name) ? name : ''
  }
  return heads.map((head) => {
    const name = meant(head)
    if (name === '' || used.has(name)) return ''
    used.add(name)
    return name
  })
}
