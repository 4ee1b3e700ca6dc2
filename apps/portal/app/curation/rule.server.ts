import { slugFrom } from '@hansa/domain/slug'
import { textOf } from '../account/submit.server.ts'
import { notFound, problem } from '../api.server.ts'
import type { PortalContext } from '../context.ts'
import { href, isLocale, locales } from '../i18n/locale.ts'
import { t } from '../i18n/words.ts'
import { asMember } from '../member/as-member.server.ts'
import type { FieldProblem } from '../ui/error-summary.tsx'
import { runAct } from './act.server.ts'
import { type Rule, type RuleItem, RuleQuery, SaveRuleMutation } from './rule.query.ts'
import { newSlotsIn, type SentRule, sentRule } from './rule-sent.ts'

/** The rule of a network, for who may set it, in the language in which its questions are being written. */
export async function loadRule(context: PortalContext, id: string, url: URL) {
  const path = `/curation/networks/${id}`
  const shown = await asMember(context, `${path}${url.search}`, () =>
    context.execute(RuleQuery, { network: id }),
  )
  const { node, canSet, networkRule } = shown
  if (node?.__typename !== 'Network') throw notFound()
  if (!canSet) throw problem(403)
  const asked = url.searchParams.get('language') ?? ''
  const language = isLocale(asked) ? asked : context.locale
  return { network: node, rule: networkRule, path, language, languages: locales }
}

type Words = { language: string; text: string }

/** The words of a text with those of one language replaced, or taken out where they are empty. */
const withWords = (
  texts: RuleItem['label'] | RuleItem['help'],
  language: string,
  text: string,
): readonly Words[] => [
  ...(texts?.translations ?? [])
    .filter((one) => one.language !== language)
    .map((one) => ({ language: one.language, text: one.value })),
  ...(text.trim() === '' ? [] : [{ language, text: text.trim() }]),
]

const keptItems = (rule: Rule, form: FormData, language: string) =>
  rule.checklist
    .filter(({ key }) => !form.has(`remove-${key}`))
    .map(({ key, label, help }) => ({
      key,
      label: [...withWords(label, language, textOf(form, `label-${key}`))],
      help: [...withWords(help, language, textOf(form, `help-${key}`))],
    }))

/** New questions; each is named for ever after the words it begins with. */
const newItems = (form: FormData, language: string, taken: ReadonlySet<string>) => {
  const keys = new Set(taken)
  return newSlotsIn(form).flatMap((at) => {
    const text = textOf(form, `new-label-${at}`).trim()
    if (text === '') return []
    const base = slugFrom(text).slice(0, 50).replace(/-$/, '') || 'question'
    let key = base
    for (let number = 2; keys.has(key); number++) key = `${base}-${number}`
    keys.add(key)
    const help = textOf(form, `new-help-${at}`).trim()
    return [{ key, label: [{ language, text }], help: help === '' ? [] : [{ language, text: help }] }]
  })
}

/** A form that came back: what must be put right, and everything it said. */
export interface RuleBack {
  readonly problems: readonly FieldProblem[]
  readonly sent: SentRule
}

/** Saves what the form says; gives it back when something must be put right, else null. */
export async function saveRule(
  context: PortalContext,
  network: string,
  form: FormData,
): Promise<RuleBack | null> {
  const { locale, execute } = context
  const language = textOf(form, 'language')
  const { networkRule: rule } = await execute(RuleQuery, { network })
  const back = (problems: readonly FieldProblem[]) => ({ problems, sent: sentRule(form) })
  const version = Number.parseInt(textOf(form, 'version'), 10) || 0
  const isCurrent = version === rule.version
  const kept = isCurrent ? keptItems(rule, form, language) : []
  const bare = kept.find(({ label }) => label.length === 0)
  if (bare) return back([{ field: `label-${bare.key}`, message: t(locale, 'curation.problem_question') }])
  // What was said of one rule cannot be told of another: of one that was saved since, the API only says so.
  const added = isCurrent ? newItems(form, language, new Set(kept.map(({ key }) => key))) : []
  const checklist = [...kept, ...added]
  const months = (name: string) => Number.parseInt(textOf(form, name), 10) || 0
  const path = href(locale, `/curation/networks/${network}`)
  let isStale = false
  const { problems } = await runAct({ locale, path, intent: 'rule' }, async () => {
    const answer = await execute(SaveRuleMutation, {
      network,
      version,
      checklist,
      confirmMonths: months('confirmMonths'),
      confirmMonthsEnded: months('confirmMonthsEnded'),
    })
    isStale = answer.outcome.problems.some(({ code }) => code === 'CONFLICT')
    return answer
  })
  if (isStale) return back([{ field: 'main', message: t(locale, 'curation.problem_ruleClash') }])
  return problems && back(problems)
}
