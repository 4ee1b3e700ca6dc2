import { schema, type Tx } from '@hansa/db'
import { Reason } from '@hansa/domain/curation'
import { Conflict, InvalidInput } from '@hansa/domain/errors'
import { parse } from '@hansa/domain/parse'
import { actorOf, type Subject, type Viewer } from '@hansa/domain/permissions'
import { leads } from '@hansa/domain/roles'
import {
  type HistoryStep,
  leadsOn,
  type RevisionState,
  type RevisionStep,
  steps,
} from '@hansa/domain/workflow'
import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { subjectAt } from '../affiliation/affiliation.rows.ts'
import { type Acting, writeTrail } from '../audit/trail.ts'
import type { RevisionRow } from './revision.rows.ts'
import { tellOf } from './tell.ts'

const { revision, revisionStep } = schema

/** In whose name somebody acts at an entry: the entry she leads, a network of it, or the organisation that leads it; null for her own alone. */
export const actingFor = (viewer: Viewer, { entry, networks = [], ledBy = [] }: Subject): string | null => {
  if (viewer.kind !== 'member') return null
  return [entry, ...networks, ...ledBy].find((id) => leads(viewer, id)) ?? null
}

/** What is told of a step besides who took it and when. */
export type Told = {
  entryId: string
  revisionId?: string
  step: HistoryStep
  from?: RevisionState
  to?: RevisionState
  reason?: string
  otherId?: string
  publishAt?: Date
  /** Where it is not read off who acts. */
  actingFor?: string | null
}

/** Writes down that a step was taken, with its audit record and what members are told of it, into the transaction that takes it. */
export const writeStep = async (tx: Tx, ctx: Omit<Acting, 'db'>, told: Told): Promise<void> => {
  const { entryId, revisionId, step, from, to, reason, otherId, publishAt } = told
  const inName =
    told.actingFor === undefined ? actingFor(ctx.viewer, await subjectAt(tx, entryId)) : told.actingFor
  const [written] = await tx
    .insert(revisionStep)
    .values({
      entryId,
      revisionId: revisionId ?? null,
      step,
      from: from ?? null,
      to: to ?? null,
      at: ctx.clock.now(),
      actor: actorOf(ctx.viewer),
      actingFor: inName,
      reason: reason || null,
      otherId: otherId ?? null,
      publishAt: publishAt ?? null,
    })
    .returning({ seq: revisionStep.seq })
  // Both sides of a merge are one occasion to whoever keeps both.
  const key = step === 'merge' ? `merge ${[entryId, otherId].toSorted().join(' ')}` : `step ${written?.seq}`
  await tellOf(tx, ctx, { entryId, revisionId, what: step, key, asked: otherId })
  await writeTrail(tx, ctx, {
    action: `${revisionId ? 'revision' : 'entry'}.${step}`,
    entryId,
    before: from ? { state: from } : null,
    after: {
      ...(revisionId && { revision: revisionId }),
      ...(to && { state: to }),
      ...(reason && { reason }),
      ...(otherId && { other: otherId }),
      ...(publishAt && { publishAt }),
    },
  })
}

const stateWords: Readonly<Record<RevisionState, string>> = {
  draft: 'is a draft',
  submitted: 'is submitted',
  in_review: 'is under review',
  changes_requested: 'waits for changes by its authors',
  accepted: 'is accepted',
  published: 'is published',
  withdrawn: 'was withdrawn',
  rejected: 'was rejected',
}

/** A step was asked for that does not lead on from the state somebody else may just have brought about. */
export class NotNow extends Conflict {
  readonly state: RevisionState
  constructor(state: RevisionState) {
    super(`This ${stateWords[state]} now, so that cannot be done. Load the page again to see what happened.`)
    this.state = state
  }
}

/** @throws NotNow */
export const checkStep = (row: RevisionRow, step: RevisionStep): void => {
  if (!leadsOn(step, row.state)) throw new NotNow(row.state)
}

/** The reason that was given for a step. @throws InvalidInput naming `reason` */
export const reasonFor = (step: RevisionStep, given: string | null | undefined): string => {
  const { reason } = parse(z.object({ reason: Reason }), { reason: given ?? '' })
  if (reason === '' && steps[step].reason === 'required')
    throw new InvalidInput([{ field: 'reason', message: 'is empty: say why, for those who wrote it' }])
  return reason
}

/**
 * Takes a step with a revision that is locked.
 * @throws NotNow when it does not lead on from the state the revision is in
 */
export const takeStep = async (
  tx: Tx,
  ctx: Acting,
  row: RevisionRow,
  step: RevisionStep,
  more: Partial<Told> & { set?: Partial<RevisionRow> } = {},
): Promise<RevisionRow> => {
  checkStep(row, step)
  const now = ctx.clock.now()
  const { set, ...told } = more
  const { to } = steps[step]
  const [changed] = await tx
    .update(revision)
    .set({ state: to, updatedAt: now, ...(to !== row.state && { since: now }), ...set })
    .where(eq(revision.id, row.id))
    .returning()
  if (!changed) throw new Error('a revision was locked and is gone')
  await writeStep(tx, ctx, {
    entryId: row.entryId,
    revisionId: row.id,
    step,
    from: row.state,
    to,
    ...told,
  })
  return changed
}
