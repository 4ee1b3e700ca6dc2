import type { CheckAnswer, ChecklistItem } from '@hansa/domain/curation'
import type { FieldError } from '@hansa/domain/errors'
import { type FicheField, type FicheSection, ficheOf, missingFields } from '@hansa/domain/fiche'
import { isLocalizedLeaf } from '@hansa/domain/leaves'
import { type Action, can, type Subject, type Viewer } from '@hansa/domain/permissions'
import type { LocalizedText } from '@hansa/domain/text'
import {
  isEditable,
  isOpenState,
  leadsOn,
  type RevisionStep,
  revisionSteps,
  steps,
} from '@hansa/domain/workflow'
import type { Context } from '../context.ts'
import type { RemarkRow, ReviewRow } from './curation.loaders.ts'
import { readPublished } from './published.ts'
import { type Content, changedFields, judge, leavesIn, namedIn } from './revision.content.ts'
import { kindOf, type RevisionRow } from './revision.rows.ts'
import { problemsOf } from './step.service.ts'

/** A field of a revision with everything a form shows of it. */
export type FieldView = {
  field: FicheField
  value: unknown
  problems: readonly FieldError[]
  isMissing: boolean
  isChanged: boolean
  remarks: readonly RemarkRow[]
}

export type SectionView = { section: FicheSection; fields: FieldView[] }

const isOf = (key: string, path: string): boolean => path === key || path.startsWith(`${key}.`)

/** The sections of a revision; fields changed are told against what is published. */
export const sectionsOf = async (ctx: Context, row: RevisionRow): Promise<SectionView[]> => {
  const kind = kindOf(row)
  const { valid } = judge(kind, row.content)
  const problems = await problemsOf(ctx, row)
  const missing = new Set(missingFields(kind, valid))
  const published = await readPublished(ctx.db, row)
  const changed = new Set(published ? changedFields(kind, published, row.content) : [])
  const remarks = await ctx.loaders.remarks.load(row.id)
  return ficheOf(kind).sections.map((section) => ({
    section,
    fields: section.fields.map((field) => ({
      field,
      value: row.content[field.key],
      problems: problems.filter((problem) => isOf(field.key, problem.field)),
      // What is there and not right is to be put right, and not missing.
      isMissing: missing.has(field.key) && row.content[field.key] === undefined,
      isChanged: changed.has(field.key),
      remarks: remarks.filter((remark) => isOf(field.key, remark.field)),
    })),
  }))
}

/** What somebody can do with a revision besides taking steps. */
export const revisionActs = [...revisionSteps, 'edit', 'remark', 'assign', 'check', 'review'] as const
export type RevisionAct = (typeof revisionActs)[number]

const mayStep = (viewer: Viewer, subject: Subject, row: RevisionRow, step: RevisionStep): boolean =>
  leadsOn(step, row.state) &&
  can(viewer, steps[step].by === 'author' ? 'revision.write' : 'revision.curate', subject)

/** Everything the viewer may do with a revision now, by the same rules that are asked when she does it. */
export const actsOf = async (ctx: Context, row: RevisionRow): Promise<RevisionAct[]> => {
  const { viewer } = ctx
  const subject = await ctx.loaders.revisionSubject.load(row.id)
  const may = (action: Action): boolean => can(viewer, action, subject)
  const isUnderway = row.state === 'submitted' || row.state === 'in_review'
  const own = (await ctx.loaders.reviews.load(row.id)).find(
    (review) => viewer.kind === 'member' && review.reviewerId === viewer.id,
  )
  const acts: readonly (readonly [RevisionAct, boolean])[] = [
    ...revisionSteps.map((step) => [step, mayStep(viewer, subject, row, step)] as const),
    ['edit', isEditable(row.state) && may('revision.write')],
    ['remark', isOpenState(row.state) && may('revision.remark')],
    ['assign', isUnderway && may('revision.curate')],
    ['check', isUnderway && may('revision.curate')],
    [
      'review',
      own?.givenAt === null &&
        isOpenState(row.state) &&
        row.state !== 'accepted' &&
        can(viewer, 'review.write', { ...subject, member: own.reviewerId }),
    ],
  ]
  return acts.flatMap(([act, allowed]) => (allowed ? [act] : []))
}

/** A question of the checklist with the curator's answer. */
export type CheckView = {
  item: ChecklistItem
  answer: CheckAnswer | null
  note: string | null
  by: string | null
  at: string | null
}

/** The questions of a checklist with the answers somebody gave. */
export const checksOf = (
  checklist: readonly ChecklistItem[],
  answers: RevisionRow['checklist'],
): CheckView[] =>
  checklist.map((item) => {
    const given = answers[item.key]
    return {
      item,
      answer: given?.answer ?? null,
      note: given?.note || null,
      by: given?.by ?? null,
      at: given?.at ?? null,
    }
  })

/** Whether the viewer sees what a review says: one that is not given yet is its reviewer's alone. */
export const showsReview = (viewer: Viewer, { givenAt, reviewerId }: ReviewRow): boolean =>
  givenAt !== null || (viewer.kind === 'member' && viewer.id === reviewerId)

/** A text of an entry that can be translated. */
export type TranslatableText = {
  path: string
  source: { text: string; language: string; origin: LocalizedText[string]['origin'] }
  translation: LocalizedText[string] | null
}

/** All texts of a content beside what they are in a language, those of the language itself left out. */
export const translatableIn = (
  row: Pick<RevisionRow, 'entryId'>,
  content: Content,
  language: string,
): TranslatableText[] => {
  const kind = kindOf(row)
  const { valid } = judge(kind, content)
  const own = String(valid.contentLanguage ?? 'en')
  return leavesIn(kind, valid).flatMap((leaf) => {
    if (!isLocalizedLeaf(leaf)) return []
    const other = Object.keys(leaf.value).find((each) => each !== language)
    const from = leaf.value[own] && own !== language ? own : other
    const source = from === undefined ? undefined : leaf.value[from]
    if (from === undefined || source === undefined) return []
    return [
      { path: leaf.path, source: { ...source, language: from }, translation: leaf.value[language] ?? null },
    ]
  })
}

/** An entry or a concept that a revision names. */
export type Named = { id: string; type: 'entry' | 'concept' }

/** Everything that a revision, and what is published instead, name. */
export const namedOf = async (ctx: Context, row: RevisionRow): Promise<Named[]> => {
  const kind = kindOf(row)
  const all = [row.content, (await readPublished(ctx.db, row)) ?? {}].map((content) => namedIn(kind, content))
  return (['entry', 'concept'] as const).flatMap((type) =>
    [...new Set(all.flatMap((named) => named[type]))].map((id) => ({ id, type })),
  )
}
