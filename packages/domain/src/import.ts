import { z } from 'zod'
import { isIdOf } from './id.ts'
import { columnNamed, type TableKind, tableKinds } from './table.ts'

/** What ids of imports begin with: `impo_…`. */
export const importPrefix = 'impo'

/** An import's public id. */
export const ImportId = z.string().refine((id) => isIdOf(importPrefix, id), 'is not the id of an import')

/**
 * `reading`: its file is taken in. `mapping`: it waits for what its columns mean. `checking`, `checked`: every row gets, and has,
 * its verdict. `committing`, `committed`: it is written. `undoing`, `undone`: it is taken back.
 */
export const importStates = [
  'reading',
  'mapping',
  'checking',
  'checked',
  'committing',
  'committed',
  'undoing',
  'undone',
] as const
export type ImportState = (typeof importStates)[number]

/** Work on an import that somebody waits for, and where it stood before: there it goes back to when the work fails. */
export const stateBefore = {
  checking: 'mapping',
  committing: 'checked',
  undoing: 'committed',
} as const satisfies Partial<Record<ImportState, ImportState>>
export type ImportWork = keyof typeof stateBefore

/** What an import makes of a row. */
export const rowVerdicts = ['new', 'changed', 'same', 'refused'] as const
export type ImportVerdict = (typeof rowVerdicts)[number]

/** What can be wrong with a cell or a row, for who says it in another language. */
export const reasonCodes = [
  'empty',
  'too-long',
  'not-a-number',
  'not-whole',
  'out-of-range',
  'not-one-of',
  'not-a-date',
  'not-a-language',
  'not-an-address',
  'not-a-currency',
  'not-true-or-false',
  'not-json',
  'too-many-parts',
  'unknown',
  'ambiguous',
  'repeated',
  'taken',
  'unreadable',
  'formula-error',
  'cells',
  'not-yours',
  'answered-for',
  'moved',
  'changed-since',
  'used-since',
  'malformed',
] as const
export type ReasonCode = (typeof reasonCodes)[number]

/** Why a row got its verdict. `field` is a column; `detail` what there may be, or which row or entry is in the way. */
export type ImportReason = { field: string; code: ReasonCode; value?: string; detail?: string }

/** Something that stands in the way of writing an import, or of taking it back: a row, what it is about, and why. */
export type Obstacle = { row: number; about: string; reason: ImportReason }

/** Most rows below the header, and most columns. */
export const mostImportRows = 10_000
export const mostImportColumns = 200
/** Most bytes of a file as it is sent, and of what is packed within. */
export const mostImportBytes = 50_000_000
export const mostUnpackedBytes = 100_000_000
/** Most characters of one cell. */
export const longestCell = 100_000

/** For how many days a file that was not written is kept, and for how many more an import can be undone. */
export const unwrittenDays = 7
export const undoDays = 90

/** Most imports of one member that are neither written nor discarded. */
export const mostOpenImports = 10

/** What somebody wants to import, for which network; administrators may leave it out. */
export const ImportStart = z.strictObject({
  kind: z.enum(tableKinds),
  network: z
    .string()
    .regex(/^netw_[0-9a-z]{12}$/, 'is not the id of a network')
    .nullish(),
})
export type ImportStart = z.infer<typeof ImportStart>

/** What each column of a file means; empty for one that is left out. */
export const mappingOf = (kind: TableKind) =>
  z
    .array(
      z
        .string()
        .refine((name) => name === '' || columnNamed(kind, name) !== null, 'is no column of this kind'),
    )
    .max(mostImportColumns)
    .superRefine((names, { addIssue }) => {
      const used = names.filter((name) => name !== '')
      if (used.length === 0) addIssue({ code: 'custom', message: 'leaves out every column' })
      for (const name of new Set(used.filter((each, i) => used.indexOf(each) !== i)))
        addIssue({ code: 'custom', path: [names.lastIndexOf(name)], message: `is "${name}" a second time` })
    })
