import { z } from 'zod'

/*
 * An export is UTF-8 text, one JSON object per line: a header, the rows grouped by table, the positions of the
 * sequences, and a trailer. Every value is PostgreSQL's own text for it, or null, so nothing is rounded on the way.
 */

/** Version of this format; a file of another one is refused. */
export const FORMAT = 1

const text = z.string().nullable()

export const headerLine = z.strictObject({
  hansa: z.literal('export'),
  format: z.number(),
  /** Hash of the newest migration of the exported database. */
  schema: z.string(),
  engine: z.string(),
  at: z.string(),
})

export const rowLine = z.strictObject({ table: z.string(), row: z.record(z.string(), text) })

export const sequenceLine = z.strictObject({
  sequence: z.string(),
  value: z.string().regex(/^-?\d+$/),
  called: z.boolean(),
})

export const trailerLine = z.strictObject({
  end: z.literal(true),
  /** Rows per table. */
  counts: z.record(z.string(), z.number()),
  /** SHA-256 of every byte before the trailer, in hex. */
  sha256: z.string(),
})

export const bodyLine = z.union([rowLine, sequenceLine, trailerLine])

export type Header = z.infer<typeof headerLine>
export type RowLine = z.infer<typeof rowLine>
export type SequenceLine = z.infer<typeof sequenceLine>
export type Trailer = z.infer<typeof trailerLine>
