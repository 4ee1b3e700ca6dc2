import { randomUUID } from 'node:crypto'
import { Unavailable } from '@hansa/domain/errors'
import type { IndexSchema, SearchBatch, SearchDoc, SearchHealth } from '../engine.ts'
import type { Connection } from './connection.ts'
import { ALWAYS } from './expression.ts'
import { fingerprint } from './index-settings.ts'
import {
  createIndex,
  nameForBuilding,
  removeAbandoned,
  removeDocuments,
  replaceIndex,
  writeDocuments,
  wrongSettings,
} from './index-store.ts'
import { readPosition } from './position.ts'

/** A rebuild that breaks off leaves an index behind; one that nobody has written to for so long is taken for that. */
const ABANDONED_MS = 10 * 60_000

const REPLACED = 'The index on the search server was replaced by another one; it has to be opened again.'

type Rebuild = { name: string; touched: Set<string>; seq: bigint }

/** Keeps one index on the server: its position, its changes one after the other, and its successor while that is built. */
export class IndexKeeper {
  readonly #connection: Connection
  readonly #name: string
  readonly #schema: IndexSchema
  readonly #madeFor: string
  readonly #clock: { now(): Date }
  #seq = 0n
  #build = ''
  #problem: string | null = null
  #rebuild: Rebuild | null = null
  #last: Promise<unknown> = Promise.resolve()

  constructor(
    connection: Connection,
    name: string,
    schema: IndexSchema,
    version: string,
    clock: { now(): Date },
  ) {
    this.#connection = connection
    this.#name = name
    this.#schema = schema
    this.#madeFor = fingerprint(schema, version)
    this.#clock = clock
  }

  /** False when the stored index was made for something else: it is then neither searched nor changed, only replaced. */
  get fits(): boolean {
    return this.#problem === null
  }

  /** Finds out what is on the server; makes an empty index when there is none. */
  async open(): Promise<void> {
    const connection = this.#connection
    await removeAbandoned(connection, this.#name, new Date(this.#clock.now().getTime() - ABANDONED_MS))
    const wrong = await wrongSettings(connection, this.#name, this.#schema)
    if (wrong === null) {
      const position = { seq: 0n, madeFor: this.#madeFor, complete: false, build: randomUUID() }
      await createIndex(connection, this.#name, this.#schema)
      await writeDocuments(connection, this.#name, this.#schema, [], position)
    }
    const position = await readPosition(connection, this.#name)
    this.#problem =
      position?.madeFor !== this.#madeFor
        ? 'The index on the search server was made for other fields, text rules or another release; it has to be rebuilt.'
        : wrong !== null && wrong.length > 0
          ? `The index on the search server has other settings than it should (${wrong.join(', ')}); it has to be rebuilt.`
          : null
    this.#seq = this.fits ? (position?.seq ?? 0n) : 0n
    this.#build = position?.build ?? ''
  }

  /** Applies changes after those before it, so that an older state of a document cannot overtake a newer one. */
  apply(batch: SearchBatch): Promise<void> {
    return this.#next(() => this.#apply(batch))
  }

  async #apply({ upsert, remove, seq }: SearchBatch): Promise<void> {
    if (this.#problem !== null) throw new Unavailable(this.#problem)
    // Another process may have moved the position on, or put another index in this one's place.
    const stored = await readPosition(this.#connection, this.#name)
    if (stored?.build !== this.#build) throw new Unavailable(REPLACED)
    const reached = [seq, this.#seq, stored.seq].reduce((a, b) => (a > b ? a : b))
    if (this.#rebuild) {
      for (const id of [...remove, ...upsert.map((doc) => doc.id)]) this.#rebuild.touched.add(id)
      if (seq > this.#rebuild.seq) this.#rebuild.seq = seq
      await removeDocuments(this.#connection, this.#rebuild.name, remove)
      await writeDocuments(this.#connection, this.#rebuild.name, this.#schema, upsert, null)
    }
    // Removals first and awaited: the position must not be written before all it stands for.
    await removeDocuments(this.#connection, this.#name, remove)
    const position = { ...stored, seq: reached }
    await writeDocuments(this.#connection, this.#name, this.#schema, upsert, position)
    this.#seq = reached
  }

  /** Fills an index beside the old one and puts it in its place; changes that come meanwhile go to both. */
  async rebuild(
    batches: AsyncIterable<readonly SearchDoc[]>,
    check: (docs: readonly SearchDoc[]) => void,
    seq: bigint,
  ): Promise<void> {
    if (this.#rebuild)
      throw new Unavailable('The search index is being rebuilt already. Wait until that is done.')
    const rebuild: Rebuild = { name: nameForBuilding(this.#name), touched: new Set(), seq }
    try {
      await createIndex(this.#connection, rebuild.name, this.#schema)
      this.#rebuild = rebuild
      for await (const docs of batches) {
        check(docs)
        await this.#next(() => {
          const untouched = docs.filter((doc) => !rebuild.touched.has(doc.id))
          return writeDocuments(this.#connection, rebuild.name, this.#schema, untouched, null)
        })
      }
      await this.#next(() => this.#finish(rebuild))
    } catch (error) {
      // When the server is gone this fails too; what is left is then removed at a later start.
      await this.#connection.client.deleteIndex(rebuild.name).catch(() => undefined)
      throw error
    } finally {
      this.#rebuild = null
    }
  }

  async #finish({ name, seq }: Rebuild): Promise<void> {
    const position = { seq, madeFor: this.#madeFor, complete: true, build: name }
    await writeDocuments(this.#connection, name, this.#schema, [], position)
    await replaceIndex(this.#connection, this.#name, name)
    this.#seq = seq
    this.#build = name
    this.#problem = null
    this.#rebuild = null
  }

  /** Waits for all changes given so far; the position reached. */
  async settled(): Promise<bigint> {
    await this.#last.catch(() => undefined)
    return this.#seq
  }

  /** Asks the server, so that it also tells when somebody else has changed or deleted the index. */
  async health(): Promise<SearchHealth> {
    const unfit = (problem: string) => ({ seq: 0n, savedSeq: 0n, docs: 0, stale: true, problem })
    if (this.#problem !== null) return unfit(this.#problem)
    const position = await readPosition(this.#connection, this.#name)
    if (!position) return unfit('The index is gone from the search server; it has to be rebuilt.')
    if (position.build !== this.#build) return unfit(REPLACED)
    const counted = { indexUid: this.#name, q: '', filter: ALWAYS, hitsPerPage: 0 }
    const [page] = await this.#connection.search([counted])
    const { seq, complete } = position
    return { seq, savedSeq: seq, docs: page?.totalHits ?? 0, stale: !complete, problem: null }
  }

  #next<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#last.then(work, work)
    this.#last = done.catch(() => undefined)
    return done
  }
}
