import type { IndexSchema, SearchDoc, SearchEngine, SearchPage, SearchQuery } from '../engine.ts'
import { sortKey } from '../text/fold.ts'
import { createStemmers } from '../text/stem.ts'

/** The index all conformance tests use; the registry's own has more facets and numbers but the same shape. */
export const TEST_SCHEMA = {
  name: 'conformance',
  version: 1,
  attributes: ['title', 'names', 'concepts', 'identifiers', 'summary', 'body', 'stems'],
  hidden: ['stems'],
  facets: ['area', 'country'],
  numbers: ['year', 'population'],
  texts: ['title'],
} as const satisfies IndexSchema

export type TestDoc = SearchDoc<typeof TEST_SCHEMA>

/** Opens an engine with an empty index of its own, not configured yet. */
export type OpenEngine = () => Promise<SearchEngine>

const stemmers = createStemmers()

/** A document from the parts a test is about. */
export function testDoc(
  id: string,
  parts: Partial<Omit<TestDoc, 'id'>> & { year?: number | null } = {},
): TestDoc {
  const { fields = {}, languages = ['en'], year = null, ...rest } = parts
  const text = Object.values(fields).flat().join('\n')
  return {
    id,
    kind: 'practice',
    stableKey: id,
    languages,
    fields: { ...fields, stems: [stemmers.stemsOf(text, languages)] },
    facets: { area: [], country: [] },
    numbers: { year, population: null },
    texts: { title: fields.title?.[0] === undefined ? null : sortKey(fields.title[0]) },
    geo: null,
    ...rest,
  }
}

/** A document that is only a title. */
export function titled(id: string, title: string): TestDoc {
  return testDoc(id, { fields: { title: [title] } })
}

/** Replaces the content of an engine, and waits until it is searchable. */
export async function fill(engine: SearchEngine, docs: readonly SearchDoc[]): Promise<void> {
  await engine.rebuild(batchesOf(docs), 1n)
  await engine.flush()
}

/** The documents in one batch. */
export async function* batchesOf(docs: readonly SearchDoc[]): AsyncIterable<readonly SearchDoc[]> {
  yield docs
}

/** A configured engine with these documents. */
export async function openFilled(open: OpenEngine, docs: readonly SearchDoc[]): Promise<SearchEngine> {
  const engine = await open()
  await engine.configure(TEST_SCHEMA)
  await fill(engine, docs)
  return engine
}

/** The ids an engine finds, in order; a string is searched as a whole word list without a prefix. */
export async function idsOf(engine: SearchEngine, query: string | SearchQuery): Promise<string[]> {
  const page = await engine.search(typeof query === 'string' ? { text: `${query} ` } : query)
  return ids(page)
}

export function ids(page: SearchPage): string[] {
  return page.hits.map((hit) => hit.id)
}
