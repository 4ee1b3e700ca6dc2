import type { Locale } from '../i18n/locale.ts'
import { t } from '../i18n/words.ts'
import type { EntryInList } from './entry-row.fields.ts'

export type EntryKind = EntryInList['kind']

const words = {
  PRACTICE: 'state.kindPractice',
  CITY: 'state.kindCity',
  COUNTRY: 'state.kindCountry',
  ORGANISATION: 'state.kindOrganisation',
  NETWORK: 'state.kindNetwork',
  FRAMEWORK: 'state.kindFramework',
  COMPONENT: 'state.kindComponent',
  PROJECT: 'state.kindProject',
  VISIT: 'state.kindVisit',
  EVENT: 'state.kindEvent',
  RESOURCE: 'state.kindResource',
  CONSULTATIVE_BODY: 'state.kindConsultativeBody',
} as const satisfies Record<EntryKind, unknown>

/** The kind of an entry in a word, above titles: "Practice". */
export function kindWord(locale: Locale, kind: EntryKind): string {
  return t(locale, words[kind])
}
