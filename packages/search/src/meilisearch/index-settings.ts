import { createHash } from 'node:crypto'
import type { Settings } from 'meilisearch'
import type { IndexSchema } from '../engine.ts'
import { NORMALISER_VERSION } from '../text/fold.ts'

/** Layout of the stored documents; raise it with every change of `stored-document.ts`. */
const FORMAT = 'hansa-meilisearch-1'

/**
 * Every setting of an index, the defaults too: they differ between releases.
 *
 * Meilisearch is not asked to understand texts. Words are filters over the terms our own normaliser makes, so nothing is
 * searchable in its sense, and its own rules for words, languages and ranks have nothing to work on.
 */
export function settingsFor(schema: IndexSchema): Settings {
  const equality = { equality: true, comparison: false }
  const comparison = { equality: true, comparison: true }
  const filterable = (attributePatterns: string[], facetSearch: boolean, filter: typeof equality) => ({
    attributePatterns,
    features: { facetSearch, filter },
  })
  return {
    searchableAttributes: [],
    displayedAttributes: ['*'],
    filterableAttributes: [
      // Searched by value too: that is how the terms are found that a misspelt word may mean.
      filterable(
        schema.attributes.map((name) => `words.${name}`),
        true,
        equality,
      ),
      filterable(
        ['key', 'pairs', ...['kind', ...schema.facets].map((name) => `facets.${name}`)],
        false,
        equality,
      ),
      filterable(
        schema.numbers.map((name) => `numbers.${name}`),
        false,
        comparison,
      ),
      '_geo',
    ],
    sortableAttributes: [
      ...schema.numbers.map((name) => `numbers.${name}`),
      ...schema.texts.map((name) => `texts.${name}`),
      '_geo',
      'order',
    ].sort(),
    rankingRules: ['sort', 'order:asc'],
    distinctAttribute: null,
    stopWords: [],
    synonyms: {},
    separatorTokens: [],
    nonSeparatorTokens: [],
    dictionary: [],
    localizedAttributes: [{ attributePatterns: ['*'], locales: ['eng'] }],
    proximityPrecision: 'byAttribute',
    prefixSearch: 'disabled',
    facetSearch: true,
    // Counted in bytes there: never more letters than our own rule has, so nothing it allows is missed.
    typoTolerance: {
      enabled: true,
      minWordSizeForTypos: { oneTypo: 5, twoTypos: 9 },
      disableOnWords: [],
      disableOnAttributes: [],
      disableOnNumbers: true,
    },
    faceting: { maxValuesPerFacet: 100_000, sortFacetValuesBy: { '*': 'count' } },
    pagination: { maxTotalHits: 10_000_000 },
    searchCutoffMs: null,
    embedders: {},
  }
}

/** Identifies everything an index depends on besides the data: settings, text rules, layout and release of the server. */
export function fingerprint(schema: IndexSchema, serverVersion: string): string {
  const content = JSON.stringify([FORMAT, NORMALISER_VERSION, serverVersion, schema, settingsFor(schema)])
  return createHash('sha256').update(content).digest('hex').slice(0, 32)
}

/** Names of the settings in which a real index differs from what it should be. */
export function differingSettings(actual: Settings, wanted: Settings): string[] {
  const real = new Map<string, unknown>(Object.entries(actual))
  return Object.entries(wanted)
    .filter(([name, value]) => !isEqual(real.get(name) ?? null, value))
    .map(([name]) => name)
}

/** Compares settings as values; lists of names are sets, except where their order means something. */
function isEqual(a: unknown, b: unknown): boolean {
  return canonical(a) === canonical(b)
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${entries.map(([name, one]) => `${name}:${canonical(one)}`).join(',')}}`
}
