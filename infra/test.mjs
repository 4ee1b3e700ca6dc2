// `npm test`: every test there is, on a machine with Node and npm and nothing else. Arguments go to vitest:
// `npm test -- packages/search` runs what lies there. Ends with the line `N passed, N failed`.
//
// CI=true (as .ci/run sets it) allows no skipped test but those of a real Meilisearch and of data beside the project.
import { testPrograms } from './support/debian.mjs'
import { ProgramFailed, run } from './support/run.mjs'
import { say, step } from './support/say.mjs'
import { build, checkMachine, install, nodeBinary, root, toolEnv } from './support/toolchain.mjs'
import { listTests, runVitest } from './support/vitest.mjs'
import { startTestPostgres } from './test-postgres.mjs'

const ALLOWED_SKIP = /meilisearch|\.\.\/shared\/data/i
const POSTGRES_PROJECTS = ['--project=packages/db on PostgreSQL', '--project=apps/api on PostgreSQL']
const BROWSER_PROJECTS = ['--project=journeys']

/** The checks that are not vitest's, each counted as one test. */
const CHECKS = [
  { title: 'Formatting and lint (biome)', command: 'biome', args: ['check', '.'] },
  {
    title: 'Types of every package (tsc)',
    command: 'turbo',
    args: ['run', 'typecheck', '--output-logs=errors-only', '--continue'],
  },
]

async function check({ title, command, args }) {
  try {
    await step(title, () => run(command, args, { cwd: root, env: toolEnv }), { quietMs: 0 })
    return { passed: 1, failed: 0, skipped: [] }
  } catch (error) {
    if (!(error instanceof ProgramFailed)) throw error
    say(error.output)
    say(`Failed: ${title}`)
    return { passed: 0, failed: 1, skipped: [] }
  }
}

/** Runs vitest on what this machine has; the tests of what it has not are listed as skipped. */
async function tests(node, args, programs) {
  const without = programs.chromium ? [] : ['--project=!journeys']
  const postgres = programs.postgres ? await startTestPostgres() : null
  try {
    const env = postgres ? { HANSA_TEST_DATABASE_URL: postgres.url } : {}
    const results = [await runVitest(node, [...without, ...args], env)]
    if (!postgres)
      results.push(await leftOut(node, [...POSTGRES_PROJECTS, ...args], { HANSA_TEST_DATABASE_URL: 'none' }))
    if (!programs.chromium) results.push(await leftOut(node, [...BROWSER_PROJECTS, ...args]))
    return results
  } finally {
    await postgres?.stop()
  }
}

async function leftOut(node, args, env) {
  return { passed: 0, failed: 0, skipped: await listTests(node, args, env) }
}

function report(results, { strict }) {
  const passed = results.reduce((sum, result) => sum + result.passed, 0)
  const skipped = results.flatMap((result) => result.skipped)
  const refused = strict ? skipped.filter((test) => !ALLOWED_SKIP.test(test)) : []
  for (const test of refused) say(`Not allowed to be skipped here: ${test}`)
  const failed = results.reduce((sum, result) => sum + result.failed, 0) + refused.length
  if (strict && skipped.length > refused.length)
    say(`${skipped.length - refused.length} skipped for want of a Meilisearch or of data beside the project`)
  say(
    `${passed} passed, ${failed} failed${!strict && skipped.length > 0 ? `, ${skipped.length} skipped` : ''}`,
  )
  return failed === 0 && passed > 0 ? 0 : 1
}

checkMachine()
await install()
const programs = await testPrograms()
await build()
const node = await nodeBinary()
const args = process.argv.slice(2)
const results = []
if (args.length === 0) for (const each of CHECKS) results.push(await check(each))
results.push(...(await tests(node, args, programs)))
process.exitCode = report(results, { strict: process.env.CI === 'true' })
