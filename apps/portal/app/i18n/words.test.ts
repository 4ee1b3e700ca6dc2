import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { describe, expect, test } from 'vitest'
import { isWordKey } from './catalogue.ts'
import { t } from './words.ts'

const portal = new URL('../..', import.meta.url).pathname
const attributesPeopleRead = new Set([
  'aria-label',
  'title',
  'alt',
  'placeholder',
  'label',
  'caption',
  'hint',
  'text',
])

const sources = readdirSync(join(portal, 'app'), { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file) && !/\.test\.|examples\.?|\.d\.ts$|last-resort/.test(file))
  .map((file) => {
    const text = readFileSync(join(portal, 'app', file), 'utf8')
    return { file, tree: ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX) }
  })

const words = (locale: string) =>
  readdirSync(join(portal, 'locales', locale)).flatMap((file) => {
    const messages: Record<string, string> = JSON.parse(
      readFileSync(join(portal, 'locales', locale, file), 'utf8'),
    )
    return Object.entries(messages).map(([key, text]) => ({
      key: `${file.replace('.json', '')}.${key}`,
      text,
    }))
  })

function* nodes(node: ts.Node): Generator<ts.Node> {
  yield node
  for (const child of node.getChildren()) yield* nodes(child)
}

/** Patterns of the keys a program can say: literals as they are, templates with anything in their gaps. */
function saidKeys(): readonly RegExp[] {
  const quoted = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  return sources.flatMap(({ tree }) =>
    [...nodes(tree)].flatMap((node) => {
      if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node))
        return [new RegExp(`^${quoted(node.text)}$`)]
      if (!ts.isTemplateExpression(node) || !/^[a-z]+\./.test(node.head.text)) return []
      const spans = node.templateSpans.map((span) => `\\w+${quoted(span.literal.text)}`)
      return [new RegExp(`^${quoted(node.head.text)}${spans.join('')}$`)]
    }),
  )
}

/** Text for people that stands in the markup itself. */
function looseWords(tree: ts.SourceFile): readonly string[] {
  return [...nodes(tree)].flatMap((node) => {
    if (ts.isJsxText(node)) return /\p{L}/u.test(node.text) ? [node.text.trim()] : []
    if (!ts.isJsxAttribute(node) || !attributesPeopleRead.has(node.name.getText())) return []
    const value = node.initializer
    return value && ts.isStringLiteral(value) && /\p{L}/u.test(value.text) ? [value.text] : []
  })
}

describe('words', () => {
  test('no text for people stands in the markup: all goes through the catalogue', () => {
    const loose = sources.flatMap(({ file, tree }) => looseWords(tree).map((text) => `${file}: ${text}`))
    expect(loose).toEqual([])
  })

  test('every word of the catalogue is said somewhere', () => {
    const said = saidKeys()
    const unused = words('en').filter(({ key }) => !said.some((pattern) => pattern.test(key)))
    expect(unused.map(({ key }) => key)).toEqual([])
  })

  test('plurals follow the number', () => {
    expect(t('en', 'ui.mapResults', { count: 1 })).toBe('1 result')
    expect(t('en', 'ui.mapResults', { count: 1200 })).toBe('1,200 results')
  })

  test('a key made from data is known only when the catalogue has it', () => {
    expect(isWordKey('state.pilot')).toBe(true)
    for (const key of ['state.toString', 'toString.x', 'state.', '', 'nowhere'])
      expect(isWordKey(key)).toBe(false)
  })

  test('a sentence without the value it needs is refused', () => {
    expect(() => t('en', 'frame.title')).toThrow()
  })
})
