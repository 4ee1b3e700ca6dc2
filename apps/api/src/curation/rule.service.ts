import { type Db, schema, type Tx } from '@hansa/db'
import { defaultRule, joinRules, NetworkRule } from '@hansa/domain/curation'
import { Conflict, InvalidInput } from '@hansa/domain/errors'
import { isEntryId } from '@hansa/domain/id'
import { kindOfId } from '@hansa/domain/kind'
import { parse } from '@hansa/domain/parse'
import { authorize } from '@hansa/domain/permissions'
import { eq } from 'drizzle-orm'
import { lockEntry, subjectAt } from '../affiliation/affiliation.rows.ts'
import { type Acting, writeTrail } from '../audit/trail.ts'
import { among } from '../entry/entry.loaders.ts'

const { networkRule } = schema

const ruleOf = ({ checklist, confirmMonths, confirmMonthsEnded }: typeof networkRule.$inferSelect) => ({
  checklist,
  confirmMonths,
  confirmMonthsEnded,
})

/** A network's rule with the version it was saved as; 0 is the usual one, where it has set none. */
export type SavedRule = NetworkRule & { version: number }

const isNetwork = (id: string): boolean => isEntryId(id) && kindOfId(id) === 'network'

/** The rule of a network: what it has set, else the usual one. */
export const findRule = async (db: Db, networkId: string): Promise<SavedRule> => {
  if (!isNetwork(networkId)) return { ...defaultRule, version: 0 }
  const [row] = await db.select().from(networkRule).where(eq(networkRule.networkId, networkId))
  return row ? { ...ruleOf(row), version: row.version } : { ...defaultRule, version: 0 }
}

/** The rule that holds for an entry: those of all its networks that have set one, else the usual one. */
export const ruleFor = async (db: Db, entryId: string): Promise<NetworkRule> => {
  const { networks = [] } = await subjectAt(db, entryId)
  const rows = await db
    .select()
    .from(networkRule)
    .where(among(networkRule.networkId, [entryId, ...networks]))
    .orderBy(networkRule.networkId)
  return joinRules(rows.map(ruleOf))
}

/**
 * Sets how a network curates what belongs to it: the questions of its checklist, and when entries are to be confirmed again.
 * @param version the one that was changed: nothing is saved over what somebody else saved since
 * @throws Unauthenticated, Forbidden, InvalidInput; Conflict when it was saved since
 */
export const saveRule = async (
  ctx: Acting,
  networkId: string,
  { version, ...input }: { version: number } & Record<string, unknown>,
): Promise<SavedRule> => {
  authorize(ctx.viewer, 'curation.rule', { entry: networkId })
  if (!isNetwork(networkId))
    throw new InvalidInput([{ field: 'network', message: 'is not the id of a network' }])
  const rule = parse(NetworkRule, input)
  return await ctx.db.transaction(async (tx: Tx) => {
    if ((await lockEntry(tx, networkId)) === null)
      throw new InvalidInput([{ field: 'network', message: 'was not found in the registry' }])
    const { version: latest, ...before } = await findRule(tx, networkId)
    if (version !== latest)
      throw new Conflict('Somebody else saved this rule meanwhile. Load it again, compare both, then save.')
    const values = { ...rule, version: latest + 1, updatedAt: ctx.clock.now() }
    await tx
      .insert(networkRule)
      .values({ networkId, ...values })
      .onConflictDoUpdate({ target: networkRule.networkId, set: values })
    await writeTrail(tx, ctx, {
      action: 'network.rule-saved',
      entryId: networkId,
      before: latest === 0 ? null : before,
      after: rule,
    })
    return { ...rule, version: latest + 1 }
  })
}
