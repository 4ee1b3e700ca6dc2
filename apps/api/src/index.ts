export { type Api, type ApiCall, type ApiOptions, createApi } from './api.ts'
export { defaultLimits, type Limits } from './graphql/limits.ts'
export { type Indexer, reindex, startIndexer } from './jobs/index-search.ts'
export { BadSeed, isSeeded, loadSeed, type SeedReport } from './seed/load-seed.ts'
