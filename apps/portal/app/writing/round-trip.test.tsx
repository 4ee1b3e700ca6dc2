import type { Control } from '@hansa/domain/control'
import { fieldsOf, writtenKinds } from '@hansa/domain/fiche'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { Ask } from './ask.tsx'
import { FormProvider, type FormView } from './form-context.tsx'
import { withoutRow, withRow } from './row-values.ts'
import { changedValues, readValue, saysSame } from './values.ts'

const plainText = (html: string): string =>
  html
    .replace(/&quot;/g, '"')
    .replace(/&#x27;/g, "'")
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&')

const attribute = (tag: string, name: string): string | undefined => {
  const value = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1]
  return value === undefined ? undefined : plainText(value)
}

/** What a browser would send of a form that nobody touched. */
function sent(html: string): FormData {
  const form = new FormData()
  const control = /<(input)\b([^>]*)>|<(textarea|select)\b([^>]*)>([\s\S]*?)<\/\3>/g
  for (const [, input, of = '', kind = input, tag = of, inner = ''] of html.matchAll(control)) {
    const name = attribute(tag, 'name')
    if (name === undefined) continue
    const type = attribute(tag, 'type')
    if ((type === 'checkbox' || type === 'radio') && !/\schecked=/.test(tag)) continue
    const chosen = /<option[^>]*\sselected=""[^>]*>/.exec(inner)?.[0] ?? '<option value="">'
    const value = {
      input: attribute(tag, 'value'),
      textarea: plainText(inner),
      select: attribute(chosen, 'value'),
    }
    // Browsers end lines in the old way.
    form.append(name, (value[kind as keyof typeof value] ?? '').replace(/\n/g, '\r\n'))
  }
  return form
}

const sample = (control: Control, at = 0): unknown => {
  switch (control.type) {
    case 'text':
      return control.localized
        ? {
            en: { text: `One "line"\n<b>${at}</b> & more`, origin: 'reviewed' },
            uk: { text: 'Так', origin: 'machine' },
          }
        : `text ${at}`
    case 'number':
      return (control.min ?? 0) + 1 + at
    case 'choice':
      return control.values[at]
    case 'flag':
      return true
    case 'date':
      return '2020-05'
    case 'time':
      return '09:30'
    case 'address':
      return 'https://example.org/?a=1&b=2'
    case 'language':
      return ['de', 'uk'][at]
    case 'concept':
      return `${control.scheme}/${at}`
    case 'entry':
      return `city_00000000000${at}`
    case 'group':
      return Object.fromEntries(control.parts.map((part) => [part.key, sample(part.control, at)]))
    case 'list':
      return [sample(control.of, 0), sample(control.of, 1)]
  }
}

const fields = writtenKinds.flatMap((kind) => fieldsOf(kind).map((field) => ({ kind, ...field })))

const schemesOf = (control: Control): string[] => {
  if (control.type === 'concept') return [control.scheme]
  if (control.type === 'list') return schemesOf(control.of)
  return control.type === 'group' ? control.parts.flatMap((part) => schemesOf(part.control)) : []
}

const options = (scheme: string) =>
  Array.from({ length: 3 }, (_, at) => ({ id: `${scheme}/${at}`, label: `${at}`, language: 'en' }))

const view = (kind: FormView['kind']): FormView => ({
  kind,
  language: 'en',
  schemes: Object.fromEntries(
    fields.flatMap(({ control }) => schemesOf(control)).map((scheme) => [scheme, options(scheme)]),
  ),
  titles: {},
  found: {},
  licences: ['CC-BY-4.0'],
  problems: [],
  path: '/write/x',
})

const shown = (kind: FormView['kind'], path: string, control: Control, value: unknown): string =>
  renderToStaticMarkup(
    <FormProvider view={view(kind)}>
      <Ask path={path} control={control} value={value} />
    </FormProvider>,
  )

describe('a form of questions', () => {
  test('says of every field of every kind what it was shown with, when nobody touches it', () => {
    for (const { kind, key, control } of fields) {
      const value = key === 'licence' ? 'CC-BY-4.0' : sample(control)
      const read = readValue(sent(shown(kind, key, control, value)), key, control)
      expect([kind, key, changedValues({ [key]: read }, { [key]: value })]).toEqual([kind, key, {}])
    }
  })

  test('says nothing of what is empty', () => {
    for (const { kind, key, control } of fields.filter((field) => field.key !== 'licence')) {
      const read = readValue(sent(shown(kind, key, control, undefined)), key, control)
      expect([kind, key, saysSame(read, undefined)]).toEqual([kind, key, true])
    }
  })

  test('calls a text that was changed a person’s, and leaves the others whose they were', () => {
    const control: Control = { type: 'text', localized: true, long: false, max: 100 }
    const form = sent(shown('practice', 'title', control, sample(control)))
    form.set('title', 'Another')
    expect(readValue(form, 'title', control)).toEqual({
      en: { text: 'Another', origin: 'human' },
      uk: { text: 'Так', origin: 'machine' },
    })
  })

  test('keeps what is no number, and reads those that people write', () => {
    const control: Control = { type: 'number', whole: false, min: null, max: null }
    const read = (text: string) => {
      const form = new FormData()
      form.set('n', text)
      return readValue(form, 'n', control)
    }
    expect([read('1 200,5'), read('many'), read('')]).toEqual([1200.5, 'many', ''])
  })

  test('gets and loses rows where they are asked for', () => {
    const values = { results: [{ source: { a: 1 } }, { source: { a: 2 } }], offers: [{ languages: ['de'] }] }
    expect(withoutRow(values, 'results.0').results).toEqual([{ source: { a: 2 } }])
    expect(withRow(values, 'offers.0.languages').offers).toEqual([{ languages: ['de', ''] }])
    expect(withRow({}, 'results').results).toEqual([''])
  })
})
