import { z } from 'zod'
import type { FileLimits } from '../file-limits.ts'
import type { FileType } from '../file-type.ts'
import { refusalReasons } from '../refused-file.ts'

/** What the process that reads a file is told: which one, what it is, where to write, and what it may cost. */
export type Job = { path: string; type: FileType; folder: string; limits: FileLimits }

/** What it answers: the files it wrote, or why the file is refused. */
export const Verdict = z.union([
  z.strictObject({ refused: z.enum(refusalReasons) }),
  z.strictObject({
    written: z
      .array(
        z.strictObject({
          file: z.string().regex(/^\d+\.(webp|pdf)$/),
          width: z.number().int().positive().nullable(),
          height: z.number().int().positive().nullable(),
        }),
      )
      .min(1),
  }),
])
export type Verdict = z.infer<typeof Verdict>

export type Written = Extract<Verdict, { written: unknown }>['written'][number]
