import type { Locale } from '../i18n/locale.ts'
import { t } from '../i18n/words.ts'
import type { PracticePage } from './practice.fields.ts'

const evidence = [
  'practice.evidence0',
  'practice.evidence1',
  'practice.evidence2',
  'practice.evidence3',
  'practice.evidence4',
  'practice.evidence5',
] as const

/** What an evidence level means, as a sentence. */
export function evidenceSentence(locale: Locale, level: number): string {
  return t(locale, evidence[level] ?? 'practice.evidence0')
}

/** What it costs: the band with its currency. Nothing when it is not stated. */
export function costText(
  locale: Locale,
  { budgetBand, currency }: Pick<PracticePage, 'budgetBand' | 'currency'>,
): string | undefined {
  const band = budgetBand ? t(locale, `practice.cost_${budgetBand}`) : undefined
  return band && currency && budgetBand !== 'NONE' ? `${band} ${currency}` : band
}

type Related = PracticePage['related'][number]

/** Why another practice is shown beside this one, most telling first. */
export function relatedReasons(locale: Locale, related: Omit<Related, 'practice'>): readonly string[] {
  return [
    related.components > 0 ? t(locale, 'practice.sharedComponents', { count: related.components }) : '',
    related.policyAreas > 0 ? t(locale, 'practice.sharedAreas', { count: related.policyAreas }) : '',
    related.targetGroups > 0 ? t(locale, 'practice.sharedGroups', { count: related.targetGroups }) : '',
    related.sameCity ? t(locale, 'practice.sameCity') : '',
    related.sameCountry && !related.sameCity ? t(locale, 'practice.sameCountry') : '',
  ].filter((reason) => reason !== '')
}

const missingWords = {
  strapline: 'practice.missing_strapline',
  summary: 'practice.missing_summary',
  challenge: 'practice.missing_challenge',
  objectives: 'practice.missing_objectives',
  solution: 'practice.missing_solution',
  difficulties: 'practice.missing_difficulties',
  leadOrganisation: 'practice.missing_leadOrganisation',
  governanceLevel: 'practice.missing_governanceLevel',
  policyAreas: 'practice.missing_policyAreas',
  measureTypes: 'practice.missing_measureTypes',
  targetGroups: 'practice.missing_targetGroups',
  start: 'practice.missing_start',
  stage: 'practice.missing_stage',
  participationLevel: 'practice.missing_participationLevel',
  participationHow: 'practice.missing_participationHow',
  preconditions: 'practice.missing_preconditions',
  contact: 'practice.missing_contact',
  sources: 'practice.missing_sources',
  city: 'practice.missing_city',
  results: 'practice.missing_results',
} as const

/** What its sources would still have to state for a full fiche, in words; names without words are left out. */
export function missingFields(locale: Locale, names: readonly string[]): readonly string[] {
  return names.flatMap((name) => (isMissingWord(name) ? [t(locale, missingWords[name])] : []))
}

function isMissingWord(name: string): name is keyof typeof missingWords {
  return Object.hasOwn(missingWords, name)
}
