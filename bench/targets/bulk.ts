import { randomBytes } from 'node:crypto'
import { performance } from 'node:perf_hooks'
import { startSession } from '@hansa/auth'
import { type Db, schema } from '@hansa/db'
import { newId } from '@hansa/domain/id'

type Answer = (request: Request) => Promise<Response>

/** A step, and how long readers waited while it ran. */
export type Timed = { seconds: number; readMs: number[] }
type Step = 'sent' | 'checked' | 'committed' | 'undone'
export type Bulk = {
  rows: number
  importing: Record<Step, Timed>
  changing: Record<'sent' | 'checked' | 'committed', Timed>
  exporting: (Timed & { format: string; bytes: number })[]
}

const origin = 'http://bench.test'
const heads =
  'provenance.id,title,strapline,summary,challenge,objectives,solution,policyAreas,targetGroups,measureTypes,governanceLevel,city,country,stage,start,evidenceLevel,sources,contact.organisation'

const prose = (n: number, words: number): string =>
  Array.from(
    { length: words },
    (_, i) => ['city', 'people', 'housing', 'school', 'language', 'counter', 'visit'][(n * 7 + i * 3) % 7],
  ).join(' ')

/** A file of practices that say about as much as those of the registry. */
const fileOf = (rows: number, places: Places, note: string): string => {
  const row = (n: number) => {
    const { city, areas, groups, measures, level } = places
    const pick = (list: string[], i: number) => list[i % list.length] ?? ''
    return [
      `bulk-${n}`,
      `Practice ${n} of the file ${note}`,
      prose(n, 12),
      prose(n + 1, 60),
      prose(n + 2, 120),
      prose(n + 3, 80),
      `"${prose(n, 20)} | the city\n${prose(n + 5, 20)}"`,
      `${pick(areas, n)}; ${pick(areas, n + 1)}`,
      `${pick(groups, n)}; ${pick(groups, n + 1)}`,
      pick(measures, n),
      level,
      pick(city, n),
      '',
      'running',
      String(2000 + (n % 25)),
      String(n % 6),
      `A report on ${n} | 3 | https://example.org/${n}`,
      'The city',
    ].join(',')
  }
  return `${heads}\n${Array.from({ length: rows }, (_, n) => row(n)).join('\n')}\n`
}

type Places = { city: string[]; areas: string[]; groups: string[]; measures: string[]; level: string }

const readPlaces = async (db: Db): Promise<Places> => {
  const concepts = await db
    .select({ id: schema.concept.id, scheme: schema.concept.scheme })
    .from(schema.concept)
  const of = (scheme: string) =>
    concepts.filter((one) => one.scheme === scheme).map(({ id }) => id.replace(`${scheme}/`, ''))
  const cities = await db.select({ id: schema.city.id }).from(schema.city).limit(200)
  return {
    city: cities.map(({ id }) => id),
    areas: of('policy-area'),
    groups: of('target-group'),
    measures: of('measure-type'),
    level: of('governance-level')[0] ?? '',
  }
}

const administrator = async (db: Db): Promise<string> => {
  const id = newId('memb')
  await db
    .insert(schema.member)
    .values({ id, name: 'Bench', email: 'bench@example.org', language: 'en', isAdministrator: true })
  const place = { network: '192.0.2.0/24', device: 'bench' }
  const deps = { db, clock: { now: () => new Date() }, random: randomBytes }
  const { secret } = await startSession(deps, { memberId: id, method: 'password', origin: place })
  return `hansa-session=${secret}`
}

/** Sends, checks, writes and takes back a large file, while somebody reads all the time. */
export const measureBulk = async (db: Db, answer: Answer, rows: number): Promise<Bulk> => {
  const headers = { Cookie: await administrator(db), 'Sec-Fetch-Site': 'same-origin' }
  const ask = async (query: string, more: Record<string, string> = {}) => {
    const request = new Request(`${origin}/graphql`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...more },
      body: JSON.stringify({ query }),
    })
    const response = await answer(request)
    const { data, errors } = await response.json()
    if (errors) throw new Error(JSON.stringify(errors))
    return data
  }
  const timed = async (work: () => Promise<void>): Promise<Timed> => {
    const readMs: number[] = []
    let over = false
    const read = async () => {
      while (!over) {
        const start = performance.now()
        await ask('{ practices(first: 20) { nodes { id title { value } city { slug } } } }')
        readMs.push(performance.now() - start)
        await new Promise((resolve) => setTimeout(resolve, 10))
      }
    }
    const reading = read()
    const start = performance.now()
    await work()
    const seconds = (performance.now() - start) / 1000
    over = true
    await reading
    return { seconds, readMs }
  }
  const until = async (id: string, state: string) => {
    for (;;) {
      const { import: run } = await ask(
        `{ import(id: "${id}") { state counts { refused } obstacles { about } } }`,
        headers,
      )
      if (run.state === state) return
      if (!run.state.endsWith('ING') || run.state === 'MAPPING') throw new Error(JSON.stringify(run))
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  }
  const send = async (content: string): Promise<string> => {
    const form = new FormData()
    form.set('file', new Blob([content]), 'bulk.csv')
    const response = await answer(
      new Request(`${origin}/tables/imports?kind=practice`, { method: 'POST', headers, body: form }),
    )
    if (response.status !== 201) throw new Error(await response.text())
    return (await response.json()).id
  }
  const places = await readPlaces(db)
  const run = async (content: string) => {
    let id = ''
    const sent = await timed(async () => {
      id = await send(content)
    })
    const step = (mutation: string, state: string) =>
      timed(async () => {
        await ask(`mutation { ${mutation.replace('$', `id: "${id}"`)} { problems { message } } }`, headers)
        await until(id, state)
      })
    const checked = await step('checkImport($)', 'CHECKED')
    const committed = await step('commitImport($, publish: true)', 'COMMITTED')
    return { sent, checked, committed, undo: () => step('undoImport($)', 'UNDONE') }
  }
  const { undo: undoFirst, ...first } = await run(fileOf(rows, places, 'as it came'))
  const { undo: undoSecond, ...changing } = await run(fileOf(rows, places, 'once more'))
  const exporting: Bulk['exporting'] = []
  for (const format of ['csv', 'xlsx', 'json']) {
    let bytes = 0
    const time = await timed(async () => {
      const request = new Request(`${origin}/tables/entries.${format}?kinds=practice`, {
        headers: { 'Accept-Encoding': 'gzip' },
      })
      bytes = (await (await answer(request)).arrayBuffer()).byteLength
    })
    exporting.push({ ...time, format, bytes })
  }
  await undoSecond()
  const undone = await undoFirst()
  return { rows, importing: { ...first, undone }, changing, exporting }
}
