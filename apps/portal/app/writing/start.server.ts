import { type FicheField, ficheOf, fieldsOf, isWrittenKind, type WrittenKind } from '@hansa/domain/fiche'
import { attempt } from '../account/submit.server.ts'
import { notFound } from '../api.server.ts'
import type { PortalContext } from '../context.ts'
import { href } from '../i18n/locale.ts'
import { t } from '../i18n/words.ts'
import { asMember } from '../member/as-member.server.ts'
import { actWithin, type CameBack, comeBack, entryLicences, loadSchemes, loadTitles } from './form.server.ts'
import { apiKind } from './kinds.ts'
import { problemsInWords } from './problem-words.ts'
import { readValues } from './values.ts'
import { StartMutation, WritingQuery } from './writing.query.ts'

/** The kind an address names. Throws the 404 page for what is written by nobody. */
export function kindOfPath(kind: string | undefined): WrittenKind {
  if (kind === undefined || !isWrittenKind(kind)) throw notFound()
  return kind
}

/** What a member writes; null for a visitor. */
export async function loadWriting(context: PortalContext, after: string | null) {
  if (!context.signedIn) return null
  return await asMember(context, '/write', () => context.execute(WritingQuery, { after }))
}

/** The fields that are enough to begin with, and the language they are written in. */
const shortOf = (kind: WrittenKind): readonly FicheField[] => {
  const keys = new Set([...ficheOf(kind).short, 'contentLanguage'])
  const fields = fieldsOf(kind).filter(({ key }) => keys.has(key))
  const rank = ({ key }: FicheField): number =>
    key === 'contentLanguage' ? -1 : ficheOf(kind).short.indexOf(key)
  return fields.toSorted((a, b) => rank(a) - rank(b))
}

/** What the short form shows. */
export async function loadStart(context: PortalContext, kind: WrittenKind) {
  await asMember(context, `/write/new/${kind}`, () => context.execute(WritingQuery, { after: null }))
  const fields = shortOf(kind).map(({ key }) => key)
  return { fields, schemes: await loadSchemes(context, shortOf(kind)), licences: entryLicences }
}

/** Begins an entry with what a short form says. */
export async function startFromForm(
  context: PortalContext,
  kind: WrittenKind,
  form: FormData,
): Promise<{ readonly id: string } | { readonly cameBack: CameBack }> {
  const { locale } = context
  const fields = shortOf(kind)
  const named = async (cameBack: CameBack) => ({
    cameBack: { ...cameBack, titles: await loadTitles(context, fields, cameBack.values) },
  })
  const within = await actWithin(context, kind, form, fields)
  if (within) return await named(within)
  const values = readValues(form, fields)
  const where = { locale, path: href(locale, `/write/new/${kind}`), field: 'main' }
  const { answer, problems } = await attempt(where, () =>
    context.execute(StartMutation, { kind: apiKind(kind), values: JSON.stringify(values) }),
  )
  if (!answer) return await named(comeBack(form, values, { problems }))
  const { problems: found, revision } = answer.outcome
  if (revision) return { id: revision.id }
  const isOurs = found.filter(({ field }) => fields.some(({ key }) => key === field.split('.')[0]))
  const told =
    isOurs.length > 0
      ? problemsInWords(locale, kind, isOurs)
      : [{ field: 'main', message: t(locale, 'writing.problem_start') }]
  return await named(comeBack(form, values, { problems: told }))
}
