import { Unavailable } from '@hansa/domain/errors'
import type {
  FacetCount,
  IndexSchema,
  SearchBatch,
  SearchDoc,
  SearchHealth,
  SearchPage,
  SearchQuery,
} from '../engine.ts'
import { IndexCore } from './index-core.ts'
import { createSlices } from './slices.ts'
import { loadSnapshot, saveSnapshot, schemaHash } from './snapshot.ts'

type Rebuild = { core: IndexCore; touched: Set<string> }

/** Longest a search waits for a change that is being applied, in milliseconds. */
const SLICE_MS = 3
/** Milliseconds until a save that failed is tried again. */
const RETRY_MS = 60_000

/** The engine as it runs in the worker thread: one index, its file, and the index being rebuilt. Searches go first. */
export class IndexServer {
  readonly #schema: IndexSchema
  readonly #folder: string | null
  readonly #saveAfter: number
  readonly #changes = createSlices(SLICE_MS)
  #core: IndexCore
  #complete: boolean
  #savedSeq = 0n
  /** Why the stored index was refused, and why the index could not be stored. */
  #refused: string | null
  #unsaved: string | null = null
  #rebuild: Rebuild | null = null
  #timer: NodeJS.Timeout | null = null
  #saving: Promise<void> = Promise.resolve()

  /** @param saveAfter milliseconds after a change at which the index is stored */
  constructor(schema: IndexSchema, folder: string | null, saveAfter: number) {
    this.#schema = schema
    this.#folder = folder
    this.#saveAfter = saveAfter
    const { snapshot, problem } =
      folder === null ? { snapshot: null, problem: null } : loadSnapshot(folder, schema)
    this.#core = new IndexCore(schema, snapshot?.state)
    this.#complete = snapshot?.complete ?? false
    this.#savedSeq = this.#core.seq
    this.#refused = problem
  }

  /** True when this index was made for just this schema. */
  isFor(schema: IndexSchema): boolean {
    return schemaHash(schema) === schemaHash(this.#schema)
  }

  apply(batch: SearchBatch): Promise<void> {
    return this.#changes.run(() => this.#applying(batch))
  }

  *#applying(batch: SearchBatch): Generator<void, void> {
    yield* this.#core.applying(batch)
    if (this.#rebuild) {
      for (const id of [...batch.remove, ...batch.upsert.map((doc) => doc.id)]) this.#rebuild.touched.add(id)
      yield* this.#rebuild.core.applying(batch)
    }
    this.#planSave(this.#saveAfter)
  }

  beginRebuild(): void {
    if (this.#rebuild)
      throw new Unavailable('The search index is being rebuilt already. Wait until that is done.')
    this.#rebuild = { core: new IndexCore(this.#schema), touched: new Set() }
  }

  /** Adds documents to the index being rebuilt, except those that changed since the rebuild began. */
  fillRebuild(docs: readonly SearchDoc[]): Promise<void> {
    return this.#changes.run(() => {
      const { core, touched } = this.#rebuilding()
      return core.applying({ upsert: docs.filter((doc) => !touched.has(doc.id)), remove: [], seq: 0n })
    })
  }

  finishRebuild(seq: bigint): Promise<void> {
    return this.#changes.run(() => this.#finishing(seq))
  }

  *#finishing(seq: bigint): Generator<void, void> {
    const { core } = this.#rebuilding()
    yield* core.applying({ upsert: [], remove: [], seq })
    yield* core.packing()
    this.#core = core
    this.#rebuild = null
    this.#complete = true
    this.#refused = null
    this.#planSave(this.#saveAfter)
  }

  abandonRebuild(): void {
    this.#rebuild = null
  }

  #rebuilding(): Rebuild {
    if (!this.#rebuild) throw new Unavailable('No rebuild of the search index is under way. Start it again.')
    return this.#rebuild
  }

  search(query: SearchQuery): SearchPage {
    return this.#core.search(query)
  }

  facetSearch(facet: string, prefix: string, query: SearchQuery): FacetCount[] {
    return this.#core.facetSearch(facet, prefix, query)
  }

  health(): SearchHealth {
    const { seq, count } = this.#core
    const problem = this.#refused ?? this.#unsaved
    return { seq, savedSeq: this.#savedSeq, docs: count, stale: !this.#complete, problem }
  }

  #planSave(afterMs: number): void {
    if (this.#folder === null || this.#timer) return
    this.#timer = setTimeout(() => this.save(), afterMs)
  }

  /** Stores the index when something changed; a failure is kept for `health`, the index is only a cache. */
  save(): Promise<void> {
    const folder = this.#folder
    if (folder === null || !this.#timer) return this.#saving
    clearTimeout(this.#timer)
    this.#timer = null
    this.#saving = this.#saving.then(() => this.#write(folder))
    return this.#saving
  }

  async #write(folder: string): Promise<void> {
    try {
      const core = this.#core
      const complete = this.#complete
      const state = await this.#changes.run(() => core.stating())
      await saveSnapshot(folder, this.#schema, { complete, state })
      this.#savedSeq = state.seq
      this.#unsaved = null
    } catch (error) {
      this.#unsaved = `The search index could not be stored and is tried again every minute; see that ${folder} can be written and has room: ${String(error)}`
      this.#planSave(RETRY_MS)
    }
  }
}
