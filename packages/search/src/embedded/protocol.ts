import type {
  FacetCount,
  IndexSchema,
  SearchBatch,
  SearchDoc,
  SearchHealth,
  SearchPage,
  SearchQuery,
} from '../engine.ts'

/** What the engine may ask its worker thread; each call has one reply. */
export type WorkerCalls = {
  open(schema: IndexSchema, folder: string | null, saveAfter: number): void
  apply(batch: SearchBatch): Promise<void>
  beginRebuild(): void
  fillRebuild(docs: readonly SearchDoc[]): Promise<void>
  finishRebuild(seq: bigint): Promise<void>
  abandonRebuild(): void
  search(query: SearchQuery): SearchPage
  facetSearch(facet: string, prefix: string, query: SearchQuery): FacetCount[]
  health(): SearchHealth
  save(): Promise<void>
}

export type WorkerMethod = keyof WorkerCalls
export type WorkerRequest = {
  [M in WorkerMethod]: { call: number; method: M; args: Parameters<WorkerCalls[M]> }
}[WorkerMethod]
export type WorkerReply = { call: number; value: unknown } | { call: number; failure: string }
