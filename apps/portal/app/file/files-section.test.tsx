import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { entry, text } from '../entry/entry.test-data.ts'
import { EntryFrame } from '../entry/entry-frame.tsx'
import { useEndSections } from '../entry/entry-record.tsx'
import { PageSections } from '../entry/page-sections.tsx'

const document = {
  id: 'file_1',
  kind: 'PDF',
  name: 'plan.pdf',
  bytes: 340_000,
  width: null,
  height: null,
  alternativeText: text('The plan'),
  caption: null,
  rightsHolder: 'City of Ghent',
  licence: 'CC-BY-4.0',
  path: '/files/file_1/plan.pdf',
  images: [],
} as const

function Page({ of }: { readonly of: typeof entry }) {
  return <PageSections sections={useEndSections({ __typename: 'City', ...of })} />
}

const page = (attachments: (typeof entry)['attachments'], keepsFiles: boolean) =>
  renderToStaticMarkup(
    <EntryFrame reader={{ keepsFiles, preview: null }}>
      <Page of={{ ...entry, id: 'city_7f3k2', attachments }} />
    </EntryFrame>,
  )

test('what an entry shows stands before its sources, with the way to change it for those alone who keep it', () => {
  const shown = [{ ...document, images: [] }]
  const html = page(shown, false)
  expect(html).toContain('<a href="/files/file_1/plan.pdf">The plan</a>')
  expect(html).toContain('PDF, 340 kB')
  expect(html).toContain('City of Ghent')
  expect(html.indexOf('id="files"')).toBeLessThan(html.indexOf('id="sources"'))
  expect(html).not.toContain('/write/files/')
  expect(page(shown, true)).toContain('href="/write/files/city_7f3k2"')
  expect(page([], true)).toContain('href="/write/files/city_7f3k2"')
  expect(page([], false)).not.toContain('id="files"')
})
