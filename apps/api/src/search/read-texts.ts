import { type Lexicon, type NameMatch, namesInProse, type ReadText, readText } from '@hansa/search'
import type { EntryRow } from '../entry/entry.types.ts'
import type { Kept } from '../kept.ts'

/** Takes the texts of entries apart: their words, and the names in them. */
export type ReadTexts = {
  wordsOf(row: EntryRow, text: string): ReadText
  /** @param language of the text (BCP 47) */
  namesOf(row: EntryRow, text: string, language: string): readonly NameMatch[]
}

type Apart = { words: ReadText | null; names: readonly NameMatch[] | null }

/** By the names that were known, by the entry as it was read, by text. What is forgotten of these is forgotten here. */
type Memory = WeakMap<Lexicon, WeakMap<EntryRow, Map<string, Apart>>>

/** Texts are taken apart once while their entry is remembered, because the same entries are found again and again. */
export const readTextsWith = async (kept: Kept, lexicon: Lexicon): Promise<ReadTexts> => {
  const memory = await kept.read<Memory>('texts taken apart', [], async () => new WeakMap())
  const rows = memory.get(lexicon) ?? new WeakMap<EntryRow, Map<string, Apart>>()
  memory.set(lexicon, rows)
  const apartOf = (row: EntryRow, text: string): Apart => {
    const texts = rows.get(row) ?? new Map<string, Apart>()
    rows.set(row, texts)
    const apart = texts.get(text) ?? { words: null, names: null }
    texts.set(text, apart)
    return apart
  }
  return {
    wordsOf(row, text) {
      const apart = apartOf(row, text)
      apart.words ??= readText(text)
      return apart.words
    },
    namesOf(row, text, language) {
      const apart = apartOf(row, text)
      apart.names ??= namesInProse(lexicon, { text, language })
      return apart.names
    },
  }
}
