import { type FicheSection, ficheOf, type WrittenKind } from '@hansa/domain/fiche'
import { attempt, textOf } from '../account/submit.server.ts'
import { notFound } from '../api.server.ts'
import type { PortalContext } from '../context.ts'
import { href } from '../i18n/locale.ts'
import { t } from '../i18n/words.ts'
import { asMember } from '../member/as-member.server.ts'
import { actWithin, type CameBack, comeBack, loadSchemes, loadTitles } from './form.server.ts'
import { kindOf } from './kinds.ts'
import { problemsInWords } from './problem-words.ts'
import { carriedValues, changedValues, readValues, type Values } from './values.ts'
import {
  AcceptSuggestionMutation,
  KindQuery,
  ReplyMutation,
  RevisionQuery,
  SaveMutation,
} from './writing.query.ts'

const sectionOf = (kind: WrittenKind, key: string): FicheSection => {
  const section = ficheOf(kind).sections.find((each) => each.key === key)
  if (!section) throw notFound()
  return section
}

/** A section of a revision, with everything its questions offer to choose from. */
export async function loadSection(context: PortalContext, path: string, id: string, key: string) {
  const { revision } = await asMember(context, path, () => context.execute(RevisionQuery, { id }))
  if (!revision) throw notFound()
  const { fields } = sectionOf(kindOf(revision.kind), key)
  return { revision, schemes: await loadSchemes(context, fields) }
}

/** What became of a form of a section: it is saved, or comes back. */
export type SectionResult = { readonly saved: true } | { readonly saved: false; readonly cameBack: CameBack }

/**
 * Saves what somebody changed in a section, and only that: what she left as it was may have been changed by others meanwhile.
 * Where both changed the same, both are shown.
 */
async function save(
  context: PortalContext,
  path: string,
  { id, form, fields }: { id: string; form: FormData; fields: FicheSection['fields'] },
): Promise<SectionResult> {
  const { locale } = context
  const base = carriedValues(form, 'base')
  const values = readValues(form, fields)
  const kept = (key: string) => textOf(form, `keep.${key}`) !== 'theirs'
  const changed: Values = Object.fromEntries(
    Object.entries(changedValues(values, base)).filter(([key]) => kept(key)),
  )
  if (Object.keys(changed).length === 0) return { saved: true }
  const version = Number(textOf(form, 'version')) || 1
  const where = { locale, path: href(locale, path), field: 'main' }
  const { answer, problems } = await attempt(where, () =>
    context.execute(SaveMutation, { id, version, values: JSON.stringify(changed) }),
  )
  if (!answer) return { saved: false, cameBack: comeBack(form, values, { problems }) }
  const { outcome } = answer
  if (outcome.clashes.length > 0) {
    const clashes = outcome.clashes.map(({ field, at, by }) => ({ field, at, by: by?.name ?? null }))
    const both = clashes.map(({ field }) => ({ field, message: t(locale, 'writing.problem_clash') }))
    // Only what she changed is hers; all else is shown as it is by now.
    return { saved: false, cameBack: { values: changed, found: {}, problems: both, clashes } }
  }
  if (outcome.problems.length === 0) return { saved: true }
  return {
    saved: false,
    cameBack: comeBack(form, values, {
      problems: [{ field: 'main', message: t(locale, 'writing.problem_notNow') }],
    }),
  }
}

/** Does what was asked of a remark, once everything else of the page is saved. */
async function actOnRemark(
  context: PortalContext,
  path: string,
  form: FormData,
): Promise<{ field: string; message: string }[]> {
  const { locale } = context
  const [act, id = ''] = textOf(form, 'intent').split(':')
  const run = () =>
    act === 'accept'
      ? context.execute(AcceptSuggestionMutation, { id })
      : context.execute(ReplyMutation, { id, text: textOf(form, `reply-${id}`) })
  const { answer, problems } = await attempt({ locale, path: href(locale, path), field: 'main' }, run)
  if (!answer) return [...problems]
  if (answer.outcome.problems.length === 0) return []
  const word = act === 'accept' ? 'writing.problem_settled' : 'writing.problem_reply'
  return [{ field: act === 'accept' ? id : `reply-${id}`, message: t(locale, word) }]
}

interface SectionForm {
  readonly path: string
  readonly id: string
  readonly section: string
  readonly form: FormData
}

/** Does what a form of a section asks for. */
export async function actOnSection(context: PortalContext, sent: SectionForm): Promise<SectionResult> {
  const { revision } = await asMember(context, sent.path, () => context.execute(KindQuery, { id: sent.id }))
  if (!revision) throw notFound()
  const kind = kindOf(revision.kind)
  const { fields } = sectionOf(kind, sent.section)
  const result = await act(context, kind, { ...sent, fields })
  if (result.saved) return result
  const { cameBack } = result
  return {
    saved: false,
    cameBack: { ...cameBack, titles: await loadTitles(context, fields, cameBack.values) },
  }
}

type WithFields = SectionForm & Pick<FicheSection, 'fields'>

async function act(
  context: PortalContext,
  kind: WrittenKind,
  { path, id, form, fields }: WithFields,
): Promise<SectionResult> {
  const within = await actWithin(context, kind, form, fields)
  if (within) return { saved: false, cameBack: within }
  const saved = await save(context, path, { id, form, fields })
  if (!saved.saved || !/^(accept|reply):/.test(textOf(form, 'intent'))) return saved
  const problems = await actOnRemark(context, path, form)
  return problems.length === 0
    ? saved
    : { saved: false, cameBack: { values: {}, found: {}, problems, clashes: [] } }
}

/** What is wrong with a section that was saved; with `all`, also what is missing. */
export function sectionProblems(
  locale: PortalContext['locale'],
  revision: Awaited<ReturnType<typeof loadSection>>['revision'],
  key: string,
  all: boolean,
) {
  const section = revision.sections.find((each) => each.key.toLowerCase() === key)
  const problems = (section?.fields ?? []).flatMap((one) =>
    one.problems.filter(({ field }) => all || !one.isMissing || field !== one.field.key),
  )
  return problemsInWords(locale, kindOf(revision.kind), problems)
}

/** What the page of a section is called in windows and bookmarks. */
export function sectionTitle(
  locale: PortalContext['locale'],
  { kind, title }: Awaited<ReturnType<typeof loadSection>>['revision'],
  key: string,
): string {
  const section = sectionOf(kindOf(kind), key)
  return `${t(locale, `writing.section_${section.key}`)}: ${title?.value ?? t(locale, 'writing.untitled')}`
}
