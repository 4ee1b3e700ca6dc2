import { type FieldError, HansaError } from '@hansa/domain/errors'

/** What an import makes of a row. `left out` is not asked for or cannot be placed; `refused` is wrong, and stops the import. */
export const verdicts = ['new', 'changed', 'same', 'left out', 'refused'] as const
export type Verdict = (typeof verdicts)[number]

/** One row of a file and what the import makes of it. */
export type RowVerdict = {
  /** Number of the row in the file, from 1. */
  row: number
  verdict: Verdict
  /** What the row is about, in words. */
  about: string
  /** Why: fields at fault, or what a reader of the report should know. */
  reasons: FieldError[]
}

export type ImportReport = { counts: Record<Verdict, number>; written: boolean }

/** Told of every row, in the order of the file. */
export type OnRow = (row: RowVerdict) => void

/** Rows of a file are wrong; each was told. Nothing was written. */
export class RowsRefused extends HansaError {
  constructor(rows: number) {
    super('INVALID_INPUT', `${rows === 1 ? 'One row is' : `${rows} rows are`} refused; nothing was written.`)
  }
}

/** Counts verdicts while they are told. */
export const createTally = (onRow: OnRow) => {
  const counts: Record<Verdict, number> = { new: 0, changed: 0, same: 0, 'left out': 0, refused: 0 }
  return {
    counts,
    tell(row: RowVerdict): void {
      counts[row.verdict] += 1
      onRow(row)
    },
  }
}
