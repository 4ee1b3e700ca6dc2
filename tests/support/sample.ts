import { ask } from './server.ts'

export const kinds = [
  'PRACTICE',
  'CITY',
  'COUNTRY',
  'ORGANISATION',
  'NETWORK',
  'FRAMEWORK',
  'COMPONENT',
  'PROJECT',
  'VISIT',
  'EVENT',
  'RESOURCE',
  'CONSULTATIVE_BODY',
] as const
export type Kind = (typeof kinds)[number]

/** Path of the list of a kind: `/consultative-bodies`. */
export function listPath(kind: Kind): string {
  const slug = kind.toLowerCase().replaceAll('_', '-')
  return `/${slug.endsWith('y') ? `${slug.slice(0, -1)}ies` : `${slug}s`}`
}

export interface Entry {
  readonly id: string
  readonly path: string
  readonly coverage: string
}

/** Entries of a kind, up to a hundred. */
export async function entriesOf(url: string, kind: Kind): Promise<Entry[]> {
  const query = `query ($kinds: [EntryKind!]) { search(kinds: $kinds, first: 100) { nodes { id path coverage } } }`
  const { search } = await ask<{ search: { nodes: Entry[] } }>(url, query, { kinds: [kind] })
  return search.nodes
}

/** Of a kind one entry per coverage: told in full, in short, only mentioned. */
export async function sampleOf(url: string, kind: Kind): Promise<Entry[]> {
  const entries = await entriesOf(url, kind)
  return [...new Map(entries.map((entry) => [entry.coverage, entry])).values()]
}

/** Addresses of the pages that are there once: with what each is called in a test. */
export const singlePages = {
  home: '/',
  'search for everything': '/search',
  'search with many results': '/search?q=housing',
  'search with filters': '/search?q=housing&kind=practice&country=IS&evidence=1',
  'search with one result': '/search?q=%22Ghent+Refugee+Taskforce%22&kind=practice',
  'search with nothing found': '/search?q=xyzzyqwv',
  'search with a misspelt word': '/search?q=hosuing',
  'policy areas': '/policy-areas',
  'a policy area': '/policy-areas/housing',
  'an empty comparison': '/compare',
  about: '/about',
  'accessibility statement': '/accessibility',
  'API page': '/api',
} as const

/** A comparison of the first entries of a kind. */
export async function comparisonOf(url: string, kind: 'PRACTICE' | 'CITY', count: number): Promise<string> {
  const entries = await entriesOf(url, kind)
  return `/compare?${new URLSearchParams(entries.slice(0, count).map(({ id }) => ['id', id]))}`
}
