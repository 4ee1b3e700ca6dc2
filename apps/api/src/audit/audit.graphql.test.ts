import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openPeople, type People, type Person } from '../member/testing/open-people.ts'
import { idOf, saveWorld } from '../testing/world.ts'

let t: People
let administrator: Person
let representative: Person
let anna: Person
const malmo = idOf('city', 'malmo')
const lund = idOf('city', 'lund')

beforeAll(async () => {
  t = await openPeople()
  await saveWorld(t.database.db)
  administrator = await t.person({ name: '=cmd()', isAdministrator: true })
  representative = await t.person({ at: [{ entry: malmo, function: 'representative' }] })
  anna = await t.person()
  const asked = await anna.ask(
    `mutation { requestAffiliation(entry: "${malmo}", function: MEMBER) { affiliation { id } } }`,
  )
  await administrator.ask(
    `mutation { confirmAffiliation(id: "${asked.data.requestAffiliation.affiliation.id}") { problems { code } } }`,
  )
})
afterAll(() => t.close())

const fields = '{ totalCount nodes { action actorName subjectId memberId before after network } }'
const read = async (who: Pick<Person, 'ask'>, filter: object) => {
  const { data, errors } = await who.ask(
    `query ($filter: AuditFilter) { auditTrail(filter: $filter, first: 100) ${fields} }`,
    { filter },
  )
  return errors[0]?.extensions.code ?? data.auditTrail.nodes
}

describe('the audit trail is read', () => {
  test('by administrators as a whole, with who, what, before, after and from where', async () => {
    const rows = await read(administrator, { action: 'affiliation' })
    expect(rows).toEqual([
      expect.objectContaining({ action: 'affiliation.confirmed', actorName: '=cmd()', memberId: anna.id }),
      expect.objectContaining({ action: 'affiliation.requested', network: '192.0.2.0/24' }),
    ])
    expect(await read(administrator, { action: 'affiliation.confirmed' })).toHaveLength(1)
    expect(await read(administrator, { from: '2026-11-22', to: '2026-11-22', member: anna.id })).toHaveLength(
      2,
    )
    expect(await read(administrator, { to: '2026-11-21', member: anna.id })).toEqual([])
  })

  test('by who leads an entry, as far as it is about that entry, without from where others acted', async () => {
    const rows = await read(representative, { entry: malmo })
    expect(rows.map((row: { action: string }) => row.action)).toEqual([
      'affiliation.confirmed',
      'affiliation.requested',
      'entry.created',
    ])
    expect(rows.every((row: { network: unknown }) => row.network === null)).toBe(true)
    for (const filter of [{}, { entry: lund }, { entry: anna.id }, { member: anna.id }])
      expect(await read(representative, filter)).toBe('FORBIDDEN')
  })

  test('by a member, as far as it concerns herself', async () => {
    const rows = await read(anna, { member: anna.id })
    expect(rows).toMatchObject([
      { action: 'affiliation.confirmed', after: null, network: null },
      { action: 'affiliation.requested', network: '192.0.2.0/24' },
    ])
    for (const filter of [{}, { entry: malmo }, { member: representative.id }])
      expect(await read(anna, filter)).toBe('FORBIDDEN')
  })

  test('by nobody who is not signed in', async () => {
    for (const filter of [{}, { entry: malmo }, { member: anna.id }])
      expect(await read(t.browser(), filter)).toBe('UNAUTHENTICATED')
  })
})

test.each([{ action: "x' or 1=1" }, { entry: 'a b' }, { from: 'yesterday' }, { member: '\u0000' }])(
  'the filter %j is refused',
  async (filter) => expect(await read(administrator, filter)).toBe('INVALID_INPUT'),
)

test('as a table it holds the same rows, and no cell a spreadsheet would run', async () => {
  const { data } = await administrator.ask('{ auditTable(filter: { action: "affiliation" }) }')
  const [header, first, second, ...rest] = data.auditTable.split('\r\n')
  expect(header).toBe('at,actor,name,action,subject,member,before,after,network,device')
  expect(first).toContain(`,'=cmd(),affiliation.confirmed,${malmo},${anna.id},`)
  expect(second).toContain('affiliation.requested')
  expect(rest).toEqual([''])
  expect((await anna.ask('{ auditTable }')).errors[0]?.extensions.code).toBe('FORBIDDEN')
})

test('pages of the trail follow each other without a gap', async () => {
  const page = async (after: string | null) =>
    (
      await administrator.ask(
        'query ($after: String) { auditTrail(first: 5, after: $after) { totalCount nodes { id } pageInfo { hasNextPage endCursor } } }',
        { after },
      )
    ).data.auditTrail
  const ids: string[] = []
  let after: string | null = null
  for (let more = true; more; ) {
    const { nodes, pageInfo, totalCount } = await page(after)
    ids.push(...nodes.map((node: { id: string }) => node.id))
    more = pageInfo.hasNextPage
    after = pageInfo.endCursor
    if (!more) expect(ids).toHaveLength(totalCount)
  }
  expect(ids).toEqual(ids.toSorted((a, b) => Number(b) - Number(a)))
})
