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
import { loadSnapshot, saveSnapshot, schemaHash } from './snapshot.ts'

type Rebuild = { core: IndexCore; touched: Set<string> }

/** The engine as it runs in the worker thread: one index, its file, and the index being rebuilt. */
export class IndexServer {
  readonly #schema: IndexSchema
  readonly #folder: string | null
  readonly #saveAfter: number
  #core: IndexCore
  #complete: boolean
  #savedSeq = 0n
  #problem: string | null = null
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
    this.#problem = problem
  }

  /** True when this index was made for just this schema. */
  isFor(schema: IndexSchema): boolean {
    return schemaHash(schema) === schemaHash(this.#schema)
  }

  apply(batch: SearchBatch): void {
    this.#core.apply(batch)
    if (this.#rebuild) {
      for (const id of [...batch.remove, ...batch.upsert.map((doc) => doc.id)]) this.#rebuild.touched.add(id)
      this.#rebuild.core.apply(batch)
    }
    this.#planSave()
  }

  beginRebuild(): void {
    if (this.#rebuild)
      throw new Unavailable('The search index is being rebuilt already. Wait until that is done.')
    this.#rebuild = { core: new IndexCore(this.#schema), touched: new Set() }
  }

  /** Adds documents to the index being rebuilt, except those that changed since the rebuild began. */
  fillRebuild(docs: readonly SearchDoc[]): void {
    const { core, touched } = this.#rebuilding()
    core.apply({ upsert: docs.filter((doc) => !touched.has(doc.id)), remove: [], seq: 0n })
  }

  finishRebuild(seq: bigint): void {
    const { core } = this.#rebuilding()
    core.apply({ upsert: [], remove: [], seq })
    core.pack()
    this.#core = core
    this.#rebuild = null
    this.#complete = true
    this.#problem = null
    this.#planSave()
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
    return { seq, savedSeq: this.#savedSeq, docs: count, stale: !this.#complete, problem: this.#problem }
  }

  #planSave(): void {
    if (this.#folder === null || this.#timer) return
    this.#timer = setTimeout(() => this.save(), this.#saveAfter)
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
      const state = this.#core.state()
      await saveSnapshot(folder, this.#schema, { complete: this.#complete, state })
      this.#savedSeq = state.seq
    } catch (error) {
      this.#problem = `The search index could not be stored: ${String(error)}`
    }
  }
}
