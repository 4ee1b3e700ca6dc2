import type { Control } from '@hansa/domain/control'
import { fieldsOf, writtenKinds } from '@hansa/domain/fiche'
import { expect, test } from 'vitest'
import { choicesOf, choiceText, labelOf } from './field-words.ts'

/** Every place of a form: its path, and how it is asked for. */
const places = (control: Control, path: string): { path: string; control: Control }[] => {
  const here = { path, control }
  if (control.type === 'list') return [here, ...places(control.of, `${path}.0`)]
  if (control.type !== 'group') return [here]
  return [here, ...control.parts.flatMap((part) => places(part.control, `${path}.${part.key}`))]
}

const all = writtenKinds.flatMap((kind) =>
  fieldsOf(kind).flatMap(({ key, control }) =>
    places(control, key).map((place) => ({ kind, ...place, own: place.path.split('.').at(-1) ?? '' })),
  ),
)

test('every field of every kind, and every part of one, is called something', () => {
  const nameless = all.filter(
    ({ kind, path, own }) => !/^\d+$/.test(own) && labelOf('en', kind, path) === own,
  )
  expect(nameless).toEqual([])
})

test('every choice is said in words', () => {
  const wordless = all.flatMap(({ path, control }) =>
    (choicesOf(control) ?? []).filter((value) => choiceText('uk', path, value) === String(value)),
  )
  expect(wordless).toEqual([])
})
