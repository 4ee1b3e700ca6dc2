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
  /** Whether the files share one seeded instance; without it each starts servers of its own. */
  readonly instance?: boolean
}

/** The whole system from outside, one file at a time. Journeys also need Chromium. */
function wholeSystem(name: string, root: string, { exclude = [], instance = false }: WholeSystem = {}) {
  return {
    resolve,
    test: {
      ...common,
      name,
      root,
      exclude: [...common.exclude, ...exclude],
      ...(instance
        ? { globalSetup: fileURLToPath(new URL('tests/support/instance.ts', import.meta.url)) }
        : {}),
      fileParallelism: false,
      testTimeout: 300_000,
      hookTimeout: 300_000,
      sequence: { groupOrder: 1 },
    },
  }
}

const folders = [
  'packages/domain',
  'packages/search',
  'packages/matching',
  'apps/portal',
  'apps/server',
  'infra',
  'bench',
]

export default defineConfig({
  test: {
    maxWorkers: Math.max(1, Math.min(4, availableParallelism())),
    projects: [
      ...folders.filter((folder) => existsSync(folder)).map(beside),
      ...['packages/db', 'apps/api'].flatMap(onBothEngines),
      wholeSystem('tests', 'tests', { exclude: ['journeys/**', 'fuzz/**'] }),
      wholeSystem('fuzz', 'tests/fuzz', { instance: true }),
      wholeSystem('journeys', 'tests/journeys', { instance: true }),
    ],
  },
})
