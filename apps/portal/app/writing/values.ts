import type { Control } from '@hansa/domain/control'
import type { FicheField } from '@hansa/domain/fiche'

/** What a form says, by the keys of its fields. */
export type Values = Readonly<Record<string, unknown>>

/** A text in several languages, as the API keeps it. */
export type Texts = Readonly<Record<string, { readonly text: string; readonly origin: string }>>

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The texts of a value, by language; a plain text is in the language of the entry. */
export function textsOf(value: unknown, language: string): Texts {
  if (typeof value === 'string') return value === '' ? {} : { [language]: { text: value, origin: 'human' } }
  if (!isRecord(value)) return {}
  return Object.fromEntries(
    Object.entries(value).flatMap(([tag, one]) => {
      if (typeof one === 'string') return [[tag, { text: one, origin: 'human' }]]
      if (!isRecord(one) || typeof one.text !== 'string') return []
      return [[tag, { text: one.text, origin: typeof one.origin === 'string' ? one.origin : 'human' }]]
    }),
  )
}

/** The language in which a text is asked for: that of the entry, or else the one it is in. */
export function askedLanguage(texts: Texts, language: string): string {
  return texts[language] ? language : (Object.keys(texts)[0] ?? language)
}

const plain = (text: string): string => text.replace(/\r\n?/g, '\n').trim()

const textAt = (form: FormData, name: string): string => {
  const value = form.get(name)
  return typeof value === 'string' ? plain(value) : ''
}

const textsAt = (form: FormData, name: string): string[] =>
  form.getAll(name).flatMap((value) => (typeof value === 'string' ? [plain(value)] : []))

const parsed = (json: string): unknown => {
  try {
    return JSON.parse(json)
  } catch {
    return null
  }
}

/** The hidden field beside a text: its language, and its texts in others. */
export const languageField = (path: string): string => `${path}~`
/** The hidden field that says how many rows of a list were shown. */
export const rowsField = (path: string): string => `${path}.rows`
/** The field in which something is looked for, and what was looked for last. */
export const findField = (path: string): string => `${path}.find`
export const askedField = (path: string): string => `${path}.asked`

const readText = (form: FormData, path: string): unknown => {
  const kept = parsed(textAt(form, languageField(path)))
  const language = isRecord(kept) && typeof kept.language === 'string' ? kept.language : 'en'
  const { [language]: before, ...others } = textsOf(isRecord(kept) ? kept.texts : null, language)
  const text = textAt(form, path)
  if (text === '') return others
  // Untouched words stay whose they were; touched ones are a person's.
  const own = before && plain(before.text) === text ? before : { text, origin: 'human' }
  return { [language]: own, ...others }
}

const readNumber = (text: string): unknown => {
  const number = Number(text.replace(/[\s\u00a0\u202f]/g, '').replace(',', '.'))
  return text === '' || Number.isNaN(number) ? text : number
}

const most = 500

const readList = (form: FormData, path: string, of: Control): unknown => {
  if (of.type === 'text' && !of.localized) return textAt(form, path).split('\n').map(plain).filter(Boolean)
  if (of.type !== 'group') return textsAt(form, path)
  const count = Math.min(Number(textAt(form, rowsField(path))) || 0, most)
  return Array.from({ length: count }, (_, row) => readValue(form, `${path}.${row}`, of))
}

/** What a form says at a path, also what is not right; empty rows stay. */
export function readValue(form: FormData, path: string, control: Control): unknown {
  switch (control.type) {
    case 'text':
      return control.localized ? readText(form, path) : textAt(form, path)
    case 'flag':
      return form.has(path)
    case 'number':
      return readNumber(textAt(form, path))
    case 'choice':
      return control.values.find((value) => String(value) === textAt(form, path)) ?? textAt(form, path)
    case 'group':
      return Object.fromEntries(
        control.parts.map((part) => [part.key, readValue(form, `${path}.${part.key}`, part.control)]),
      )
    case 'list':
      return readList(form, path, control.of)
    default:
      return textAt(form, path)
  }
}

/** The values of some fields, as a form says them. */
export function readValues(form: FormData, fields: readonly FicheField[]): Values {
  return Object.fromEntries(fields.map(({ key, control }) => [key, readValue(form, key, control)]))
}

/** A value without anything in it that says nothing, in one order: two that say the same look the same. */
const essence = (value: unknown): unknown => {
  if (typeof value === 'string') return plain(value) || undefined
  if (Array.isArray(value)) {
    const items = value.map(essence).filter((item) => item !== undefined)
    return items.length > 0 ? items : undefined
  }
  if (!isRecord(value)) return value === false || value === null ? undefined : value
  const parts = Object.entries(value)
    .map(([key, part]) => [key, essence(part)] as const)
    .filter(([, part]) => part !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
  // An origin without a text, and a group with no answer but "no", say nothing.
  return parts.length === 0 || (parts.length === 1 && parts[0]?.[0] === 'origin')
    ? undefined
    : Object.fromEntries(parts)
}

export const isBlank = (value: unknown): boolean => essence(value) === undefined

export const saysSame = (a: unknown, b: unknown): boolean =>
  JSON.stringify(essence(a)) === JSON.stringify(essence(b))

/** Of what a form says, what differs from what it showed. */
export function changedValues(values: Values, shown: Values): Values {
  return Object.fromEntries(Object.entries(values).filter(([key, value]) => !saysSame(value, shown[key])))
}

/** The values that a hidden field carries; none when it carries something else. */
export function carriedValues(form: FormData, name: string): Values {
  const values = parsed(typeof form.get(name) === 'string' ? String(form.get(name)) : '')
  return isRecord(values) ? values : {}
}

/** What a field that the API sent as JSON says. */
export const fromJson = (json: string | null): unknown => (json === null ? undefined : parsed(json))
