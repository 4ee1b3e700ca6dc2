import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import ts from 'typescript'
import { expect, test } from 'vitest'
import { repository } from './support/server.ts'

/* The house rules that a machine can hold (docs/architecture.md). Each test names every place that breaks one. */

const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  cwd: repository,
})
  .toString()
  .trim()
  .split('\n')

const code = files.filter((file) => /\.(ts|tsx|mjs)$/.test(file) && !file.endsWith('.d.ts'))
// This file spells out what it forbids.
const others = code.filter((file) => file !== 'tests/architecture.test.ts')
const texts = new Map(others.map((file) => [file, readFileSync(join(repository, file), 'utf8')]))
const isTest = (file: string) => /\.test\.tsx?$/.test(file) || /(^|\/)(testing|support)(\/|\.ts$)/.test(file)

function breaking(rule: (file: string, text: string) => boolean): string[] {
  return [...texts].filter(([file, text]) => rule(file, text)).map(([file]) => file)
}

/** What a file imports, in any of the ways there are. */
function importsOf(text: string): string[] {
  const pattern = /(?:from|import)\s*\(?\s*['"]([^'"\n]+)['"]/g
  return [...text.matchAll(pattern)].map(([, name]) => name ?? '')
}

/** From the bottom up; a room may import from rooms below it, and from none beside it. */
const floors: readonly (readonly string[])[] = [
  ['packages/domain'],
  ['packages/search', 'packages/db', 'packages/matching', 'packages/files'],
  ['packages/auth'],
  ['apps/api'],
  ['apps/portal'],
  ['apps/server'],
  ['tests', 'bench'],
]
const floorOf = new Map(floors.flatMap((rooms, floor) => rooms.map((room) => [room, floor] as const)))
const roomOf = (file: string) => [...floorOf.keys()].find((room) => file.startsWith(`${room}/`))
const roomOfPackage = (name: string) =>
  [...floorOf.keys()].find((room) => room.split('/').at(-1) === name.replace('@hansa/', ''))

/** Whether `from` may know `to`. The portal knows the API only as a schema, whoever runs its documents is handed in. */
function mayImport(from: string, to: string): boolean {
  if (from === to) return true
  if (from === 'apps/portal') return to === 'packages/domain'
  return (floorOf.get(from) ?? 0) > (floorOf.get(to) ?? 0)
}

test('there is code to look at', () => {
  expect(code.length).toBeGreaterThan(200)
  expect(importsOf("import a from 'x'\nexport * from \"y\"\nawait import('z')\nimport 's'")).toEqual([
    'x',
    'y',
    'z',
    's',
  ])
})

test('imports go downwards only, in manifests and in code', () => {
  const wrong: string[] = []
  for (const room of floorOf.keys()) {
    const manifest = files.find((file) => file === `${room}/package.json`)
    if (!manifest) continue
    const { dependencies = {}, devDependencies = {} } = JSON.parse(
      readFileSync(join(repository, manifest), 'utf8'),
    )
    for (const name of Object.keys({ ...dependencies, ...devDependencies })) {
      const to = name.startsWith('@hansa/') ? roomOfPackage(name) : undefined
      if (to && !mayImport(room, to)) wrong.push(`${manifest} → ${name}`)
    }
  }
  for (const [file, text] of texts) {
    const from = roomOf(file)
    if (!from) continue
    for (const name of importsOf(text)) {
      const to = name.startsWith('@hansa/') ? roomOfPackage(name.split('/').slice(0, 2).join('/')) : from
      if (to && !mayImport(from, to)) wrong.push(`${file} → ${name}`)
    }
  }
  expect(wrong).toEqual([])
})

test('no file reaches into another package by its path', () => {
  const wrong: string[] = []
  for (const [file, text] of texts) {
    const from = roomOf(file)
    for (const name of importsOf(text).filter((each) => each.startsWith('.'))) {
      const target = relative(repository, resolve(repository, dirname(file), name))
      if (from && roomOf(target) !== from) wrong.push(`${file} → ${name}`)
    }
  }
  expect(wrong).toEqual([])
})

test('the environment is read in one place', () => {
  const allowed =
    /^(apps\/server\/src\/env\.ts|infra\/.*|.*config\.ts|bench\/.*|tests\/.*|packages\/(?:db|domain)\/src\/testing\.ts|packages\/search\/src\/testing\/meilisearch\.ts)$/
  expect(breaking((file, text) => /process\s*\.\s*env\b/.test(text) && !allowed.test(file))).toEqual([])
})

/** Whether a file names the type `any`, as the compiler reads it. */
function namesAny(file: string, text: string): boolean {
  const visit = (node: ts.Node): boolean =>
    node.kind === ts.SyntaxKind.AnyKeyword || (ts.forEachChild(node, visit) ?? false)
  return /\bany\b/.test(text) && visit(ts.createSourceFile(file, text, ts.ScriptTarget.ES2024))
}

test('nothing is typed as any, and no check of types is switched off', () => {
  expect(breaking((file, text) => !isTest(file) && namesAny(file, text))).toEqual([])
  const off = /@ts-(?:ignore|nocheck|expect-error)|biome-ignore\S* \S*(?:noExplicitAny|noNonNullAssertion)/
  expect(breaking((file, text) => !isTest(file) && off.test(text))).toEqual([])
  expect(namesAny('x.ts', 'const x: any = 1')).toBe(true)
})

test('a lint rule is put aside for one line only, and with a reason', () => {
  const aside = /biome-ignore(?:-all|-start)|biome-ignore lint\S*:\s*(?:\S+\s*){0,3}$/m
  expect(breaking((_file, text) => aside.test(text))).toEqual([])
})

test('no file is longer than 400 lines', () => {
  const source = (file: string) => !file.startsWith('infra/') || !isTest(file)
  expect(breaking((file, text) => source(file) && text.split('\n').length > 401)).toEqual([])
})

test('what maps the domain to GraphQL speaks no SQL', () => {
  expect(
    breaking(
      (file, text) =>
        file.endsWith('.graphql.ts') && importsOf(text).some((name) => name.startsWith('drizzle')),
    ),
  ).toEqual([])
})

test("a package's door only opens: 30 lines at most, nothing but exports", () => {
  const doors = code.filter((file) => /^(packages|apps)\/[^/]+\/src\/index\.ts$/.test(file))
  expect(doors.length).toBeGreaterThan(1)
  for (const door of doors) {
    const text = texts.get(door) ?? ''
    expect(text.trim().split('\n').length, door).toBeLessThanOrEqual(30)
    expect(text.replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '').trim(), door).toMatch(
      /^(export (type )?(\{[^}]*\}|\*( as \w+)?) from '[^']+'\s*)+$/,
    )
  }
})

test('no test is skipped or focused without a condition', () => {
  expect(breaking((_file, text) => /\b(?:test|it|describe)\.(?:skip|only|todo)\b/.test(text))).toEqual([])
})
