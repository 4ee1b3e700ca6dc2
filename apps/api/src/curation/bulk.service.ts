import { Conflict, type FieldError, Forbidden, InvalidInput } from '@hansa/domain/errors'
import { authorize } from '@hansa/domain/permissions'
import type { Acting } from '../audit/trail.ts'
import { archiveEntry, featureEntry } from './entry-state.service.ts'
import { remindKeepers } from './remind.service.ts'
import { assignReviewer } from './review.service.ts'

/** What can be done to many at once: with revisions, or with the entries themselves. */
export const bulkActions = ['assign', 'archive', 'feature', 'unfeature', 'remind'] as const
export type BulkAction = (typeof bulkActions)[number]

/** What became of one of many. */
export type ItemOutcome = {
  id: string
  problems: readonly FieldError[]
  /** How many people were asked, where that is what was done. */
  told: number | null
}

type Bulk = {
  action: BulkAction
  ids: readonly string[]
  member?: string | null | undefined
  reason?: string | null | undefined
}

/** Does it to one; how many people were asked, where that is what is done. */
const doTo = async (ctx: Acting, { action, member, reason }: Bulk, id: string): Promise<number | null> => {
  if (action === 'remind') return await remindKeepers(ctx, id)
  if (action === 'assign') await assignReviewer(ctx, { id, member: member ?? '' })
  else if (action === 'archive') await archiveEntry(ctx, id, reason ?? '')
  else await featureEntry(ctx, id, action === 'feature')
  return null
}

const problemsFrom = (error: unknown): FieldError[] => {
  if (error instanceof InvalidInput) return error.fields
  if (error instanceof Conflict) return [{ field: 'input', code: 'CONFLICT', message: error.message }]
  if (error instanceof Forbidden) return [{ field: 'input', code: 'REFUSED', message: error.message }]
  throw error
}

const mostAtOnce = 100

/**
 * Does the same to many, each for itself: one that is refused keeps none of the others from being done.
 * @throws Unauthenticated, Forbidden for who curates nothing; InvalidInput for more than a hundred
 */
export const curateMany = async (ctx: Acting, bulk: Bulk): Promise<ItemOutcome[]> => {
  authorize(ctx.viewer, 'curation.bulk')
  if (bulk.ids.length > mostAtOnce)
    throw new InvalidInput([{ field: 'ids', message: `are more than ${mostAtOnce}` }])
  const outcomes: ItemOutcome[] = []
  for (const id of new Set(bulk.ids)) {
    try {
      outcomes.push({ id, problems: [], told: await doTo(ctx, bulk, id) })
    } catch (error) {
      outcomes.push({ id, problems: problemsFrom(error), told: null })
    }
  }
  return outcomes
}
