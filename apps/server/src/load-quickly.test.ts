import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'

const files = {
  'node_modules/both/package.json': JSON.stringify({
    name: 'both',
    type: 'module',
    exports: './esm/index.js',
  }),
  'node_modules/both/esm/index.js':
    "export { two } from './two.js'; export { old } from '../old/old.js'; export { older } from '../old/older.js'",
  'node_modules/both/esm/two.js': "import { name } from 'inner'; export const two = name",
  'node_modules/both/old/package.json': JSON.stringify({ type: 'commonjs' }),
  'node_modules/both/old/old.js': "exports.old = require('./deep').deep",
  'node_modules/both/old/older.js': "exports.older = require('inner').name",
  'node_modules/both/old/deep/index.js': "exports.deep = 'deep'",
  'node_modules/both/node_modules/inner/package.json': JSON.stringify({
    name: 'inner',
    exports: { import: './new.mjs', require: './old.cjs' },
  }),
  'node_modules/both/node_modules/inner/new.mjs': "export const name = 'imported inner of both'",
  'node_modules/both/node_modules/inner/old.cjs': "exports.name = 'required inner of both'",
  'node_modules/inner/package.json': JSON.stringify({ name: 'inner', type: 'module', exports: './index.js' }),
  'node_modules/inner/index.js': "export const name = 'inner of all'",
  'main.mjs': `import { name } from 'inner'
    import * as both from 'both'
    const missing = await import('both/missing').catch((error) => error.code)
    console.log(JSON.stringify({ name, ...both, missing }))`,
}

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'hansa-load-'))
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
})
afterAll(() => rmSync(folder, { recursive: true }))

test('finds the same modules as Node does, whatever their kind and wherever their packages lie', () => {
  const load = (...args: string[]) =>
    JSON.parse(execFileSync(process.execPath, [...args, join(folder, 'main.mjs')], { encoding: 'utf8' }))
  const hooks = new URL('./load-quickly.ts', import.meta.url).href
  expect(load('--import', hooks)).toEqual(load())
  expect(load('--import', hooks)).toEqual({
    name: 'inner of all',
    two: 'imported inner of both',
    old: 'deep',
    older: 'required inner of both',
    missing: 'ERR_PACKAGE_PATH_NOT_EXPORTED',
  })
})
