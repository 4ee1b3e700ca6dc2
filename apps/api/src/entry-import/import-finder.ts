import { type Db, schema } from '@hansa/db'
import { isEntryId } from '@hansa/domain/id'
import { type Kind, kindOfId } from '@hansa/domain/kind'
import { sortKeyOf } from '@hansa/domain/slug'
import type { Finder, Read } from '@hansa/domain/table-cells'
import { and, eq, inArray, or } from 'drizzle-orm'
import { among } from '../entry/entry.loaders.ts'
import { chunks } from '../entry/entry.rows.ts'

const { concept, entry, slugRedirect } = schema

/** States of entries that others may name. */
const nameable = ['published', 'draft'] as const

/** What words of a file may mean, and which things they mean. */
class Meanings {
  readonly #ids = new Map<string, Set<string>>()

  add(key: string, id: string): void {
    const known = this.#ids.get(key)
    if (known) known.add(id)
    else this.#ids.set(key, new Set([id]))
  }

  /** The one thing of a key among several that say more and more loosely what is meant. */
  find(...keys: string[]): Read {
    for (const key of keys) {
      const ids = [...(this.#ids.get(key) ?? [])]
      if (ids.length > 1) return { problem: 'ambiguous', detail: ids.slice(0, 5).join(', ') }
      if (ids.length === 1) return { value: ids[0] }
    }
    return { problem: 'unknown' }
  }
}

const readConcepts = async (db: Db): Promise<Meanings> => {
  const meanings = new Meanings()
  const rows = await db
    .select({ id: concept.id, scheme: concept.scheme, key: concept.key, labels: concept.labels })
    .from(concept)
  for (const { id, scheme, key, labels } of rows) {
    meanings.add(`${scheme}/${key}`, id)
    const words = Object.values(labels).flatMap(({ text, also = [] }) => [text, ...also])
    for (const word of new Set(words.map(sortKeyOf))) meanings.add(`${scheme} ${word}`, id)
  }
  return meanings
}

const keyOf = (kind: string, by: 'slug' | 'title', word: string): string => `${kind} ${by} ${word}`

/** Reads all entries that words may mean: by id, by slug, also one they had before, or by title. */
const readEntries = async (db: Db, words: ReadonlyMap<string, ReadonlySet<Kind>>): Promise<Meanings> => {
  const meanings = new Meanings()
  const { id, kind, slug, sortKey, state } = entry
  for (const some of chunks([...words.keys()])) {
    const kinds = [...new Set(some.flatMap((word) => [...(words.get(word) ?? [])]))]
    const titles = some.map(sortKeyOf).filter((title) => title !== '')
    const found = await db
      .select({ id, kind, slug, sortKey })
      .from(entry)
      .where(
        and(
          inArray(state, [...nameable]),
          or(
            among(id, some.filter(isEntryId)),
            and(among(kind, kinds), or(among(slug, some), among(sortKey, titles))),
          ),
        ),
      )
    const before = await db
      .select({ id, kind, slug: slugRedirect.slug })
      .from(slugRedirect)
      .innerJoin(entry, eq(entry.id, slugRedirect.entryId))
      .where(
        and(among(slugRedirect.slug, some), among(slugRedirect.kind, kinds), inArray(state, [...nameable])),
      )
    for (const row of found) {
      meanings.add(row.id, row.id)
      meanings.add(keyOf(row.kind, 'title', row.sortKey), row.id)
    }
    for (const row of [...found, ...before]) meanings.add(keyOf(row.kind, 'slug', row.slug), row.id)
  }
  return meanings
}

/** Notes which entries a file names, so that all of them can be looked up at once. */
export const createCollector = () => {
  const words = new Map<string, Set<Kind>>()
  const finder: Finder = {
    concept: () => ({ value: '' }),
    entry(kinds, word) {
      const known = words.get(word) ?? new Set<Kind>()
      for (const kind of kinds) known.add(kind as Kind)
      words.set(word, known)
      return { value: '' }
    },
  }
  return { words, finder }
}

/** A finder that knows all concepts, and the entries that `words` may mean. */
export const createFinder = async (
  db: Db,
  words: ReadonlyMap<string, ReadonlySet<Kind>>,
): Promise<Finder> => {
  const concepts = await readConcepts(db)
  const entries = await readEntries(db, words)
  return {
    concept: (scheme, word) =>
      concepts.find(
        word.startsWith(`${scheme}/`) ? word : `${scheme}/${word}`,
        `${scheme} ${sortKeyOf(word)}`,
      ),
    entry(kinds, word) {
      if (isEntryId(word))
        return kinds.includes(kindOfId(word) ?? '') ? entries.find(word) : { problem: 'unknown' }
      for (const by of ['slug', 'title'] as const) {
        const found = kinds.map((kind) =>
          entries.find(keyOf(kind, by, by === 'slug' ? word : sortKeyOf(word))),
        )
        const meant = found.filter((one) => !('problem' in one && one.problem === 'unknown'))
        const [one, ...others] = meant
        if (others.length > 0) return { problem: 'ambiguous', detail: kinds.join(', ') }
        if (one) return one
      }
      return { problem: 'unknown' }
    },
  }
}
