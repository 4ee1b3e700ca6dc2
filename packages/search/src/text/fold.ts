/** Raise it with every change of the rules in this folder: stored indexes are then rebuilt. */
export const NORMALISER_VERSION = 2

export const SEPARATOR = 0
export const LETTER = 1
/** Invisible inside a word: combining marks, soft hyphen, zero-width characters. */
export const IGNORED = 2
/** Joins two words into a compound when it stands single between them. */
export const JOINER = 3

/** Letters that Unicode does not decompose. å ä ö ü lose their marks here; the spelling with ae, oe, ue is a variant. */
const LETTERS: Record<string, string> = {
  ł: 'l',
  ø: 'o',
  ı: 'i',
  ß: 'ss',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  œ: 'oe',
  æ: 'ae',
  ħ: 'h',
  ŧ: 't',
  ŋ: 'n',
  ə: 'e',
  ґ: 'г',
  ς: 'σ',
  ى: 'ي',
  ـ: '',
}
const JOINERS = new Set(
  ["'", '’', 'ʼ', '`', '´', '-', '‐', '‑', '.', '/', '_', '&', '+', '@', '#'].map((c) => c.codePointAt(0)),
)
const WORD = /[\p{L}\p{N}]/u
const INVISIBLE = /[\p{M}\u00ad\u200b-\u200f\u2060\ufeff]/u

function computeClass(code: number): number {
  if (JOINERS.has(code)) return JOINER
  const char = String.fromCodePoint(code)
  if (INVISIBLE.test(char)) return IGNORED
  return WORD.test(char) ? LETTER : SEPARATOR
}

function computeFold(code: number): string {
  const plain = String.fromCodePoint(code).normalize('NFKD').toLowerCase().normalize('NFKD')
  let out = ''
  for (const char of plain) {
    const letter = LETTERS[char] ?? char
    if (letter !== '' && WORD.test(letter)) out += letter
  }
  return out
}

// Latin, Greek, Cyrillic, Hebrew and Arabic come from tables: folding is most of the work of indexing.
const TABLE_SIZE = 0x700
const CLASSES = Uint8Array.from({ length: TABLE_SIZE }, (_, code) => computeClass(code))
const FOLDS = Array.from({ length: TABLE_SIZE }, (_, code) => computeFold(code))

/** Tells what a code point is to the tokeniser: SEPARATOR, LETTER, IGNORED or JOINER. */
export function classOf(code: number): number {
  return CLASSES[code] ?? computeClass(code)
}

/** Folds one code point to lower case without marks: none, one or several letters or digits. */
export function foldChar(code: number): string {
  return FOLDS[code] ?? computeFold(code)
}

/** Folds a text for comparing: letters and digits lower-cased without marks, everything else dropped. */
export function fold(text: string): string {
  let out = ''
  for (const char of text) {
    const code = char.codePointAt(0) ?? 0
    if (classOf(code) === LETTER) out += foldChar(code)
  }
  return out
}

const DIGRAPHS: Record<string, string> = { ä: 'ae', ö: 'oe', ü: 'ue', å: 'aa', ø: 'oe' }
const UMLAUT = /[äöüåø]/
const ASCII = /^[\0-\x7f]*$/

/**
 * Other spellings under which a word is indexed: Muenchen for München, Aarhus for Århus and the other way round.
 *
 * @param original the word as written
 * @param term its folded form
 */
export function spellingVariants(original: string, term: string): string[] {
  const variants: string[] = []
  if (original !== term && !ASCII.test(original)) {
    const lower = original.toLowerCase().normalize('NFC')
    if (UMLAUT.test(lower)) variants.push(fold(lower.replace(/[äöüåø]/g, (c) => DIGRAPHS[c] ?? c)))
  }
  if (term.includes('aa')) variants.push(term.replaceAll('aa', 'a'))
  return variants
}

/** A key that sorts texts by folded letters: Łódź stands at l, Århus at a; compare by code unit. */
export function sortKey(text: string): string {
  let out = ''
  let gap = false
  for (const char of text) {
    const code = char.codePointAt(0) ?? 0
    const kind = classOf(code)
    if (kind === LETTER) {
      out += gap && out !== '' ? ` ${foldChar(code)}` : foldChar(code)
      gap = false
    } else if (kind !== IGNORED) gap = true
  }
  return out
}
