import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { Highlighted } from './highlighted.tsx'
import { Prose } from './prose.tsx'
import { SummaryList } from './summary-list.tsx'

describe('Highlighted', () => {
  test('marks what was found and shows everything as text, whatever it looks like', () => {
    const segments = [
      { text: '<b>x</b> ', match: false },
      { text: 'hou<script>', match: true },
    ]
    const html = renderToStaticMarkup(<Highlighted segments={segments} />)
    expect(html).toBe('&lt;b&gt;x&lt;/b&gt; <mark>hou&lt;script&gt;</mark>')
  })
})

describe('Prose', () => {
  test('makes paragraphs of empty lines and lists of dashes', () => {
    const html = renderToStaticMarkup(<Prose text={'One.\n\n- a\n- b\n\n\n\nTwo.'} />)
    expect(html).toContain('<p>One.</p><ul><li>a</li><li>b</li></ul><p>Two.</p>')
  })

  test('says in which language a foreign text is, and sets its lang', () => {
    const html = renderToStaticMarkup(<Prose text={{ value: 'Bonjour', language: 'fr' }} />)
    expect(html).toContain('in French')
    expect(html).toContain('lang="fr"')
  })
})

describe('SummaryList', () => {
  test('never leaves a fact blank', () => {
    const html = renderToStaticMarkup(
      <SummaryList
        items={[
          { term: 'Budget', detail: '' },
          { term: 'Staff', detail: 0 },
        ]}
      />,
    )
    expect(html).toContain('not stated in the source')
    expect(html).toContain('<dd>0</dd>')
  })
})
