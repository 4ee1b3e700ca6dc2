import { LanguageTag } from '@hansa/domain/text'
import { attempt, textOf } from '../account/submit.server.ts'
import { notFound } from '../api.server.ts'
import type { PortalContext } from '../context.ts'
import { href, locales } from '../i18n/locale.ts'
import { t } from '../i18n/words.ts'
import { asMember } from '../member/as-member.server.ts'
import type { FieldProblem } from '../ui/error-summary.tsx'
import type { Clash } from './form.server.ts'
import { kindOf } from './kinds.ts'
import { problemsInWords } from './problem-words.ts'
import { KindQuery, SaveTranslationMutation, TranslationQuery } from './writing.query.ts'
import { writtenIn } from './written-in.ts'

const pathOf = (id: string) => `/write/${id}/translate`

/**
 * The texts of a revision beside what they are in one language: the one asked for, else the first that is not its own. Besides
 * those we speak it can be any that an address names.
 */
export async function loadTranslation(context: PortalContext, id: string, asked: string) {
  const read = async (language: string) => {
    const { revision } = await asMember(context, pathOf(id), () =>
      context.execute(TranslationQuery, { id, language }),
    )
    if (!revision) throw notFound()
    return revision
  }
  const first = await read(asked || context.locale)
  const own = writtenIn(first)
  const others = LanguageTag.safeParse(asked).success ? [asked] : []
  const languages = [...new Set<string>([...locales, ...others])].filter((each) => each !== own)
  const language = languages.find((each) => each === (asked || context.locale)) ?? languages[0] ?? 'en'
  const revision = language === (asked || context.locale) ? first : await read(language)
  return { revision, language, languages }
}

/** A clash about one text. */
export interface TextClash extends Clash {
  readonly theirs: string
}

/** What was typed and could not be saved. */
export interface RefusedTranslation {
  readonly texts: Readonly<Record<string, string>>
  readonly clashes: readonly TextClash[]
  readonly problems: readonly FieldProblem[]
}

const prefix = 'text:'

const theirsOf = (json: string | null): string => {
  const value: unknown = json === null ? '' : JSON.parse(json)
  return typeof value === 'string' ? value : ''
}

/** Saves the texts somebody changed on a page of translations; null when they are saved. */
export async function saveTranslationForm(
  context: PortalContext,
  id: string,
  form: FormData,
): Promise<RefusedTranslation | null> {
  const { locale } = context
  const typed = [...form].flatMap(([name, value]) =>
    name.startsWith(prefix) && typeof value === 'string'
      ? [{ path: name.slice(prefix.length), text: value.replace(/\r\n?/g, '\n').trim() }]
      : [],
  )
  const texts = typed.filter(
    ({ path, text }) =>
      text !== textOf(form, `was:${path}`).replace(/\r\n?/g, '\n').trim() &&
      textOf(form, `keep.${path}`) !== 'theirs',
  )
  if (texts.length === 0) return null
  const language = textOf(form, 'language')
  const version = Number(textOf(form, 'version')) || 1
  const refused = (more: Partial<RefusedTranslation>): RefusedTranslation => ({
    texts: Object.fromEntries(texts.map(({ path, text }) => [path, text])),
    clashes: [],
    problems: [],
    ...more,
  })
  const where = { locale, path: href(locale, pathOf(id)), field: 'main' }
  const { answer, problems } = await attempt(where, () =>
    context.execute(SaveTranslationMutation, { id, version, language, texts }),
  )
  if (!answer) return refused({ problems })
  const { outcome } = answer
  if (outcome.clashes.length > 0)
    return refused({
      clashes: outcome.clashes.map(({ field, at, by, theirs }) => ({
        field,
        at,
        by: by?.name ?? null,
        theirs: theirsOf(theirs),
      })),
      problems: outcome.clashes.map(({ field }) => ({
        field: `text:${field}`,
        message: t(locale, 'writing.problem_clash'),
      })),
    })
  if (outcome.problems.length === 0) return null
  return refused({ problems: await told(context, id, outcome.problems) })
}

async function told(
  { execute, locale }: PortalContext,
  id: string,
  problems: readonly { field: string; message: string }[],
): Promise<readonly FieldProblem[]> {
  const { revision } = await execute(KindQuery, { id })
  if (!revision) throw notFound()
  const words = problemsInWords(locale, kindOf(revision.kind), problems, null)
  return words.map(({ field, message }) => ({ field: `text:${field}`, message }))
}
