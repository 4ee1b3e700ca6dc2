import { type Db, schema } from '@hansa/db'
import { leadingFunction } from '@hansa/domain/affiliation'
import { Membership } from '@hansa/domain/network'
import { can, type MemberViewer } from '@hansa/domain/permissions'
import { registry } from '@hansa/domain/registry'
import { curates } from '@hansa/domain/roles'
import { importColumns } from '@hansa/domain/table'
import { putAt } from '@hansa/domain/table-cells'
import { chooseText } from '@hansa/domain/text'
import { and, inArray, isNotNull } from 'drizzle-orm'
import { networksOfAll } from '../affiliation/affiliation.rows.ts'
import { canonicalJson, contentOf } from '../entry/entry.content.ts'
import { among } from '../entry/entry.loaders.ts'
import { chunks, lastInputs } from '../entry/entry.rows.ts'
import { type ImportRow, type JudgedRow, rowsOf } from './import.rows.ts'
import type { Judged, Judging } from './import-judge.ts'
import { type ReadRow, readCells, reasonOf, reasonsOf } from './import-reader.ts'
import { findKnown, type KnownEntry } from './known-entries.ts'

const { affiliation, entry } = schema

type Input = Record<string, unknown> & { memberships?: Membership[] }
type Line = ReadRow & { row: ImportRow; network: string; member: string; membership: Input }

const columns = importColumns('membership')

const textAt = (read: ReadRow, name: string): string => {
  const value = read.said.find(({ meant }) => meant.name === name)?.value
  return typeof value === 'string' ? value : ''
}

const lineOf = (row: ImportRow, { meant, finder, run }: Judging): Line => {
  const read = readCells(row, meant, run.columns.length, finder)
  const membership: Input = {}
  for (const { meant: one, value } of read.said)
    if (one.name !== 'network') putAt(membership, one.column.path, value ?? undefined)
  return {
    ...read,
    row,
    network: textAt(read, 'network') || (run.network ?? ''),
    member: textAt(read, 'member'),
    membership,
  }
}

/** Members that somebody answers for already: a person who leads them, or a network that the viewer does not curate. */
const answeredFor = async (db: Db, viewer: MemberViewer, ids: readonly string[]): Promise<Set<string>> => {
  const answered = new Set<string>()
  for (const some of chunks(ids)) {
    const led = await db
      .select({ id: affiliation.entryId, role: affiliation.function })
      .from(affiliation)
      .where(and(among(affiliation.entryId, some), isNotNull(affiliation.confirmedAt)))
    for (const { id, role } of led) if (role === leadingFunction(id)) answered.add(id)
    for (const [id, networks] of await networksOfAll(db, some))
      if (networks.some((network) => !curates(viewer, { entry: network }))) answered.add(id)
  }
  return answered
}

const readTitles = async (db: Db, ids: readonly string[]): Promise<Map<string, string>> => {
  const titles = new Map<string, string>()
  for (const some of chunks(ids)) {
    const rows = await db
      .select({ id: entry.id, title: entry.title })
      .from(entry)
      .where(inArray(entry.id, some))
    for (const { id, title } of rows) titles.set(id, chooseText(title, ['en'])?.text ?? id)
  }
  return titles
}

/** The membership that a line says something of: of the same member in the same role, and of several the one that began then. */
const placeOf = (memberships: readonly Membership[], line: Line): number => {
  const role = (line.membership.role as string | undefined) ?? 'member'
  const same = memberships.flatMap((one, at) => (one.member === line.member && one.role === role ? [at] : []))
  if (same.length < 2) return same[0] ?? -1
  return same.find((at) => memberships[at]?.since === line.membership.since) ?? -1
}

const judgeNetwork = (
  network: KnownEntry,
  old: Input,
  lines: readonly Line[],
  closed: ReadonlySet<string>,
  about: (line: Line) => string,
): Judged => {
  const memberships = [...(old.memberships ?? [])]
  const claimed = new Map<number, number>()
  const rows = lines.map((line): JudgedRow => {
    const { row, reasons } = line
    const told = (verdict: JudgedRow['verdict']): JudgedRow => ({
      row: row.row,
      verdict: reasons.length > 0 ? 'refused' : verdict,
      about: about(line),
      reasons,
      entryId: network.id,
    })
    const at = placeOf(memberships, line)
    const before = memberships[at]
    const parsed = Membership.safeParse({ ...before, ...line.membership })
    if (!parsed.success) {
      const refused = new Set(reasons.map(({ field }) => field))
      reasons.push(
        ...reasonsOf(parsed.error.issues, line.membership, columns).filter(
          ({ field }) => !refused.has(field),
        ),
      )
    }
    const other = claimed.get(at)
    if (other !== undefined) reasons.push(reasonOf('member', 'repeated', undefined, String(other)))
    if (!before && closed.has(line.member)) reasons.push(reasonOf('member', 'answered-for', line.member))
    if (!parsed.success || reasons.length > 0) return told('refused')
    const place = before ? at : memberships.length
    memberships[place] = parsed.data
    claimed.set(place, row.row)
    if (!before) return told('new')
    return told(canonicalJson(before) === canonicalJson(parsed.data) ? 'same' : 'changed')
  })
  const [first] = rows
  const input = { ...old, memberships }
  const whole = registry.network.safeParse(input)
  if (!whole.success) {
    const reasons = reasonsOf(whole.error.issues, input, columns)
    return {
      rows: rows.map((row) => ({ ...row, verdict: 'refused', reasons: [...row.reasons, ...reasons] })),
      changes: [],
    }
  }
  const content = contentOf('network', network.id, input)
  if (!first || content.entry.contentHash === network.contentHash) return { rows, changes: [] }
  const change = {
    entryId: network.id,
    kind: 'network' as const,
    row: first.row,
    about: String(network.slug),
    after: content.input,
    afterHash: content.entry.contentHash,
    before: old,
    beforeHash: network.contentHash,
    beforeState: network.state,
  }
  return { rows, changes: [change] }
}

/** Judges rows that are one membership each: together they are one change of each network they name. */
export async function* judgeMemberships(judging: Judging): AsyncGenerator<Judged> {
  const { db, viewer, run } = judging
  const lines: Line[] = []
  for await (const rows of rowsOf(db, run.id)) lines.push(...rows.map((row) => lineOf(row, judging)))
  const byNetwork = Map.groupBy(lines, ({ network }) => network)
  const networks = await findKnown(db, [...byNetwork.keys()])
  const parents = await networksOfAll(db, [...networks.keys()])
  const titles = await readTitles(db, [...new Set(lines.flatMap(({ network, member }) => [network, member]))])
  const members = [...new Set(lines.map(({ member }) => member).filter((id) => id !== ''))]
  // Whoever is a member of a network is in the care of its secretariat: it cannot take others into its care by itself.
  const isBound = viewer.kind === 'member' && !viewer.isAdministrator
  const answered = isBound ? await answeredFor(db, viewer, members) : new Set<string>()
  const about = (line: Line) =>
    [line.member, line.network]
      .map((id) => titles.get(id) ?? id)
      .filter((word) => word !== '')
      .join(', ')
  for (const [id, own] of byNetwork) {
    const network = networks.get(id)
    const mine =
      network !== undefined && can(viewer, 'entry.import', { entry: id, networks: parents.get(id) ?? [] })
    if (network && mine) {
      const old = (await lastInputs(db, [id])).get(id) as Input
      yield judgeNetwork(network, old, own, answered, about)
      continue
    }
    const why = network ? reasonOf('network', 'not-yours') : reasonOf('network', 'empty')
    const rows = own.map((line): JudgedRow => {
      const isTold = line.reasons.some(({ field }) => field === 'network')
      const reasons = isTold ? line.reasons : [...line.reasons, why]
      return { row: line.row.row, verdict: 'refused', about: about(line), reasons, entryId: null }
    })
    yield { rows, changes: [] }
  }
}
