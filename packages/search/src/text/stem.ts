/// <reference path="./snowball-stemmers.d.ts" />
import snowball from 'snowball-stemmers'
import { fold } from './fold.ts'
import { chunksOf } from './tokenise.ts'

/** Snowball algorithms by language, in the order in which a query without a known language tries them. */
const SNOWBALL: Record<string, string> = {
  en: 'english',
  fr: 'french',
  de: 'german',
  es: 'spanish',
  it: 'italian',
  nl: 'dutch',
  pt: 'portuguese',
  sv: 'swedish',
  da: 'danish',
  nb: 'norwegian',
  no: 'norwegian',
  fi: 'finnish',
  ru: 'russian',
  tr: 'turkish',
  ro: 'romanian',
  cs: 'czech',
  sl: 'slovene',
  hu: 'hungarian',
  ar: 'arabic',
}

// Endings of nouns and adjectives as they look after folding (ą is a, й is и); the longest that fits is cut.
const POLISH =
  'owie iach iami owej owych owego ach ami ego emu ymi imi owi owa owe ych ich iej om ow em ie ia io iu ej ym im a e i o u y'
const UKRAINIAN =
  'остями ами ями ові еві єві ого ому ими іми ах ях ів ам ям ою ею єю ем ом єм іи их іх им ім оі ої а у ю я і и е є о ь'
const CUTTERS: Record<string, string[]> = { pl: POLISH.split(' '), uk: UKRAINIAN.split(' ') }
const MIN_STEM = 4
/** Stems remembered per language: texts repeat their words, and some of the algorithms are slow (Turkish: 20 µs). */
const MEMORY = 50_000

/** Reduces words to a common beginning of their inflected forms, per language. */
export type Stemmers = {
  /** Languages there is a stemmer for (BCP 47 primary subtags). */
  readonly languages: readonly string[]
  /** The folded stem of a word; the folded word itself for an unknown language. */
  stem(word: string, language: string): string
  /** The distinct stems of a text in these languages, for the attribute `stems` of a document. */
  stemsOf(text: string, languages: readonly string[]): string
}

/** Makes stemmers; keep and share the result, which remembers what it has stemmed. */
export function createStemmers(): Stemmers {
  const snowballs = new Map<string, ReturnType<typeof snowball.newStemmer>>()
  // Made when first used: most starts need none of them.
  const snowballOf = (language: string) => {
    const name = SNOWBALL[language]
    if (name === undefined) return undefined
    const stemmer = snowballs.get(language) ?? snowball.newStemmer(name)
    snowballs.set(language, stemmer)
    return stemmer
  }
  const compute = (word: string, primary: string): string => {
    const endings = CUTTERS[primary]
    if (endings) return cut(fold(word), endings)
    const stemmer = snowballOf(primary)
    if (!stemmer) return fold(word)
    const once = stemmer.stem(word.toLowerCase().normalize('NFC'))
    // The Turkish algorithm takes göçmenler to göçmen but göçmen to göçme: a second pass brings both to one stem.
    return fold(primary === 'tr' ? stemmer.stem(once) : once)
  }
  const known = new Map<string, Map<string, string>>()
  const memory = (language: string): Map<string, string> => {
    let stems = known.get(language)
    if (!stems || stems.size >= MEMORY) {
      stems = new Map()
      known.set(language, stems)
    }
    return stems
  }
  const recall = (stems: Map<string, string>, word: string, language: string): string => {
    const found = stems.get(word)
    if (found !== undefined) return found
    const [primary = ''] = language.toLowerCase().split('-')
    const computed = compute(word, primary)
    stems.set(word, computed)
    return computed
  }
  return {
    languages: [...Object.keys(SNOWBALL), ...Object.keys(CUTTERS)],
    stem: (word, language) => recall(memory(language), word, language),
    stemsOf(text, languages) {
      const words = new Map<string, string>()
      for (const { parts } of chunksOf(text))
        for (const { term, start, end } of parts) words.set(text.slice(start, end), term)
      const stems = new Set<string>()
      // The query may come without its marks, so both spellings are stemmed.
      for (const language of languages) {
        const known = memory(language)
        for (const [word, term] of words) {
          stems.add(recall(known, word, language))
          if (term !== word) stems.add(recall(known, term, language))
        }
      }
      stems.delete('')
      return [...stems].join(' ')
    },
  }
}

function cut(term: string, endings: readonly string[]): string {
  const ending = endings.find((e) => term.endsWith(e) && term.length - e.length >= MIN_STEM)
  return ending ? term.slice(0, -ending.length) : term
}
