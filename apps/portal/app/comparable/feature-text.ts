import { isWordKey } from '../i18n/catalogue.ts'
import type { useWords } from '../i18n/use-words.tsx'
import type { ComparedFeature, FeatureValue } from './comparison.fields.ts'

export type Words = ReturnType<typeof useWords>
export type FeatureName = ComparedFeature['name']

/** What is known of a city on a feature, in words; null when nothing is. */
export function featureText(words: Words, name: FeatureName, value: FeatureValue | null): string | null {
  if (!value) return null
  const text = valueText(words, name, value)
  return text && value.year ? words.t('comparable.withYear', { value: text, year: String(value.year) }) : text
}

function valueText(words: Words, name: FeatureName, value: FeatureValue): string | null {
  const { t, number, percent, list, language } = words
  const { number: amount, codes, holders } = value
  if (amount !== null)
    return name === 'FOREIGN_BORN_SHARE' || name === 'NON_NATIONAL_SHARE' ? percent(amount) : number(amount)
  if (holders.length > 0)
    return t('comparable.ofAreas', {
      local: holders.filter(({ holder }) => holder === 'LOCAL').length,
      known: holders.length,
    })
  if (name === 'LANGUAGES') return list(codes.map(language))
  return list(codes.map((code) => codeText(words, name, code)))
}

/** A word of a vocabulary; one we have no word for is shown as it stands. */
function codeText({ t }: Words, name: FeatureName, code: string): string {
  const key =
    name === 'URBANISATION'
      ? `comparable.urban_${code}`
      : name === 'GOVERNANCE'
        ? `comparable.state_${code}`
        : `city.pathway_${code.toUpperCase().replaceAll('-', '_')}`
  return isWordKey(key) ? t(key) : code
}
