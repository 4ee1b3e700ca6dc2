import { kinds } from '@hansa/domain/kind'
import type { SavedSearch } from '@hansa/domain/notification'

/**
 * Path and query of the page that shows a search, without a language: the list of its kind, or the search of all. Filters are called in
 * addresses as in the API.
 */
export const searchPath = ({ text, kinds: among, filter }: SavedSearch): string => {
  const query = new URLSearchParams()
  if (text) query.set('q', text)
  const [kind, ...others] = among
  const alone = kind && others.length === 0 ? kind : null
  if (!alone) for (const one of among) query.append('kind', one)
  for (const [name, value] of Object.entries(filter))
    for (const one of typeof value === 'number' ? [value] : value) query.append(name, String(one))
  const path = alone ? `/${kinds[alone].path}` : '/search'
  return query.size > 0 ? `${path}?${query}` : path
}
