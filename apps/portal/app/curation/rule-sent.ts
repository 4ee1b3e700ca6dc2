import type { Rule } from './rule.query.ts'

/** What a form of a rule said, by the names of its fields; `was-` before a name is what the field said when it was shown. */
export type SentRule = Readonly<Record<string, string>>

/** Everything a form says. */
export const sentRule = (form: FormData): SentRule =>
  Object.fromEntries([...form].filter((pair): pair is [string, string] => typeof pair[1] === 'string'))

/** The numbers of the new questions that a form has room for. */
export const newSlotsIn = (form: FormData): readonly number[] =>
  [...form.keys()].flatMap((name) => {
    const number = /^new-label-(\d{1,2})$/.exec(name)?.[1]
    return number === undefined ? [] : [Number(number)]
  })

/** What stands in a field, and what somebody else saved there meanwhile. */
export interface RuleField {
  readonly value: string
  readonly theirs?: string
}

/** A field of a form that came back: what she wrote there, else what it says by now. */
export function ruleField(sent: SentRule | undefined, name: string, now: string): RuleField {
  const mine = sent?.[name]
  const was = sent?.[`was-${name}`] ?? ''
  if (mine === undefined || mine === was) return { value: now }
  return { value: mine, ...(now !== was && now !== mine && { theirs: now }) }
}

/** A question that is not in the rule yet. */
export interface NewQuestion {
  readonly label: string
  readonly help: string
  /** Somebody else took it out while she wrote in it. */
  readonly wasRemoved?: boolean
}

const leastNew = 2
const none: NewQuestion = { label: '', help: '' }

/** The new questions of a form: those she wrote, those she changed while somebody else took them out, and room for more. */
export function newQuestions(sent: SentRule | undefined, rule: Rule): readonly NewQuestion[] {
  const said = (name: string) => sent?.[name] ?? ''
  const names = Object.keys(sent ?? {})
  const begun = names
    .filter((name) => name.startsWith('new-label-') && said(name).trim() !== '')
    .map((name) => ({ label: said(name), help: said(name.replace('label', 'help')) }))
  const keys = new Set(rule.checklist.map(({ key }) => key))
  const removed = names.flatMap((name) => {
    const key = name.startsWith('label-') ? name.slice('label-'.length) : ''
    const changed = [name, `help-${key}`].some((field) => said(field) !== said(`was-${field}`))
    if (key === '' || keys.has(key) || !changed || sent?.[`remove-${key}`]) return []
    return [{ label: said(name), help: said(`help-${key}`), wasRemoved: true }]
  })
  const written = [...begun, ...removed]
  const room = Math.max(leastNew - written.length, 0)
  return [...written, ...Array.from({ length: room }, () => none)]
}
