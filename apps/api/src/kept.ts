import { type Database, followOutbox, type Log, type OutboxEvent, outboxHead } from '@hansa/db'
import { kindNames } from '@hansa/domain/kind'

/** What an event of the outbox is about: a kind of entry, or a concept; and the search index, which follows a little later. */
export type ChangedKind = OutboxEvent['entryKind'] | 'index'

/** All there is: for what is made of many things. */
export const everything: readonly ChangedKind[] = [...kindNames, 'concept', 'index']

/**
 * Reads of the database that many requests repeat word for word, such as the labels of all concepts. Only what anybody
 * may see is kept; what depends on the viewer is read anew.
 */
export type Kept = {
  /**
   * Gives what `read` gave before, or reads.
   * @param name what is read; one name means one `read`
   * @param kinds a change of any of these makes it stale
   */
  read<T>(name: string, kinds: readonly ChangedKind[], read: () => Promise<T>): Promise<T>
  /** As `read`, of what is made of very many entries: when one of them changes, only it is read again. */
  readMany<T>(name: string, many: Many<T>): Promise<T>
}

/** A read of very many entries. */
export type Many<T> = {
  /** A change of an entry of this kind makes its own part stale. */
  of: ChangedKind
  /** A change of any of these makes the whole stale. */
  kinds: readonly ChangedKind[]
  read(): Promise<T>
  /** Gives what was read with the entries of these ids as they are now. */
  mend(value: T, ids: readonly string[]): Promise<T>
}

/**
 * A memory for single things, such as rows by id: empty at first, whoever reads something puts it there, and the whole is
 * dropped when one of `kinds` changes. What was read before a change goes to the memory that is dropped with it.
 */
export const memoryIn = <T>(
  kept: Kept,
  name: string,
  kinds: readonly ChangedKind[],
): Promise<Map<string, T>> => kept.read(name, kinds, async () => new Map<string, T>())

/** Keeps nothing: every read goes to the database. For writers that read what they just wrote, and for measuring. */
export const keepNothing: Kept = {
  read: (_name, _kinds, read) => read(),
  readMany: (_name, { read }) => read(),
}

export type KeptFollower = Kept & {
  /** To be called when the search index of this process was brought up to date. */
  indexChanged(): void
  stop(): Promise<void>
}

type Held = {
  kinds: readonly ChangedKind[]
  value: Promise<unknown>
  until: number
  /** Of very many: the kind of its parts, and those that are stale. */
  parts: { of: ChangedKind; stale: Set<string> } | null
}

// Where another process fills the index nobody says when; what was found in it is then looked for anew after this time.
const longestOfIndexMs = 60_000

/**
 * Keeps reads until the outbox names a kind they were made of, which takes a few milliseconds after the change was
 * committed; every process that serves requests follows for itself.
 */
export const followKept = async (database: Database, log: Log): Promise<KeptFollower> => {
  const held = new Map<string, Held>()
  const forget = (changed: ReadonlySet<ChangedKind>) => {
    for (const [name, { kinds }] of held) if (kinds.some((kind) => changed.has(kind))) held.delete(name)
  }
  const forgetParts = (rows: readonly OutboxEvent[]) => {
    for (const { parts } of held.values())
      for (const { entryKind, entryId } of parts ? rows : [])
        if (entryKind === parts?.of) parts.stale.add(entryId)
  }
  const follower = await followOutbox(database, {
    after: await outboxHead(database.db),
    log,
    handle: async (rows) => {
      forget(new Set(rows.map((row) => row.entryKind)))
      forgetParts(rows)
    },
  })
  const hold = <T>(name: string, own: Held & { value: Promise<T> }): Promise<T> => {
    held.set(name, own)
    // A failure is told to those who wait and not kept.
    own.value.catch(() => held.get(name) === own && held.delete(name))
    return own.value
  }
  const always = Number.POSITIVE_INFINITY
  return {
    read<T>(name: string, kinds: readonly ChangedKind[], read: () => Promise<T>): Promise<T> {
      const known = held.get(name)
      const now = performance.now()
      // One name means one `read`, so what is held under it is of its type.
      if (known && now < known.until) return known.value as Promise<T>
      const until = kinds.includes('index') ? now + longestOfIndexMs : always
      return hold(name, { kinds, value: read(), until, parts: null })
    },
    readMany<T>(name: string, { of, kinds, read, mend }: Many<T>): Promise<T> {
      const known = held.get(name)
      const parts = { of, stale: new Set<string>() }
      if (!known?.parts) return hold(name, { kinds, value: read(), until: always, parts })
      const value = known.value as Promise<T>
      if (known.parts.stale.size === 0) return value
      const ids = [...known.parts.stale]
      return hold(name, { kinds, value: value.then((before) => mend(before, ids)), until: always, parts })
    },
    indexChanged: () => forget(new Set(['index'])),
    stop: () => follower.stop(),
  }
}
