import { idFromSource } from '@hansa/domain/id'
import { kinds } from '@hansa/domain/kind'
import type { EntryChange } from '../entry/entry.service.ts'

/** The languages a country made from its code alone is named in: those the interface or the search speaks. */
const languages = ['en', 'fr', 'de', 'es', 'it', 'pt', 'pl', 'nl', 'uk', 'tr'] as const

/** Names of a country by language, as Unicode CLDR has them; null for a code that stands for none. */
export const countryNames = (code: string) => {
  const named = languages.flatMap((language) => {
    const name = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' }).of(code)
    return name === undefined ? [] : [[language, { text: name, origin: 'human' as const }] as const]
  })
  return named.length > 0 ? Object.fromEntries(named) : null
}

/**
 * A country of which only the code is known: its names, and no more.
 * @param code ISO 3166-1 alpha-2
 * @param today date as `2026-11-22`
 */
export const newCountry = (code: string, today: string): EntryChange | null => {
  const title = countryNames(code)
  if (!title) return null
  return {
    kind: 'country',
    id: idFromSource(kinds.country.prefix, 'iso-3166-1', code),
    input: {
      slug: code.toLowerCase(),
      title,
      code,
      coverage: 'mention',
      provenance: { system: 'iso-3166-1', id: code, harvested: today },
      sources: [{ citation: 'Unicode CLDR, names of countries' }],
    },
  }
}
