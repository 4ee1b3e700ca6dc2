import { setTimeout as pause } from 'node:timers/promises'
import { schema } from '@hansa/db'
import { stateBefore } from '@hansa/domain/import'
import type { TestBrowser } from '../../account/testing/open-accounts.ts'
import { openPeople, type People, type Person } from '../../member/testing/open-people.ts'
import { toCsv } from '../../table/csv.ts'
import { xlsxOf } from '../../table/xlsx-writer.ts'
import { idOf, saveWorld } from '../../testing/world.ts'
import { sweepImports } from '../sweep-imports.ts'

export const league = idOf('network', 'league')
const origin = 'https://hansa.example'

type Cookies = Pick<TestBrowser, 'cookies'> | null

export type Sending = {
  kind?: string
  network?: string | null
  name?: string
  back?: string
  headers?: Record<string, string>
}

/** An import as tests look at it. */
export type Seen = {
  id: string
  state: string
  rowCount: number
  counts: { new: number; changed: number; same: number; refused: number } | null
  columns: { head: string; means: string; example: string }[]
  obstacles: { row: number; about: string; reason: { code: string } }[]
  rows: {
    nodes: { row: number; verdict: string | null; about: string; entryId: string | null; reasons: Reason[] }[]
  }
}
type Reason = { field: string; code: string; value: string | null; detail: string | null }

export type Imports = People & {
  admin: Person
  /** Secretariat of the league. */
  curator: Person
  post(by: Cookies, content: Uint8Array | string, sending?: Sending): Promise<Response>
  /** Sends what is good; gives the id of the import. */
  sent(content: Uint8Array | string, sending?: Sending, by?: Person): Promise<string>
  get(path: string, by?: Cookies): Promise<Response>
  /** Does something to an import; gives its problems and what it is now. */
  act(
    by: Pick<TestBrowser, 'ask'>,
    mutation: string,
    more?: string,
  ): Promise<{ problems: unknown[]; errors: unknown[] }>
  see(id: string, by?: Pick<TestBrowser, 'ask'>, verdict?: string): Promise<Seen>
  /** Sends, checks; gives the import. */
  checked(content: Uint8Array | string, sending?: Sending, by?: Person): Promise<Seen>
  /** Sends, checks, writes; gives the import. */
  committed(
    content: Uint8Array | string,
    sending?: Sending & { publish?: boolean },
    by?: Person,
  ): Promise<Seen>
  sweep(): Promise<void>
  states(): Promise<Record<string, number>>
}

const cookieOf = (browser: Cookies): string =>
  [...(browser?.cookies ?? [])].map(([key, value]) => `${key}=${value}`).join('; ')

const shown = `id state rowCount counts { new changed same refused } columns { head means example }
  obstacles { row about reason { code } }`
const rowsShown = 'nodes { row verdict about entryId reasons { field code value detail } }'

/** A table as CSV. */
export const csv = (...rows: (string | number)[][]): string => toCsv(rows)

/** A table as a workbook. */
export const xlsx = async (...rows: (string | number)[][]): Promise<Uint8Array> => {
  const pieces: Uint8Array[] = []
  for await (const piece of xlsxOf([{ name: 'sheet', rows }])) pieces.push(piece)
  return Buffer.concat(pieces)
}

/** An API with the world in it, an administrator, and the secretariat of its network. */
export const openImports = async (): Promise<Imports> => {
  const t = await openPeople()
  await saveWorld(t.database.db)
  /** An import once nothing works on it: what takes long on a busy machine goes on behind the answer. */
  const rested = async (id: string, by: Person): Promise<Seen> => {
    for (;;) {
      const seen = await i.see(id, by)
      if (!Object.hasOwn(stateBefore, seen.state.toLowerCase())) return seen
      await pause(20)
    }
  }
  const i: Imports = {
    ...t,
    admin: await t.person({ name: 'Ada', isAdministrator: true }),
    curator: await t.person({ name: 'Cora', at: [{ entry: league, function: 'curator' }] }),
    async post(
      by,
      content,
      { kind = 'practice', network = null, name = 'table.csv', back, headers = {} } = {},
    ) {
      const form = new FormData()
      form.set('file', new Blob([typeof content === 'string' ? content : new Uint8Array(content)]), name)
      const query = new URLSearchParams({ kind, ...(network && { network }), ...(back && { back }) })
      const init = {
        method: 'POST',
        headers: { 'Sec-Fetch-Site': 'same-origin', Cookie: cookieOf(by), ...headers },
        body: form,
      }
      const request = new Request(`${origin}/tables/imports?${query}`, init)
      return await t.api.fetch(request, { requestId: 'request-1', address: '192.0.2.10' })
    },
    async sent(content, sending = {}, by = i.admin) {
      const response = await i.post(by, content, sending)
      if (response.status !== 201) throw new Error(await response.text())
      await t.database.db.delete(schema.throttle)
      return ((await response.json()) as { id: string }).id
    },
    get: async (path, by = null) =>
      await t.api.fetch(new Request(`${origin}${path}`, { headers: { Cookie: cookieOf(by) } })),
    async act(by, mutation, more = '') {
      const { data, errors } = await by.ask(
        `mutation { outcome: ${mutation} { problems { field code message } ${more} } }`,
      )
      return {
        problems: data?.outcome?.problems ?? [],
        errors: errors.map(({ extensions }) => extensions.code),
      }
    },
    async see(id, by = i.admin, verdict) {
      const { data, errors } = await by.ask(
        `{ import(id: "${id}") { ${shown} rows(first: 100 ${verdict ? `verdict: ${verdict}` : ''}) { ${rowsShown} } } }`,
      )
      if (errors.length > 0) throw new Error(JSON.stringify(errors))
      return data.import
    },
    async checked(content, sending = {}, by = i.admin) {
      const id = await i.sent(content, sending, by)
      const { problems, errors } = await i.act(by, `checkImport(id: "${id}")`)
      if (problems.length + errors.length > 0) throw new Error(JSON.stringify([problems, errors]))
      return await rested(id, by)
    },
    async committed(content, { publish = true, ...sending } = {}, by = i.admin) {
      const { id, counts, rows } = await i.checked(content, sending, by)
      if (counts?.refused !== 0) throw new Error(JSON.stringify(rows))
      const { problems, errors } = await i.act(by, `commitImport(id: "${id}", publish: ${publish})`)
      if (problems.length + errors.length > 0) throw new Error(JSON.stringify([problems, errors, rows]))
      return await rested(id, by)
    },
    sweep: () => sweepImports({ db: t.database.db, clock: { now: t.now } }),
    async states() {
      const rows = await t.database.db.select({ state: schema.entry.state }).from(schema.entry)
      return Object.fromEntries(
        [...Map.groupBy(rows, ({ state }) => state)].map(([state, all]) => [state, all.length]),
      )
    },
  }
  return i
}
