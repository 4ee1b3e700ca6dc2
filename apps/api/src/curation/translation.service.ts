import { InvalidInput } from '@hansa/domain/errors'
import { isWrittenKind } from '@hansa/domain/fiche'
import { isEntryId } from '@hansa/domain/id'
import { kindOfId } from '@hansa/domain/kind'
import { isLocalizedLeaf, type Leaf, valueAt, withValueAt } from '@hansa/domain/leaves'
import { parse } from '@hansa/domain/parse'
import { LanguageTag } from '@hansa/domain/text'
import { z } from 'zod'
import type { Acting } from '../audit/trail.ts'
import type { Context } from '../context.ts'
import { type ChangeRow, type Clash, changesSince, EditClash } from './clash.ts'
import { readInput } from './published.ts'
import { askedOf, type Content, leavesIn, tidied } from './revision.content.ts'
import { changeRevision, kindOf, type RevisionRow } from './revision.rows.ts'
import { checkEditable, putContent } from './revision.service.ts'
import { type TranslatableText, translatableIn } from './revision.view.ts'

const TranslationInput = z.strictObject({
  language: LanguageTag,
  texts: z.array(z.strictObject({ path: z.string().max(100), text: z.string().max(10_000) })).max(500),
})

const textAt = (content: Content, path: string, language: string): string => {
  const text = valueAt(content, [...path.split('.'), language, 'text'])
  return typeof text === 'string' ? text : ''
}

/** Who saved another text in the language at the place since it was loaded; null when nobody did. */
const clashAt = (
  row: RevisionRow,
  later: readonly ChangeRow[],
  { path, text, language }: { path: string; text: string; language: string },
): Clash | null => {
  const field = path.split('.')[0] ?? path
  const touching = later.filter(({ before, after }) => field in before || field in after)
  const [first] = touching
  const last = touching.at(-1)
  const now = textAt(row.content, path, language)
  if (!first || !last || now === text || now === textAt(first.before, path, language)) return null
  return { field: path, theirs: now, by: last.memberId, at: last.at }
}

const withTranslation = (content: Content, leaf: Leaf, language: string, text: string): Content => {
  const texts = leaf.value as Record<string, unknown>
  const put = { ...texts, [language]: text === '' ? undefined : { text, origin: 'human' } }
  return withValueAt(content, leaf.path.split('.'), tidied(put)) as Content
}

/**
 * Saves the texts of a revision in one language, as a person translated them. The texts in all other languages stay; an empty
 * text takes the translation out.
 * @throws Unauthenticated, Forbidden, NotNow, InvalidInput; EditClash when somebody else translated the same meanwhile
 */
export const saveTranslation = async (
  ctx: Acting,
  { id, version, ...input }: { id: string; version: number; language: string; texts: readonly object[] },
): Promise<RevisionRow> =>
  await changeRevision(ctx, id, 'revision.write', async (tx, locked) => {
    const { row } = locked
    checkEditable(row)
    const { language, texts } = parse(TranslationInput, input)
    const kind = kindOf(row)
    const later = await changesSince(tx, row, version)
    const leaves = new Map(
      leavesIn(kind, row.content)
        .filter(isLocalizedLeaf)
        .map((leaf) => [leaf.path, leaf] as const),
    )
    const unknown = texts.filter(({ path }) => !leaves.has(path))
    if (unknown.length > 0)
      throw new InvalidInput(
        unknown.map(({ path }) => ({ field: path, message: 'is no text that can be translated' })),
      )
    const clashes = texts.flatMap((one) => clashAt(row, later, { ...one, language }) ?? [])
    if (clashes.length > 0) throw new EditClash(clashes)
    let next: Content = row.content
    for (const { path, text } of texts) {
      const leaf = leavesIn(kind, next).find((each) => each.path === path)
      if (leaf) next = withTranslation(next, leaf, language, text.trim())
    }
    return await putContent(tx, ctx, locked, next)
  })

/** The texts of a published entry that lack a language, or have it from a machine alone; none for what the viewer does not see. */
export const textsLacking = async (
  ctx: Context,
  { entry: id, language }: { entry: string; language: string },
): Promise<TranslatableText[]> => {
  const kind = kindOfId(id)
  if (!kind || !isWrittenKind(kind) || !LanguageTag.safeParse(language).success) return []
  const row = isEntryId(id) ? await ctx.loaders.entry.load(id) : null
  if (row?.state !== 'published') return []
  const input = askedOf(kind, (await readInput(ctx.db, id)) ?? {})
  return translatableIn({ entryId: id }, input, language).filter(
    ({ translation }) => translation === null || translation.origin === 'machine',
  )
}
