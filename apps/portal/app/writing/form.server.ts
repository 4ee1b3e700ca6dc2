import { attachmentLicences } from '@hansa/domain/attachment'
import type { Control } from '@hansa/domain/control'
import type { FicheField, WrittenKind } from '@hansa/domain/fiche'
import { leavesOf } from '@hansa/domain/leaves'
import { textOf } from '../account/submit.server.ts'
import type { PortalContext } from '../context.ts'
import { t } from '../i18n/words.ts'
import type { FieldProblem } from '../ui/error-summary.tsx'
import { type Finding, findInForm } from './find.server.ts'
import type { FormView, Found, Option } from './form-context.tsx'
import { withoutRow, withRow } from './row-values.ts'
import { carriedValues, readValues, type Values } from './values.ts'
import { SchemeQuery, TitlesQuery } from './writing.query.ts'

/** A field that somebody else changed meanwhile. */
export interface Clash {
  readonly field: string
  readonly by: string | null
  readonly at: string
}

/** A form that comes back instead of going on: with everything that was typed, and why. */
export interface CameBack {
  readonly values: Values
  /** What the form showed at first and in which version; absent where it is to be loaded anew. */
  readonly base?: Values
  readonly version?: number
  readonly found: Readonly<Record<string, Found>>
  readonly problems: readonly FieldProblem[]
  readonly clashes: readonly Clash[]
  /** Names of what was chosen and is not saved yet. */
  readonly titles?: FormView['titles']
}

const nothing = { found: {}, problems: [], clashes: [] }

/** A form that comes back with problems, and as it was. */
export const comeBack = (form: FormData, values: Values, more: Partial<CameBack>): CameBack => ({
  ...nothing,
  values,
  base: carriedValues(form, 'base'),
  version: Number(textOf(form, 'version')) || 1,
  ...more,
})

/**
 * Does what the buttons within a form ask for: a row more or less, entries of a name. Null when the form is to go on. What was
 * typed to find something, and never chosen, is looked for before anything is saved, so that it is not lost.
 */
export async function actWithin(
  context: Finding,
  kind: WrittenKind,
  form: FormData,
  fields: readonly FicheField[],
): Promise<CameBack | null> {
  const values = readValues(form, fields)
  const [act, path = ''] = textOf(form, 'intent').split(':')
  const isOurs = fields.some(({ key }) => key === path.split('.')[0])
  if (isOurs && act === 'add') return comeBack(form, withRow(values, path), {})
  if (isOurs && act === 'remove') return comeBack(form, withoutRow(values, path), {})
  if (isOurs && act === 'find')
    return comeBack(form, values, { found: await findInForm(context, kind, form, fields, path) })
  const found = await findInForm(context, kind, form, fields)
  const problems = Object.entries(found).map(([field, { text, options }]) => ({
    field,
    message: t(context.locale, options.length > 0 ? 'writing.problem_which' : 'writing.problem_noneFound', {
      text,
    }),
  }))
  return problems.length > 0 ? comeBack(form, values, { found, problems }) : null
}

const schemesIn = (control: Control): string[] => {
  if (control.type === 'concept') return [control.scheme]
  if (control.type === 'list') return schemesIn(control.of)
  return control.type === 'group' ? control.parts.flatMap((part) => schemesIn(part.control)) : []
}

/** The concepts that fields choose from, by scheme. */
export async function loadSchemes(
  { executeShared }: Pick<PortalContext, 'executeShared'>,
  fields: readonly FicheField[],
): Promise<FormView['schemes']> {
  const keys = [...new Set(fields.flatMap(({ control }) => schemesIn(control)))]
  const loaded = keys.map(async (key) => {
    const { conceptScheme } = await executeShared(SchemeQuery, { key })
    const options = (conceptScheme?.concepts ?? []).map(({ id, label }) => ({
      id: String(id),
      label: label.value,
      language: label.language,
    }))
    return [key, options] as const
  })
  return Object.fromEntries(await Promise.all(loaded))
}

/** Names of the entries that some values name. */
export async function loadTitles(
  { execute }: Pick<PortalContext, 'execute'>,
  fields: readonly FicheField[],
  values: Values,
): Promise<Readonly<Record<string, Option>>> {
  const leaves = fields.flatMap(({ key, control }) => leavesOf(control, values[key], key))
  const ids = leaves.flatMap(({ control, value }) =>
    control.type === 'entry' && typeof value === 'string' && value !== '' ? [value] : [],
  )
  if (ids.length === 0) return {}
  const { nodes } = await execute(TitlesQuery, { ids: [...new Set(ids)] })
  return Object.fromEntries(
    nodes.flatMap((node) =>
      node && 'title' in node
        ? [[node.id, { id: node.id, label: node.title.value, language: node.title.language }]]
        : [],
    ),
  )
}

/** What the licence of an entry is chosen from: what is written here is to be reused. */
export const entryLicences: readonly string[] = attachmentLicences.filter(
  (licence) => licence !== 'all-rights-reserved',
)
