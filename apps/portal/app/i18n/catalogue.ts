import { de } from './catalogues/de.ts'
import { type Catalogue, en } from './catalogues/en.ts'
import { es } from './catalogues/es.ts'
import { fr } from './catalogues/fr.ts'
import { pl } from './catalogues/pl.ts'
import { tr } from './catalogues/tr.ts'
import { uk } from './catalogues/uk.ts'
import type { Locale } from './locale.ts'

type Noun = keyof Catalogue

/** Every word the portal can say, as `noun.key`. A misspelt key does not compile. */
export type WordKey = { [N in Noun]: `${N}.${keyof Catalogue[N] & string}` }[Noun]

/** The words of one noun, for choosing a key by a value: `state.stage_${stage}`. */
export type WordKeyOf<N extends Noun> = `${N}.${keyof Catalogue[N] & string}`

type Messages = Readonly<Record<string, Readonly<Record<string, string>>>>

/** Read on the server only: a page carries its words, not its catalogue. */
const catalogues: Readonly<Record<Locale, Messages>> = { en, fr, de, es, pl, uk, tr }

/** The ICU message of a key, in the language asked for or else in English. */
export function message(locale: Locale, key: WordKey): string {
  const dot = key.indexOf('.')
  const noun = key.slice(0, dot)
  const word = key.slice(dot + 1)
  return catalogues[locale][noun]?.[word] ?? catalogues.en[noun]?.[word] ?? key
}

/** Whether a key made from a value exists, so that data from elsewhere never prints a raw key. */
export function isWordKey(key: string): key is WordKey {
  const dot = key.indexOf('.')
  const noun = key.slice(0, dot)
  return Object.hasOwn(catalogues.en, noun) && Object.hasOwn(catalogues.en[noun] ?? {}, key.slice(dot + 1))
}
