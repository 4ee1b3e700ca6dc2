import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const app = new URL('..', import.meta.url).pathname
const files = globSync('**/*.css', { cwd: app })

/** Declarations that name a side of the screen where CSS knows start and end. */
const sides = [
  /(?<![\w-])(?:margin|padding|border|scroll-margin|scroll-padding)-(?:left|right)\b/,
  /(?<![\w-])border-(?:top|bottom)-(?:left|right)-radius\b/,
  /(?<![\w-])(?:left|right)\s*:/,
  /(?<![\w-])(?:text-align|float|clear|caption-side|justify-[a-z]+)\s*:\s*(?:left|right)\b/,
  /\bto (?:left|right)\b/,
]

/** An arrow that points down, made of two borders and turned by 45 degrees, has no sides. */
const isChevron = (declaration: string) => declaration === 'border-width: 0 1.5px 1.5px 0'

/** Four values are top, right, bottom, left: where the second and fourth differ, they name sides. */
function isLopsided(declaration: string): boolean {
  const values = /(?<![\w-])(?:margin|padding|inset|border-width)\s*:\s*([^;}]+)/.exec(declaration)?.[1]
  const parts = values?.trim().match(/(?:[^\s(]|\([^)]*\))+/g) ?? []
  return parts.length === 4 && parts[1] !== parts[3] && !isChevron(declaration)
}

test.each(files)('%s turns round with the writing direction', (file) => {
  const css = readFileSync(join(app, file), 'utf8').replace(/\/\*[\s\S]*?\*\//g, '')
  const declarations = css.split(/[;{}]/).map((part) => part.trim())
  const faults = declarations.filter((part) => sides.some((side) => side.test(part)) || isLopsided(part))
  expect(faults).toEqual([])
})

test('a side that is named is found', () => {
  expect(files.length).toBeGreaterThan(10)
  for (const fault of [
    'margin-left: 1rem',
    'right: 0',
    'text-align: left',
    'background: linear-gradient(to right, red, blue)',
  ])
    expect(
      sides.some((side) => side.test(fault)),
      fault,
    ).toBe(true)
  expect(isLopsided('padding: 0 1rem 0 calc(2rem + 1px)')).toBe(true)
  expect(isLopsided('padding: 0 1rem 0 1rem')).toBe(false)
})
