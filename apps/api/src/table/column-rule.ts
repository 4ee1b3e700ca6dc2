import type { Column, Scalar, Shape } from '@hansa/domain/table'
import { type LabelLanguage, labelLanguages, labelOf } from '@hansa/domain/table-labels'
import { type RuleWords, ruleWords } from './rule-words.ts'

/** The first of the wanted languages that columns are explained in; English where there is none. */
export const explainedIn = (wanted: readonly string[]): LabelLanguage =>
  wanted
    .map((tag) => labelLanguages.find((language) => language === tag.split('-')[0]))
    .find((language) => language !== undefined) ?? 'en'

const scalarRule = (scalar: Scalar, words: RuleWords): string => {
  switch (scalar.type) {
    case 'text':
      if (scalar.form !== 'free') return words[scalar.form]
      return scalar.longest === null ? words.text : words.longest.replace('$', String(scalar.longest))
    case 'localized':
      return words.longest.replace('$', String(scalar.longest))
    case 'number':
      return scalar.whole ? words.whole : words.number
    case 'truth':
      return words.truth
    case 'choice':
      return words.choice.replace('$', scalar.of.join(', '))
    case 'concept':
      return words.concept.replace('$', `“${scalar.scheme}”`)
    case 'entry':
      return words.entry.replace('$', scalar.kinds.join(', '))
  }
}

const shapeRule = (shape: Shape, words: RuleWords): string => {
  if (shape.type === 'json') return words.json
  if (shape.type === 'list') return words.list.replace('$', scalarRule(shape.of, words))
  if (shape.type === 'lines') return words.lines.replace('$', shape.parts.map(({ path }) => path).join(' | '))
  return scalarRule(shape, words)
}

/** What a column is called and what its cells may hold, in a language. */
export const explain = (column: Column, language: LabelLanguage): { label: string; rule: string } => {
  const words = ruleWords[language]
  const sentences = [
    `${shapeRule(column.shape, words)}.`,
    ...(column.required ? [words.needed] : []),
    ...(column.shape.type === 'localized' ? [words.byLanguage] : []),
  ]
  return { label: labelOf(column.path, language), rule: sentences.join(' ') }
}
