import type { WordKey } from '../i18n/catalogue.ts'
import type { Locale } from '../i18n/locale.ts'
import { t } from '../i18n/words.ts'
import type { FieldProblem } from '../ui/error-summary.tsx'

/** One thing that is wrong, as the API says it. */
export interface ApiProblem {
  readonly field: string
  readonly code: string
  /** In English, for programs. */
  readonly message: string
}

const words: Readonly<Record<string, WordKey>> = {
  reason: 'curation.problem_reason',
  member: 'curation.problem_member',
  at: 'curation.problem_at',
  text: 'curation.problem_text',
  suggestion: 'curation.problem_suggestion',
  recommendation: 'curation.problem_recommendation',
  into: 'curation.problem_into',
  checklist: 'curation.problem_rule',
  confirmMonths: 'curation.problem_months',
  confirmMonthsEnded: 'curation.problem_months',
}

/** Forms of which there are several on a page name their fields after themselves, so that no id comes twice. */
const fieldOf = (intent: string, field: string): string =>
  field === 'reason' && intent !== 'bulk' ? `reason-${intent}` : field

const wordOf = (intent: string, { field, code, message }: ApiProblem): WordKey => {
  if (field.startsWith('checklist.') && intent === 'accept') return 'curation.problem_check'
  if (field === 'input' && /confirmed today/.test(message)) return 'curation.problem_today'
  if (field === 'input' && /is writing the entry/.test(message)) return 'curation.problem_written'
  if (field === 'input' && /asked today/.test(message)) return 'curation.problem_asked'
  if (field === 'input' && /^Nobody but you/.test(message)) return 'curation.problem_nobody'
  if (field === 'input' && intent === 'bulk') return 'curation.problem_not'
  if (field === 'input') return 'curation.problem_moved'
  if (/not published yet/.test(message)) return 'curation.problem_draft'
  if (intent === 'publish' || intent === 'schedule')
    return field === 'at' ? 'curation.problem_at' : 'curation.problem_conflict'
  if (field === 'member' && /wrote some/.test(message)) return 'curation.problem_wrote'
  const key = words[field.split('.')[0] ?? field]
  if (key) return key
  return code === 'REFUSED' ? 'curation.problem_refused' : 'curation.problem_other'
}

/** A problem in the words of the page, at the field where it is put right. */
export function problemText(locale: Locale, intent: string, problem: ApiProblem): FieldProblem {
  const key = wordOf(intent, problem)
  const field = key === 'curation.problem_check' ? problem.field.replace('.', '-') : problem.field
  return { field: field === 'input' ? 'main' : fieldOf(intent, field), message: t(locale, key) }
}
