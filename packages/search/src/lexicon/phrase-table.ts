/** Sequences of words and what each means; found from any place of a text by one look at the first word. */
export class PhraseTable<V> {
  readonly #byFirst = new Map<string, { words: readonly string[]; values: V[] }[]>()

  /** Adds a meaning of a sequence of words; the same meaning twice counts once. */
  add(words: readonly string[], value: V): void {
    const [first] = words
    if (first === undefined) return
    const known = this.#byFirst.get(first) ?? []
    this.#byFirst.set(first, known)
    const same = known.find((phrase) => phrase.words.join(' ') === words.join(' '))
    if (!same) known.push({ words, values: [value] })
    else if (!same.values.includes(value)) same.values.push(value)
  }

  /**
   * Reports every phrase that begins at place `at`.
   *
   * @param wordAt the word at a place of the text; undefined behind its end
   */
  visit(
    wordAt: (place: number) => string | undefined,
    at: number,
    report: (length: number, values: readonly V[]) => void,
  ): void {
    const first = wordAt(at)
    if (first === undefined) return
    for (const { words, values } of this.#byFirst.get(first) ?? [])
      if (words.every((word, i) => i === 0 || word === wordAt(at + i))) report(words.length, values)
  }

  /** The phrases of one word. */
  *words(): Generator<{ word: string; values: readonly V[] }> {
    for (const [word, phrases] of this.#byFirst)
      for (const { words, values } of phrases) if (words.length === 1) yield { word, values }
  }
}
