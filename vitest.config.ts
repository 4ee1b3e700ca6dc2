import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

/** URL of a PostgreSQL server whose superuser we are (infra/test-postgres.mjs), or undefined. */
const server = process.env.HANSA_TEST_DATABASE_URL

const common = {
  include: ['**/*.test.ts', '**/*.test.tsx', '**/*.test.mjs'],
  exclude: ['**/node_modules/**', '**/build/**'],
  testTimeout: 60_000,
  hookTimeout: 120_000,
  // Nothing is replaced in modules, so the files of a project may share them, and what is compiled.
  isolate: false,
  execArgv: ['--import', new URL('apps/server/src/load-quickly.ts', import.meta.url).href],
  maxConcurrency: 2,
}

// Node loads graphql's CommonJS files, Vite would load its ES modules for our sources: one process must have one graphql.
const graphql = createRequire(new URL('apps/api/package.json', import.meta.url)).resolve('graphql')
const resolve = { alias: [{ find: /^graphql$/, replacement: graphql }] }

/** The tests that lie beside the code of one folder. */
function beside(root: string) {
  return { resolve, test: { ...common, name: root, root } }
}

/**
 * Tests that need a database, once per engine: embedded always, PostgreSQL where there is a server. What only one
 * engine can show is named `x.pglite.test.ts` or `x.postgres.test.ts`.
 */
function onBothEngines(root: string) {
  const on = (name: string, engine: string, other: string) => {
    const exclude = [...common.exclude, `**/*.${other}.test.ts`]
    return { resolve, test: { ...common, name, root, exclude, env: { HANSA_TEST_DB: engine } } }
  }
  const pglite = on(root, 'pglite', 'postgres')
  const postgres = on(`${root} on PostgreSQL`, 'postgres', 'pglite')
  return server ? [pglite, postgres] : [pglite]
}

interface WholeSystem {
  readonly exclude?: string[]
  /** Whether the files share one running instance; without it each starts servers of its own. */
  readonly instance?: boolean
  /** Whether nothing else may run meanwhile, because the tests look at how soon something happens. */
  readonly alone?: boolean
}

const support = (name: string) => fileURLToPath(new URL(`tests/support/${name}.ts`, import.meta.url))

/** The whole system from outside, after all else. Journeys also need Chromium. */
function wholeSystem(
  name: string,
  root: string,
  { exclude = [], instance = false, alone = false }: WholeSystem = {},
) {
  return {
    resolve,
    test: {
      ...common,
      name,
      root,
      exclude: [...common.exclude, ...exclude],
      globalSetup: [support('seeded'), ...(instance ? [support('instance')] : [])],
      fileParallelism: !alone,
      testTimeout: 300_000,
      hookTimeout: 300_000,
      sequence: { groupOrder: alone ? 3 : instance ? 2 : 1 },
    },
  }
}

const folders = [
  'packages/domain',
  'packages/search',
  'packages/matching',
  'packages/files',
  'apps/portal',
  'apps/server',
  'infra',
  'bench',
]

export default defineConfig({
  test: {
    // One more than there are cores, because tests wait for servers, browsers and locks.
    maxWorkers: Math.min(4, availableParallelism() + 1),
    projects: [
      ...folders.filter((folder) => existsSync(folder)).map(beside),
      ...['packages/db', 'packages/auth', 'apps/api'].flatMap(onBothEngines),
      wholeSystem('tests', 'tests', { exclude: ['journeys/**', 'fuzz/**', 'within-seconds/**'] }),
      wholeSystem('fuzz', 'tests/fuzz', { instance: true }),
      wholeSystem('journeys', 'tests/journeys', { instance: true }),
      wholeSystem('within seconds', 'tests/within-seconds', { alone: true }),
    ],
  },
})
