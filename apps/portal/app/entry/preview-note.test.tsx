import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { CurationProvider } from '../curation/use-curation.tsx'
import { entry } from './entry.test-data.ts'
import { EntryFrame } from './entry-frame.tsx'
import { entryMeta } from './entry-meta.ts'

const reader = { keepsFiles: false, preview: 'revi_1' }
const page = (curates: boolean, preview: string | null) =>
  renderToStaticMarkup(
    <CurationProvider curates={curates} reviews={false}>
      <EntryFrame reader={{ ...reader, preview }}>
        <h1>Ghent</h1>
      </EntryFrame>
    </CurationProvider>,
  )

test('a preview says above everything that it is one, and leads back to where its reader works on it', () => {
  const html = page(false, 'revi_1')
  expect(html.indexOf('Only those who write, review or curate it')).toBeLessThan(html.indexOf('<h1>'))
  expect(html).toContain('href="/write/revi_1"')
  expect(page(true, 'revi_1')).toContain('href="/curation/revi_1"')
  expect(page(true, null)).toBe('<h1>Ghent</h1>')
})

test('a preview is no page to be found or quoted', () => {
  const page = { __typename: 'Practice', ...entry } as const
  const head = JSON.stringify(entryMeta('en', page, { reader }))
  expect(head).toContain('"content":"noindex"')
  expect(head).not.toMatch(/canonical|ld\+json/)
  expect(JSON.stringify(entryMeta('en', page))).toContain('canonical')
})
