import { attachmentLicences } from '@hansa/domain/attachment'
import { redirect } from '@remix-run/node'
import { type Answer, submit, textOf } from '../account/submit.server.ts'
import { notFound, problem } from '../api.server.ts'
import type { PortalContext } from '../context.ts'
import type { GivenText } from '../entry/entry.fields.ts'
import type { WordKey } from '../i18n/catalogue.ts'
import { href, locales } from '../i18n/locale.ts'
import { t } from '../i18n/words.ts'
import { asMember } from '../member/as-member.server.ts'
import type { FieldProblem } from '../ui/error-summary.tsx'
import {
  type AttachmentAt,
  AttachmentsAtQuery,
  FilesEntryQuery,
  KeepsFilesQuery,
  RemoveAttachmentMutation,
  SaveAttachmentMutation,
} from './attachments.query.ts'
import { filesPath } from './files-path.ts'

/** What was sent for one file, to be shown again when something must be put right. */
export interface SentTexts {
  readonly id: string
  readonly alternativeText: string
  readonly caption: string
  readonly rightsHolder: string
  readonly licence: string
}

/** What the piece of a form for files shows. */
export interface AttachmentsState {
  readonly files: readonly AttachmentAt[]
  /** The language in which texts are written, and those to choose from. */
  readonly language: string
  readonly languages: readonly string[]
  /** What a file's licence is chosen from, the most open first. */
  readonly licences: readonly string[]
  readonly notice: 'uploaded' | 'saved' | 'removed' | null
  readonly problems: readonly FieldProblem[]
}

/** What `POST /files` says in the address it leads back to. */
const sendingProblems: Readonly<Record<string, WordKey>> = {
  empty: 'file.problem_empty',
  'too-large': 'file.problem_tooLarge',
  type: 'file.problem_type',
  broken: 'file.problem_broken',
  'too-many-pixels': 'file.problem_tooManyPixels',
  'too-heavy': 'file.problem_tooHeavy',
  encrypted: 'file.problem_encrypted',
  active: 'file.problem_active',
  'no-room': 'file.problem_noRoom',
  missing: 'file.problem_missing',
  wait: 'file.problem_wait',
  away: 'file.problem_away',
}

const notices = ['uploaded', 'saved', 'removed'] as const

/** The entry whose files a page changes, as far as the visitor may see it, else what she writes of it. */
export interface FilesEntry {
  readonly id: string
  readonly title: Pick<GivenText, 'value' | 'language'> | null
  readonly contentLanguage: string
  /** Where one comes from: the page of the entry, or what is being written of it. */
  readonly from: string
}

/**
 * The entry of an id, of whatever kind, for members. Throws the 404 page, or a redirect for one that was merged into another.
 */
export async function loadFilesEntry(context: PortalContext, id: string): Promise<FilesEntry> {
  const { node, revisionOf } = await asMember(context, filesPath(id), () =>
    context.execute(FilesEntryQuery, { entry: id }),
  )
  if (node && node.id !== id) throw redirect(href(context.locale, filesPath(node.id)), 301)
  const entry = node && 'path' in node ? node : null
  const writing = revisionOf && `/write/${revisionOf.id}`
  const from = revisionOf?.viewerCan.includes('EDIT') ? writing : (entry?.path ?? writing)
  if (!from) throw notFound()
  const title = entry?.title ?? revisionOf?.title ?? null
  return { id, title, contentLanguage: entry?.contentLanguage ?? context.locale, from }
}

/** Reads the files of an entry for whoever keeps them, and what the address says became of the last act. */
export async function loadAttachments(
  context: PortalContext,
  url: URL,
  entry: Pick<FilesEntry, 'id' | 'contentLanguage'>,
): Promise<AttachmentsState> {
  const languages = [...new Set([entry.contentLanguage, ...locales])]
  const asked = url.searchParams.get('language') ?? ''
  const language = languages.includes(asked) ? asked : entry.contentLanguage
  const { attachmentsAt, viewerCan } = await asMember(context, filesPath(entry.id), () =>
    context.execute(AttachmentsAtQuery, { entry: entry.id, language }),
  )
  // Who reviews an entry sees its files, and changes none of them.
  if (!viewerCan) throw problem(403)
  const key = sendingProblems[url.searchParams.get('problem') ?? '']
  return {
    files: attachmentsAt,
    language,
    languages,
    licences: attachmentLicences,
    notice: notices.find((each) => url.searchParams.has(each)) ?? null,
    problems: key ? [{ field: 'file', message: t(context.locale, key) }] : [],
  }
}

/** Whether the visitor may change what an entry shows; nobody is asked where nobody is signed in. */
export async function keepsFiles(context: PortalContext, entry: string): Promise<boolean> {
  return context.signedIn && (await context.execute(KeepsFilesQuery, { entry })).viewerCan
}

const textProblems: Readonly<Record<string, WordKey>> = {
  alternativeText: 'file.problem_alternativeText',
  caption: 'file.problem_caption',
  rightsHolder: 'file.problem_rightsHolder',
}

const sentTexts = (form: FormData): SentTexts => {
  const id = textOf(form, 'id')
  const of = (name: string) => textOf(form, `${name}-${id}`)
  return {
    id,
    alternativeText: of('alternativeText'),
    caption: of('caption'),
    rightsHolder: of('rightsHolder'),
    licence: of('licence'),
  }
}

/**
 * Does what one of the forms for a file asks for.
 * @param path of the page with the forms
 * @returns what became of it, or what must be put right
 */
export async function actOnAttachments(
  context: PortalContext,
  form: FormData,
  path: string,
): Promise<
  | { readonly done: 'saved' | 'removed' }
  | { readonly problems: readonly FieldProblem[]; readonly sent: SentTexts }
> {
  const { locale } = context
  const intent = textOf(form, 'intent')
  if (intent !== 'save-file' && intent !== 'remove-file') throw problem(400)
  const sent = sentTexts(form)
  const { id, ...texts } = sent
  const acts = {
    'save-file': () =>
      context.execute(SaveAttachmentMutation, { id, language: textOf(form, 'language'), ...texts }),
    'remove-file': () => context.execute(RemoveAttachmentMutation, { id }),
  }
  const where = { locale, path: href(locale, path), field: 'file' }
  const { problems } = await submit<Answer>(where, acts[intent])
  if (!problems) return { done: intent === 'save-file' ? 'saved' : 'removed' }
  const own = problems.map(({ field, message }) => {
    const key = textProblems[field]
    return key ? { field: `${field}-${id}`, message: t(locale, key) } : { field: 'file', message }
  })
  return { problems: own, sent }
}
