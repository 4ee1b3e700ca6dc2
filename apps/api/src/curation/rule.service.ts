import { type Db, schema, type Tx } from '@hansa/db'
import { joinRules, NetworkRule } from '@hansa/domain/curation'
import { InvalidInput } from '@hansa/domain/errors'
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

const isNetwork = (id: string): boolean => isEntryId(id) && kindOfId(id) === 'network'

/** The rule a network has set; null when it has set none. */
export const findRule = async (db: Db, networkId: string): Promise<NetworkRule | null> => {
  if (!isNetwork(networkId)) return null
  const [row] = await db.select().from(networkRule).where(eq(networkRule.networkId, networkId))
  return row ? ruleOf(row) : null
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
 * @throws Unauthenticated, Forbidden, InvalidInput
 */
export const saveRule = async (ctx: Acting, networkId: string, input: object): Promise<NetworkRule> => {
  authorize(ctx.viewer, 'curation.rule', { entry: networkId })
  if (!isNetwork(networkId))
    throw new InvalidInput([{ field: 'network', message: 'is not the id of a network' }])
  const rule = parse(NetworkRule, input)
  return await ctx.db.transaction(async (tx: Tx) => {
    if ((await lockEntry(tx, networkId)) === null)
      throw new InvalidInput([{ field: 'network', message: 'was not found in the registry' }])
    const before = await findRule(tx, networkId)
    const values = { ...rule, updatedAt: ctx.clock.now() }
    await tx
      .insert(networkRule)
      .values({ networkId, ...values })
      .onConflictDoUpdate({ target: networkRule.networkId, set: values })
    await writeTrail(tx, ctx, { action: 'network.rule-saved', entryId: networkId, before, after: rule })
    return rule
  })
}
