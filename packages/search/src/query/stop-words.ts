import { fold } from '../text/fold.ts'
import { chunksOf, endsInWord } from '../text/tokenise.ts'
import { blank } from './parse.ts'

// Articles, prepositions, conjunctions and question words. Words that are names or content in another language are not here
// (who, it, us, no, son). Lines: en, fr, de, es and pt, it, nl, sv with da and nb, pl, uk with ru, tr.
const LISTS = `
  a an the of in on at to for from by with and or as is are be was were do does did what which how why when where about that this
  le la les l un une des de d du au aux et ou en dans sur pour par avec est sont que qui quel quelle quels quelles comment
  der die das den dem des ein eine einen einem einer und oder im am an auf für mit von vom zu zum zur bei aus über wie welche
  el los las del y o con por para como al se es os as um uma do da dos das e em na nas com ao
  il lo gli di dello della dei degli delle nel nella su per dal dalla che come alla i
  het een van voor met bij uit naar over wat hoe welke zijn
  och eller på av till från ett det om att hur vad är som og af til fra et hvad er
  w we z ze na dla od po przez oraz lub jak co jest są
  і та або в у з із на до для про від по як що є и во с со о об от или как что за
  ve veya ile için bir bu nasıl
`
const STOP_WORDS: ReadonlySet<string> = new Set(LISTS.trim().split(/\s+/).map(fold))

/** Whether a folded word says nothing about what is looked for. */
export function isStopWord(term: string): boolean {
  return STOP_WORDS.has(term)
}

/**
 * Blanks the words that say nothing about what is looked for, so that a question in a sentence finds what its other words
 * find. The word still being typed stays, and so does a text of nothing else.
 */
export function withoutStopWords(text: string): string {
  const chunks = chunksOf(text)
  const typing = endsInWord(text) ? chunks.at(-1) : undefined
  const stops = chunks.filter(
    (chunk) => chunk !== typing && chunk.joined === null && isStopWord(chunk.parts[0]?.term ?? ''),
  )
  if (stops.length === chunks.length) return text
  return stops.reduce((left, { start, end }) => blank(left, start, end), text)
}
