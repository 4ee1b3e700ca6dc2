import type { Control } from '@hansa/domain/control'
import { fieldOf, type WrittenKind } from '@hansa/domain/fiche'
import type { WordKey } from '../i18n/catalogue.ts'
import type { Locale } from '../i18n/locale.ts'
import { t, type WordValues } from '../i18n/words.ts'
import type { FieldProblem } from '../ui/error-summary.tsx'
import { labelOf } from './field-words.ts'
import type { ApiProblem } from './writing.query.ts'

/** How the value at a path is asked for; null for what is no path of a field. */
export function controlAt(kind: WrittenKind, path: string): Control | null {
  const [key = '', ...rest] = path.split('.')
  let control: Control | undefined = fieldOf(kind, key)?.control
  for (const name of rest) {
    if (control?.type === 'list') control = control.of
    else if (control?.type === 'group') control = control.parts.find((part) => part.key === name)?.control
    else return control ?? null
  }
  return control ?? null
}

const byControl: Readonly<Partial<Record<Control['type'], WordKey>>> = {
  date: 'writing.problem_date',
  time: 'writing.problem_time',
  address: 'writing.problem_address',
  number: 'writing.problem_number',
  choice: 'writing.problem_choose',
  concept: 'writing.problem_choose',
  language: 'writing.problem_choose',
  entry: 'writing.problem_choose',
}

/** The API says why in English for programs; a page says it in its own words, and what to do. */
const wordOf = (control: Control | null, message: string): [WordKey, WordValues?] => {
  if (/missing|is empty|received undefined/.test(message)) return ['writing.problem_missing']
  if (/not found/.test(message)) return ['writing.problem_gone']
  const most = /(?:longer than|most|<=) ?(\d+)/.exec(message)?.[1]
  if (most) return ['writing.problem_long', { max: Number(most) }]
  const key = control ? byControl[control.type] : undefined
  return key ? [key] : ['writing.problem_other']
}

/** Where on a page a problem is shown: a text has one field, however many languages it has. */
const placeOf = (kind: WrittenKind, path: string): string => {
  const names = path.split('.')
  const localized = names.findIndex((_, at) => {
    const control = controlAt(kind, names.slice(0, at + 1).join('.'))
    return control?.type === 'text'
  })
  return localized === -1 ? path : names.slice(0, localized + 1).join('.')
}

/** The problems of fields in the words of a page, each at its place. */
export function problemsInWords(
  locale: Locale,
  kind: WrittenKind,
  problems: readonly Pick<ApiProblem, 'field' | 'message'>[],
): readonly FieldProblem[] {
  const all = problems.map(({ field: path, message }) => {
    const field = placeOf(kind, path)
    const row = /\.(\d+)\./.exec(field)?.[1]
    const [key, values] = wordOf(controlAt(kind, field), message)
    const label = labelOf(locale, kind, field)
    const about =
      row === undefined
        ? label
        : t(locale, 'writing.inRow', {
            field: labelOf(locale, kind, field.split('.')[0] ?? field),
            row: Number(row) + 1,
            label,
          })
    return {
      field,
      message: t(locale, 'writing.problemAt', { field: about, problem: t(locale, key, values) }),
    }
  })
  return all.filter((one, at) => all.findIndex(({ field }) => field === one.field) === at)
}
