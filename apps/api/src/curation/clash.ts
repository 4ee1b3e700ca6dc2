import { schema, type Tx } from '@hansa/db'
import { Conflict, InvalidInput } from '@hansa/domain/errors'
import { and, asc, eq, gt } from 'drizzle-orm'
import { type Content, isSame } from './revision.content.ts'
import type { RevisionRow } from './revision.rows.ts'

const { revisionChange } = schema

export type ChangeRow = typeof revisionChange.$inferSelect

/** A field that somebody else changed since it was loaded: what it says now, by whom and since when. */
export type Clash = { field: string; theirs: unknown; by: string; at: Date }

/** Nothing was saved, because somebody else changed the same fields meanwhile. */
export class EditClash extends Conflict {
  readonly clashes: readonly Clash[]
  constructor(clashes: readonly Clash[]) {
    const fields = clashes.map(({ field }) => field).join(', ')
    super(`Somebody else changed this meanwhile: ${fields}. Compare both, then save again.`)
    this.clashes = clashes
  }
}

/**
 * What was saved since a version was loaded, the oldest first.
 * @throws InvalidInput for a version that there was never
 */
export const changesSince = async (tx: Tx, row: RevisionRow, version: number): Promise<ChangeRow[]> => {
  if (version < 1 || version > row.version)
    throw new InvalidInput([{ field: 'version', message: 'is no version of this' }])
  if (version === row.version) return []
  return await tx
    .select()
    .from(revisionChange)
    .where(and(eq(revisionChange.revisionId, row.id), gt(revisionChange.version, version)))
    .orderBy(asc(revisionChange.version))
}

const touches = ({ before, after }: ChangeRow, field: string): boolean => field in before || field in after

/**
 * Of what somebody sends, what she changed herself: a field that still says what she saw is not hers to set back.
 * @param given fields in the form in which they are kept
 * @throws EditClash for those that she and somebody else changed, and not to the same
 */
export const ownChanges = (row: RevisionRow, later: readonly ChangeRow[], given: Content): Content => {
  const clashes: Clash[] = []
  const own = Object.entries(given).filter(([field, value]) => {
    const touching = later.filter((change) => touches(change, field))
    const [first] = touching
    const last = touching.at(-1)
    if (!first || !last || isSame(value, row.content[field])) return true
    if (isSame(value, first.before[field])) return false
    clashes.push({ field, theirs: row.content[field], by: last.memberId, at: last.at })
    return true
  })
  if (clashes.length > 0) throw new EditClash(clashes)
  return Object.fromEntries(own)
}
