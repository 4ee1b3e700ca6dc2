import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { ficheOf, fieldOf, fieldsOf, keptOf, missingFields, schemaOf, writtenKinds } from './fiche.ts'
import { leavesOf, valueAt, withValueAt } from './leaves.ts'
import { requiredToPublish } from './practice.ts'
import { registry } from './registry.ts'

describe.each(writtenKinds)('the fiche of a %s', (kind) => {
  test('asks for every field of its schema once, but for those that it says are kept otherwise', () => {
    const asked = [...fieldsOf(kind).map(({ key }) => key), ...keptOf(kind)]
    expect(asked.toSorted()).toEqual(Object.keys(registry[kind].shape).toSorted())
  })

  test('has a section for every field, and asks in short for nothing that it does not ask', () => {
    const { sections, short } = ficheOf(kind)
    expect(sections.every(({ fields }) => fields.length > 0)).toBe(true)
    expect(short.every((key) => fieldOf(kind, key) !== null && schemaOf(kind, key) !== null)).toBe(true)
    expect(short).toContain('title')
  })

  test('misses a title and nothing that has a default', () => {
    const missing = missingFields(kind, {})
    expect(missing).toContain('title')
    expect(missing).not.toContain('licence')
    expect(missing).not.toContain('contentLanguage')
  })
})

test('a practice lacks all that the domain requires, a place and results, in whichever form they are stated', () => {
  const missing = missingFields('practice', {})
  for (const field of [...requiredToPublish, 'city', 'results']) expect(missing).toContain(field)
  const stated = missingFields('practice', { territory: 'The county', notMeasured: true })
  expect(stated).not.toContain('city')
  expect(stated).not.toContain('results')
})

test.each([
  ['practice', 'title', { type: 'text', localized: true, long: false, max: 100 }],
  ['practice', 'challenge', { type: 'text', localized: true, long: true, max: 4000 }],
  [
    'practice',
    'stage',
    { type: 'choice', values: ['idea', 'pilot', 'running', 'scaled', 'ended', 'failed'] },
  ],
  ['practice', 'evidenceLevel', { type: 'choice', values: [0, 1, 2, 3, 4, 5] }],
  ['practice', 'city', { type: 'entry', kind: 'city' }],
  ['practice', 'policyAreas', { type: 'list', of: { type: 'concept', scheme: 'policy-area' }, max: 40 }],
  ['practice', 'start', { type: 'date' }],
  ['practice', 'notMeasured', { type: 'flag' }],
  ['city', 'population', { type: 'number', whole: true, min: 0, max: null }],
  ['city', 'website', { type: 'address' }],
  ['city', 'languages', { type: 'list', of: { type: 'language' }, max: 20 }],
  ['event', 'startTime', { type: 'time' }],
] as const)('%s.%s is asked for as its schema says', (kind, key, control) => {
  expect(fieldOf(kind, key)?.control).toEqual(control)
})

test('a list of objects is asked for part by part, and says which of them it cannot be without', () => {
  const control = fieldOf('practice', 'partners')?.control
  expect(control).toMatchObject({
    type: 'list',
    of: {
      type: 'group',
      parts: [
        { key: 'to', required: true, control: { type: 'entry', kind: 'organisation' } },
        { key: 'role', required: false, control: { type: 'text', localized: false } },
      ],
    },
  })
})

test('what a page needs of a fiche reaches no module of Node', () => {
  const seen = new Set<string>()
  const visit = (file: string): void => {
    if (seen.has(file)) return
    seen.add(file)
    const text = readFileSync(new URL(file, import.meta.url), 'utf8')
    for (const [, name = ''] of text.matchAll(
      /^(?:import|export) (?!type)[^'\n]*(?:\n[^'\n]*)*?from '([^']+)'/gm,
    )) {
      expect(name, file).not.toMatch(/^node:/)
      if (name.startsWith('./')) visit(name)
    }
  }
  for (const file of ['./fiche.ts', './workflow.ts', './curation.ts', './leaves.ts']) visit(file)
  expect(seen.size).toBeGreaterThan(10)
})

test('the single values of a field are found, read and replaced by their paths', () => {
  const control = fieldOf('practice', 'solution')?.control
  const value = [{ text: { en: { text: 'One', origin: 'human' } }, actor: 'the city' }, 'no group']
  if (!control) throw new Error('no control')
  const leaves = leavesOf(control, value, 'solution')
  expect(leaves.map(({ path }) => path)).toEqual(['solution.0.text', 'solution.0.actor'])
  expect(valueAt({ solution: value }, ['solution', '0', 'actor'])).toBe('the city')
  expect(valueAt({ solution: value }, ['solution', '7', 'actor'])).toBeUndefined()
  expect(valueAt({}, ['__proto__', 'toString'])).toBeUndefined()
  expect(withValueAt({ solution: value }, ['solution', '0', 'actor'], 'the school')).toEqual({
    solution: [{ text: { en: { text: 'One', origin: 'human' } }, actor: 'the school' }, 'no group'],
  })
})
