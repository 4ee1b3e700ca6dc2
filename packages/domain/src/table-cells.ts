import type { ReasonCode } from './import.ts'
import type { Form, Part, Scalar, Shape, Values } from './table.ts'
import type { LocalizedText } from './text.ts'

/** What a cell says, or what is wrong with it. */
export type Read = { value: unknown } | { problem: ReasonCode; detail?: string }

/** Tells which concept or entry a word in a cell means. */
export type Finder = {
  concept(scheme: string, word: string): Read
  entry(kinds: readonly string[], word: string): Read
}

const formProblems = {
  date: 'not-a-date',
  address: 'not-an-address',
  language: 'not-a-language',
  currency: 'not-a-currency',
  free: 'malformed',
} as const satisfies Record<Form, ReasonCode>

const truths = new Map([
  ...['true', 'yes', '1'].map((word) => [word, true] as const),
  ...['false', 'no', '0'].map((word) => [word, false] as const),
])

const asText = (text: string, scalar: Scalar & { type: 'text' }): Read => {
  if (scalar.longest !== null && text.length > scalar.longest)
    return { problem: 'too-long', detail: String(scalar.longest) }
  const parsed = scalar.schema.safeParse(text)
  if (parsed.success) return { value: parsed.data }
  const problem = formProblems[scalar.form]
  const message = parsed.error.issues[0]?.message
  return problem === 'malformed' && message ? { problem, detail: message } : { problem }
}

const asNumber = (text: string, scalar: Scalar & { type: 'number' }): Read => {
  if (!/^-?\d{1,15}(\.\d{1,15})?$/.test(text)) return { problem: 'not-a-number' }
  const value = Number(text)
  if (scalar.whole && !Number.isInteger(value)) return { problem: 'not-whole' }
  return scalar.schema.safeParse(value).success ? { value } : { problem: 'out-of-range' }
}

const asChoice = (text: string, of: readonly (string | number)[]): Read => {
  const value = of.find((each) => String(each).toLowerCase() === text.toLowerCase())
  return value === undefined ? { problem: 'not-one-of', detail: of.join(', ') } : { value }
}

const asScalar = (text: string, scalar: Scalar, finder: Finder): Read => {
  switch (scalar.type) {
    case 'text':
      return asText(text, scalar)
    case 'number':
      return asNumber(text, scalar)
    case 'choice':
      return asChoice(text, scalar.of)
    case 'concept':
      return finder.concept(scalar.scheme, text)
    case 'entry':
      return finder.entry(scalar.kinds, text)
    case 'localized':
      if (text.length <= scalar.longest) return { value: text }
      return { problem: 'too-long', detail: String(scalar.longest) }
    case 'truth': {
      const value = truths.get(text.toLowerCase())
      return value === undefined ? { problem: 'not-true-or-false' } : { value }
    }
  }
}

const asJson = (text: string): Read => {
  try {
    return { value: JSON.parse(text) as unknown }
  } catch {
    return { problem: 'not-json' }
  }
}

const piecesOf = (text: string, by: string): string[] =>
  text
    .split(by)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '')

const asValues = (text: string, values: Values, finder: Finder, by: string): Read => {
  if (values.type !== 'list') return asScalar(text, values, finder)
  const read: unknown[] = []
  for (const piece of piecesOf(text, by)) {
    const one = asScalar(piece, values.of, finder)
    if ('problem' in one) return one
    read.push(one.value)
  }
  return { value: read }
}

/** Puts a value where a path of names leads. Paths are those of columns, never what somebody sent. */
export const putAt = (target: Record<string, unknown>, path: string, value: unknown): void => {
  const names = path.split('.')
  const last = names.pop() ?? ''
  let at = target
  for (const name of names) {
    const inner = at[name]
    const next = inner !== null && typeof inner === 'object' ? { ...inner } : {}
    at[name] = next
    at = next as Record<string, unknown>
  }
  if (value === undefined) delete at[last]
  else at[last] = value
}

/** What a path of names leads to; undefined where it leads nowhere. */
export const valueAt = (source: unknown, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>(
      (at, name) =>
        at !== null && typeof at === 'object' ? (at as Record<string, unknown>)[name] : undefined,
      source,
    )

const asLine = (line: string, parts: readonly Part[], finder: Finder): Read => {
  const pieces = line.split('|').map((piece) => piece.trim())
  if (pieces.length > parts.length) return { problem: 'too-many-parts', detail: String(parts.length) }
  const item: Record<string, unknown> = {}
  for (const [i, piece] of pieces.entries()) {
    const part = parts[i]
    if (piece === '' || !part) continue
    const read = asValues(piece, part.values, finder, ',')
    if ('problem' in read) return read
    putAt(item, part.path, read.value)
  }
  return { value: item }
}

/** Reads a cell that is not empty. */
export const readCell = (text: string, shape: Shape, finder: Finder): Read => {
  const isMany = shape.type === 'list' || shape.type === 'lines'
  if (shape.type === 'json' || (isMany && /^[[{]/.test(text))) return asJson(text)
  if (shape.type !== 'lines') return asValues(text, shape, finder, ';')
  const items: unknown[] = []
  for (const line of piecesOf(text, '\n')) {
    const read = asLine(line, shape.parts, finder)
    if ('problem' in read) return read
    items.push(read.value)
  }
  return { value: items }
}

/** Takes words for what they mean as they are written in exports. */
const literal: Finder = {
  concept: (scheme, word) => ({ value: `${scheme}/${word}` }),
  entry: (_, word) => ({ value: word }),
}

const scalarText = (value: unknown, scalar: Scalar, language: string): string => {
  if (value === undefined || value === null) return ''
  if (scalar.type === 'concept') return String(value).slice(scalar.scheme.length + 1)
  if (scalar.type !== 'localized') return String(value)
  const own = (value as LocalizedText)[language]
  return own?.origin === 'human' ? own.text : ''
}

const valuesText = (value: unknown, values: Values, language: string, by: string): string =>
  values.type === 'list'
    ? (Array.isArray(value) ? value : []).map((one) => scalarText(one, values.of, language)).join(by)
    : scalarText(value, values, language)

/** What a list would be when it was read again, as far as a text in one language says it. */
const sameAgain = (text: string, shape: Shape, value: unknown, language: string): boolean => {
  const read = readCell(text, shape, literal)
  if ('problem' in read) return false
  const named = (given: unknown): unknown => {
    if (Array.isArray(given)) return given.map(named)
    if (given === null || typeof given !== 'object') return given
    const { [language]: own, ...others } = given as LocalizedText
    const isOwn = own?.origin === 'human' && Object.keys(others).length === 0
    if (isOwn) return own.text
    // Nothing, and an empty list, are the same to every schema.
    const said = Object.entries(given).filter(([, one]) => !(Array.isArray(one) && one.length === 0))
    return Object.fromEntries(
      said.sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, one]) => [name, named(one)]),
    )
  }
  return JSON.stringify(named(read.value)) === JSON.stringify(named(value))
}

/** A value as a cell: words where they say all of it, else JSON. Text of an entry is that of its own language. */
export const writeCell = (value: unknown, shape: Shape, language: string): string | number => {
  if (value === undefined || value === null) return ''
  if (shape.type === 'number' && typeof value === 'number') return value
  if (shape.type === 'json') return JSON.stringify(value)
  if (shape.type !== 'list' && shape.type !== 'lines') return scalarText(value, shape, language)
  const items = Array.isArray(value) ? value : []
  if (items.length === 0) return ''
  const text =
    shape.type === 'list'
      ? valuesText(items, shape, language, '; ')
      : items
          .map((item) =>
            shape.parts
              .map(({ path, values }) => valuesText(valueAt(item, path), values, language, ', '))
              .join(' | ')
              .replace(/[ |]+$/, ''),
          )
          .join('\n')
  return sameAgain(text, shape, items, language) ? text : JSON.stringify(items)
}
