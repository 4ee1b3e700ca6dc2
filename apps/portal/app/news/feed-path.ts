import { type Kind, kinds } from '@hansa/domain/kind'
import { type SearchParams, searchQuery } from '../search/search-params.ts'

/** The query of a search without what only concerns how a page of it looks. */
export const feedQuery = (params: SearchParams): string =>
  searchQuery({ ...params, sort: 'relevance', near: '', page: 1, more: [], map: false })

/** Path of the feed of a search or of a list, without a language. */
export const feedPath = (params: SearchParams, kind: Kind | null): string =>
  `/feeds/${kind ? kinds[kind].path : 'search'}${feedQuery(params)}`
