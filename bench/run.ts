import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { send } from './measure/http.ts'
import { type Options, readOptions, usage } from './options.ts'
import { machine, type Section, sectionText, writeJson } from './report.ts'
import { measureBulk } from './sections/bulk.ts'
import { lifeSection, measureColdStart, measureLife, measureWarmStarts } from './sections/life.ts'
import { measurePage } from './sections/page.ts'
import { measureReading } from './sections/reading.ts'
import { measureSearch } from './sections/search.ts'
import { measureSimilarity } from './sections/similarity.ts'
import { measureWeight } from './sections/weight.ts'
import type { World } from './sections/world.ts'
import { startProduct, startTarget, type Target } from './targets/child.ts'
import { defaultSize } from './world/generate.ts'
import { loadWorld, readBase } from './world/load.ts'
import { makeQueries } from './world/queries.ts'

type Report = { sections: Section[]; life: Parameters<typeof lifeSection>[0] }

const say = (line: string) => process.stderr.write(`${new Date().toISOString().slice(11, 19)} ${line}\n`)

const createDatabase = async (server: string, name: string): Promise<string> => {
  const admin = new pg.Client({ connectionString: server })
  await admin.connect()
  await admin.query(`create database ${name}`)
  await admin.end()
  const url = new URL(server)
  url.pathname = `/${name}`
  return url.href
}

const openPostgres = async (
  folder: string,
  base: Pick<World, 'seed' | 'practices' | 'options'>,
): Promise<World['postgres']> => {
  const { postgres, cities } = base.options
  if (!postgres) return null
  const url = await createDatabase(postgres, `bench_${base.practices}`)
  await loadWorld({ url }, base.seed, {
    ...defaultSize,
    cities,
    practices: base.practices,
  })
  const product = await startProduct({ dataDir: `${folder}-postgres`, url })
  const bare = await startTarget('bench/targets/bare-sql.ts', { BENCH_DATABASE_URL: url })
  return { product, bare }
}

const measureWorld = async (
  base: Pick<World, 'seed' | 'queries' | 'practices' | 'options'>,
  folder: string,
  report: Report,
): Promise<void> => {
  const { practices, options } = base
  const add = (section: Section) => {
    report.sections.push(section)
    console.log(sectionText(section))
  }
  say(`${practices} practices: writing them`)
  const size = { ...defaultSize, cities: options.cities, practices }
  const saved = await loadWorld({ dataDir: folder }, base.seed, size)
  say(`${practices} practices: building the index, starting again`)
  await (await startProduct({ dataDir: folder })).stop()
  if (options.only.has('life'))
    report.life.push(...(await measureWarmStarts(folder, practices, options.rounds)))
  cpSync(folder, `${folder}-inside`, { recursive: true })
  const inside = await startTarget('bench/targets/inside.ts', { DATA_DIR: `${folder}-inside` })
  const product = await startProduct({ dataDir: folder })
  say(`${practices} practices: PostgreSQL`)
  const postgres = await openPostgres(folder, base)
  const world: World = { ...base, product, inside, postgres }
  const sections = {
    search: measureSearch,
    similarity: measureSimilarity,
    page: measurePage,
    reading: measureReading,
    bulk: measureBulk,
  } as const
  for (const [name, measure] of Object.entries(sections)) {
    if (!options.only.has(name as keyof typeof sections)) continue
    say(`${practices} practices: ${name}`)
    add(await measure(world))
  }
  if (options.only.has('life')) {
    say(`${practices} practices: indexing`)
    report.life.push(...(await measureLife(world, saved)))
  }
  for (const target of [inside, product, postgres?.product, postgres?.bare]) await target?.stop()
}

const measureWeightOf = async (product: Target): Promise<Section> => {
  const practice = /\/practices\/[a-z0-9-]+/.exec(await send(product.origin, { path: '/practices' }))
  const pages = { home: '/', search: '/search?q=housing', practice: practice?.[0] ?? '/practices' }
  return await measureWeight(product.origin, pages)
}

const measureSeedAlone = async (folder: string, only: Options['only'], report: Report): Promise<void> => {
  if (!only.has('life') && !only.has('weight')) return
  say('cold start and page weight')
  const { product, row } = await measureColdStart(folder)
  if (only.has('life')) report.life.push(row)
  if (only.has('weight')) {
    const section = await measureWeightOf(product)
    report.sections.push(section)
    console.log(sectionText(section))
  }
  await product.stop()
}

const run = async (options: Options): Promise<void> => {
  const start = performance.now()
  const folder = mkdtempSync(join(tmpdir(), 'hansa-bench-'))
  // Also when stopped: what was started ends with this process (see child.ts), and nothing is left behind.
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(130))
  if (!options.postgres) say('There is no PostgreSQL here; its lines are left out.')
  const report: Report = { sections: [], life: [] }
  const { cores, memoryGb, node } = machine()
  console.log(
    `# Measured ${new Date().toISOString().slice(0, 10)}: ${cores} cores, ${memoryGb} GB, Node ${node}\n`,
  )
  await measureSeedAlone(join(folder, 'seed'), options.only, report)
  const seed = await readBase()
  const queries = makeQueries(seed, options.queries)
  const worlds = [...options.only].some((name) => name !== 'weight') ? options.entries : []
  for (const practices of worlds)
    await measureWorld({ seed, queries, practices, options }, join(folder, String(practices)), report)
  if (report.life.length > 0) {
    const life = lifeSection(report.life)
    report.sections.push(life)
    console.log(sectionText(life))
  }
  const seconds = (performance.now() - start) / 1000
  say(`done in ${Math.round(seconds)} s`)
  if (options.json) writeJson(options.json, report.sections, seconds)
}

const parsed = () => {
  try {
    return readOptions(process.argv.slice(2))
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : error}\n\n${usage}`)
    return null
  }
}

const options = parsed()
if (options) await run(options)
process.exit(options ? 0 : 64)
