import { builder } from '../graphql/builder.ts'
import { connectionOf, pageArgs, pageCost } from '../graphql/connection.ts'
import { toCsv } from '../table/csv.ts'
import { type AuditRecord, listAudit, readAudit } from './audit.reader.ts'

const asJson = (value: unknown): string | null => (value === null ? null : JSON.stringify(value))

const AuditRecordType = builder.objectRef<AuditRecord>('AuditRecord').implement({
  description: 'One act in the audit trail: who did what to what, when and from where.',
  fields: (t) => ({
    id: t.id({ description: 'Its number in the trail.', resolve: (row) => String(row.seq) }),
    at: t.string({ description: 'When (ISO 8601, UTC).', resolve: (row) => row.at.toISOString() }),
    actor: t.exposeString('actor', {
      description: 'Who: id of a member, `visitor`, or `system:` with the name of a part of the system.',
    }),
    actorName: t.exposeString('actorName', {
      nullable: true,
      description: 'Name of the member who did it; null for others, and for former members.',
    }),
    byFormerMember: t.exposeBoolean('byFormerMember', {
      description: 'Whether whoever did it has been erased since.',
    }),
    action: t.exposeString('action', { description: 'What: `affiliation.confirmed`.' }),
    subjectId: t.id({
      description: 'Id of the entry or member it was done to.',
      resolve: (row) => row.entryId,
    }),
    memberId: t.id({
      nullable: true,
      description: 'Id of the member it concerns besides.',
      resolve: (row) => row.memberId,
    }),
    before: t.string({
      nullable: true,
      description: 'The state before, as JSON; null for nothing, and where it is not the viewer’s to know.',
      resolve: (row) => asJson(row.before),
    }),
    after: t.string({
      nullable: true,
      description: 'The state after, as JSON; null for nothing, and where it is not the viewer’s to know.',
      resolve: (row) => asJson(row.after),
    }),
    network: t.string({
      nullable: true,
      description: 'The network it was done from, for herself and administrators.',
      resolve: (row) => row.origin?.network,
    }),
    device: t.string({
      nullable: true,
      description: 'Browser and system it was done with, for herself and administrators.',
      resolve: (row) => row.origin?.device,
    }),
  }),
})

const AuditConnection = connectionOf(AuditRecordType, 'records')

const FilterInput = builder.inputType('AuditFilter', {
  description: 'What of the trail to read; everything given must hold.',
  fields: (t) => ({
    entry: t.id({ description: 'Id of an entry or member: what was done to it.' }),
    member: t.id({ description: 'Id of a member: what she did, what was done to her, what concerns her.' }),
    action: t.string({ description: 'An action, or the word before its dot: `affiliation`.' }),
    from: t.string({ description: 'First day (UTC): `2026-11-22`.' }),
    to: t.string({ description: 'Last day (UTC).' }),
  }),
})

const header = ['at', 'actor', 'name', 'action', 'subject', 'member', 'before', 'after', 'network', 'device']

const line = (row: AuditRecord): string[] => [
  row.at.toISOString(),
  row.actor,
  row.byFormerMember ? 'a former member' : (row.actorName ?? ''),
  row.action,
  row.entryId,
  row.memberId ?? '',
  asJson(row.before) ?? '',
  asJson(row.after) ?? '',
  row.origin?.network ?? '',
  row.origin?.device ?? '',
]

const rule =
  'Administrators read all of it; who leads an entry, what was done to it; a member, what concerns herself.'

builder.queryFields((t) => ({
  auditTrail: t.field({
    type: AuditConnection,
    description: `The audit trail, the newest first. ${rule}`,
    args: { filter: t.arg({ type: FilterInput, description: 'What to read.' }), ...pageArgs },
    complexity: pageCost,
    resolve: (_, { filter, ...args }, ctx) => listAudit(ctx, { ...filter }, args),
  }),
  auditTable: t.string({
    description: `The newest 10,000 records of the audit trail as CSV. ${rule}`,
    args: { filter: t.arg({ type: FilterInput, description: 'What to read.' }) },
    complexity: 5000,
    resolve: async (_, { filter }, ctx) =>
      toCsv([header, ...(await readAudit(ctx, { ...filter })).map(line)]),
  }),
}))
