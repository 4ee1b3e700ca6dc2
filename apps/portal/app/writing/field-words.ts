import type { Control } from '@hansa/domain/control'
import type { WrittenKind } from '@hansa/domain/fiche'
import { isWordKey, type WordKey } from '../i18n/catalogue.ts'
import type { Locale } from '../i18n/locale.ts'
import { t } from '../i18n/words.ts'

/** Fields and parts of fields that pages of entries name already. A part is looked for with its field first. */
const known: Readonly<Record<string, WordKey>> = {
  alternativeNames: 'entry.alsoCalled',
  challenge: 'practice.challenge',
  objectives: 'practice.objectives',
  solution: 'practice.solution',
  components: 'practice.components',
  difficulties: 'practice.difficulties',
  leadOrganisation: 'practice.lead',
  partners: 'practice.partners',
  staffBand: 'practice.staff',
  volunteers: 'practice.volunteers',
  city: 'practice.city',
  furtherCities: 'practice.furtherCities',
  country: 'city.country',
  networks: 'practice.networks',
  governanceLevel: 'network.scope',
  scope: 'network.scope',
  cityRoles: 'practice.cityRoles',
  policyAreas: 'entry.policyAreas',
  measureTypes: 'entry.measureTypes',
  measureType: 'entry.measureTypes',
  targetGroups: 'entry.forWhom',
  governanceDimensions: 'practice.governanceDimensions',
  stage: 'state.stage',
  budgetBand: 'practice.cost',
  fundingSources: 'practice.funding',
  legalBasis: 'practice.legalBasis',
  results: 'practice.results',
  evidenceLevel: 'state.evidence',
  evaluations: 'practice.evaluations',
  preconditions: 'practice.needs',
  successFactors: 'practice.successFactors',
  offers: 'practice.offers',
  contact: 'practice.whoToAsk',
  sources: 'entry.sources',
  whatItDoes: 'component.whatItDoes',
  enablingConditions: 'component.conditions',
  lessons: 'component.lessons',
  acronym: 'organisation.acronym',
  website: 'organisation.website',
  population: 'city.people',
  languages: 'city.languages',
  urbanisation: 'city.urbanisation',
  pathway: 'city.pathway',
  parent: 'network.parent',
  secretariat: 'network.secretariat',
  owner: 'network.owner',
  founded: 'network.founded',
  ended: 'network.ended',
  workplan: 'network.workplan',
  format: 'event.format',
  organiser: 'event.organiser',
  network: 'event.network',
  cities: 'event.cities',
  agenda: 'event.agenda',
  authors: 'resource.authors',
  publisher: 'resource.publisher',
  published: 'resource.published',
  organisation: 'resource.organisation',
  practices: 'resource.practices',
  'solution.actor': 'practice.stepActor',
  'solution.duration': 'practice.stepDuration',
  'solution.output': 'practice.stepOutput',
  'partners.to': 'resource.organisation',
  'partners.role': 'network.role',
  'results.indicator': 'practice.indicator',
  'results.baseline': 'practice.before',
  'results.value': 'practice.value',
  'results.date': 'practice.when',
  source: 'practice.source',
  policyArea: 'figure.policyArea',
  'offers.languages': 'member.languages',
  'contact.organisation': 'resource.organisation',
  'contact.url': 'practice.contactPage',
  'figures.indicator': 'figure.indicator',
  'figures.value': 'figure.value',
  'figures.definition': 'figure.definition',
  year: 'figure.year',
  'competences.holder': 'figure.holder',
  'competences.note': 'figure.note',
  'agenda.time': 'event.time',
  'agenda.item': 'event.item',
}

/** A path without the numbers of rows: `results.0.source.url` → `results`, `source`, `url`. */
const namesOf = (path: string): readonly string[] => path.split('.').filter((name) => !/^\d+$/.test(name))

const wordFor = (candidates: readonly string[]): WordKey | undefined => {
  for (const name of candidates) {
    const own = `writing.label_${name.replace('.', '_')}`
    if (isWordKey(own)) return own
    const word = known[name]
    if (word) return word
  }
  return undefined
}

/** What a field, or a part of one, is called in a form. */
export function labelOf(locale: Locale, kind: WrittenKind, path: string): string {
  const names = namesOf(path)
  const own = names.at(-1) ?? path
  const [field = path] = names
  const candidates =
    names.length > 1 ? [`${field}.${own}`, `${names.at(-2)}.${own}`, own] : [`${kind}.${own}`, own]
  const key = wordFor(candidates)
  return key ? t(locale, key) : own
}

/** What helps to answer; empty where the question says it all. */
export function hintOf(locale: Locale, kind: WrittenKind, path: string, control: Control): string {
  const names = namesOf(path)
  const name = names.length > 1 ? `${names[0]}_${names.at(-1)}` : (names[0] ?? '')
  const own = [`writing.hint_${kind}_${name}`, `writing.hint_${name}`].find(isWordKey)
  return [own ? t(locale, own) : '', formHint(locale, control)].filter(Boolean).join(' ')
}

const formHint = (locale: Locale, control: Control): string => {
  if (control.type === 'date') return t(locale, 'writing.hintDate')
  if (control.type === 'time') return t(locale, 'writing.hintTime')
  if (control.type === 'address') return t(locale, 'writing.hintAddress')
  if (control.type === 'list' && control.of.type === 'text') return t(locale, 'writing.hintLines')
  if (control.type === 'text' && control.localized && control.max)
    return t(locale, 'writing.hintMax', { max: control.max })
  return ''
}

/** `10k-50k` as the API's enums write it: `FROM_10K_TO_50K`. */
const enumName = (value: string): string => {
  const name = value.toUpperCase()
  return /^\d.*-/.test(name) ? `FROM_${name.replace('-', '_TO_')}` : name.replaceAll('-', '_')
}

const choiceWords: Readonly<Record<string, string>> = {
  stage: 'state.',
  staffBand: 'practice.staff_',
  budgetBand: 'practice.cost_',
  evidenceLevel: 'practice.evidence',
  type: 'city.type_',
  pathway: 'city.pathway_',
  urbanisation: 'city.urbanisation_',
  'preconditions.type': 'practice.need_',
  'competences.holder': 'figure.holder_',
}

/** One of a field's choices in words. */
export function choiceText(locale: Locale, path: string, value: string | number): string {
  const head = choiceWords[namesOf(path).join('.')] ?? ''
  const key = head === 'state.' ? `state.${value}` : `${head}${enumName(String(value))}`
  return isWordKey(key) ? t(locale, key) : String(value)
}

/** A whole number of few values is chosen, not typed. */
export function choicesOf(control: Control): readonly (string | number)[] | null {
  if (control.type === 'choice') return control.values
  if (control.type !== 'number' || !control.whole || control.min === null || control.max === null) return null
  const count = control.max - control.min + 1
  return count > 6 ? null : Array.from({ length: count }, (_, index) => index + (control.min ?? 0))
}
