import type { WrittenKind } from '@hansa/domain/fiche'
import { isLocalizedLeaf, type Leaf } from '@hansa/domain/leaves'
import { diffWordsWithSpace } from 'diff'
import { type Content, isSame, leavesIn } from './revision.content.ts'

export const pieceKinds = ['same', 'added', 'removed'] as const
export type PieceKind = (typeof pieceKinds)[number]

/** Some words of a text, and whether they are in both versions or in one. */
export type Piece = { kind: PieceKind; text: string }

/** What changed at one place of a revision: a text in one language, or the ids of what is named there. */
export type Difference = {
  /** Path of the value: `challenge`, `solution.0.text`; of what is named, the field. */
  path: string
  /** The language of a text that has one. */
  language: string | null
  pieces: Piece[]
  /** Ids of the entries and concepts that are named now and were not, and the other way round. */
  added: string[]
  removed: string[]
}

/** Longest texts whose words are compared; of longer ones the whole is shown as replaced. */
const longest = 8000

/** The words of two texts, side by side in one. */
export const piecesOf = (before: string, after: string): Piece[] => {
  if (before.length > longest || after.length > longest) return replaced(before, after)
  // Two texts that have little in common take long to compare, and tell nobody anything.
  const found = diffWordsWithSpace(before, after, { timeout: 200 })
  if (!found) return replaced(before, after)
  return found.map(({ added, removed, value }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    text: value,
  }))
}

const replaced = (before: string, after: string): Piece[] => {
  const pieces: Piece[] = [
    { kind: 'removed', text: before },
    { kind: 'added', text: after },
  ]
  return pieces.filter(({ text }) => text !== '')
}

type OneText = { path: string; language: string | null; text: string }

const textsIn = (leaves: readonly Leaf[]): Map<string, OneText> => {
  const found = leaves.flatMap((leaf): OneText[] => {
    const { path, control, value } = leaf
    if (control.type === 'entry' || control.type === 'concept') return []
    if (isLocalizedLeaf(leaf))
      return Object.entries(leaf.value).map(([language, { text }]) => ({ path, language, text }))
    return [{ path, language: null, text: typeof value === 'string' ? value : JSON.stringify(value) }]
  })
  return new Map(found.map((one) => [`${one.path} ${one.language ?? ''}`, one]))
}

const textDifferences = (before: readonly Leaf[], after: readonly Leaf[]): Difference[] => {
  const [old, now] = [textsIn(before), textsIn(after)]
  return [...new Map([...old, ...now]).entries()].flatMap(([key, { path, language }]) => {
    const [from, to] = [old.get(key)?.text ?? '', now.get(key)?.text ?? '']
    return from === to ? [] : [{ path, language, pieces: piecesOf(from, to), added: [], removed: [] }]
  })
}

const fieldOfPath = (path: string): string => path.split('.')[0] ?? path

const namedByField = (leaves: readonly Leaf[]): Map<string, Set<string>> => {
  const named = leaves.filter(({ control }) => control.type === 'entry' || control.type === 'concept')
  const groups = Map.groupBy(named, ({ path }) => fieldOfPath(path))
  return new Map([...groups].map(([field, some]) => [field, new Set(some.map(({ value }) => String(value)))]))
}

const namedDifferences = (before: readonly Leaf[], after: readonly Leaf[]): Difference[] => {
  const [old, now] = [namedByField(before), namedByField(after)]
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((path) => {
    const [from, to] = [old.get(path) ?? new Set<string>(), now.get(path) ?? new Set<string>()]
    const added = [...to].filter((id) => !from.has(id))
    const removed = [...from].filter((id) => !to.has(id))
    return added.length + removed.length > 0 ? [{ path, language: null, pieces: [], added, removed }] : []
  })
}

/** What differs between two contents, in the order of the fields: texts word by word, names as what came and went. */
export const differencesOf = (kind: WrittenKind, before: Content, after: Content): Difference[] => {
  const changed = (content: Content, other: Content) =>
    leavesIn(
      kind,
      Object.fromEntries(Object.entries(content).filter(([key, value]) => !isSame(value, other[key]))),
    )
  const [old, now] = [changed(before, after), changed(after, before)]
  const order = new Map([...now, ...old].map(({ path }, at) => [fieldOfPath(path), at]))
  const positionOf = ({ path }: Difference) => order.get(fieldOfPath(path)) ?? 0
  return [...textDifferences(old, now), ...namedDifferences(old, now)].toSorted(
    (a, b) => positionOf(a) - positionOf(b),
  )
}
