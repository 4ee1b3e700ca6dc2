import { expect, test } from 'vitest'
import { atomXml } from './atom.ts'

const feed = {
  title: 'Practices',
  language: 'en',
  self: 'https://hansa.example/feeds/practices?country=SE&stage=running',
  page: 'https://hansa.example/practices?country=SE&stage=running',
  author: 'Hansa',
  now: '2026-11-22T12:00:00.000Z',
  entries: [],
}

test('a feed names itself, its page and what is in it', () => {
  const xml = atomXml({
    ...feed,
    entries: [
      {
        id: 'tag:hansa.example,2026:prac_0',
        title: 'Wohnen für alle',
        url: 'https://hansa.example/practices/wohnen',
        updated: '2026-11-20T08:00:00.000Z',
        summary: null,
        language: 'de',
      },
    ],
  })
  expect(xml).toContain(
    '<link rel="self" type="application/atom+xml" href="https://hansa.example/feeds/practices?country=SE&amp;stage=running"/>',
  )
  expect(xml).toContain(
    '<entry xml:lang="de"><id>tag:hansa.example,2026:prac_0</id><title>Wohnen für alle</title>',
  )
  expect(xml).toContain('<updated>2026-11-20T08:00:00.000Z</updated>\n<author>')
  expect(xml).not.toContain('<summary>')
})

test('what somebody wrote stays text, and characters that XML cannot hold are left out', () => {
  const xml = atomXml({ ...feed, title: `</title><script>alert("x")</script>\u0000\u000b\ud800 'q'` })
  expect(xml).toContain(
    '<title>&lt;/title&gt;&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;\ufffd &apos;q&apos;</title>',
  )
})

test('an empty feed was updated when it is read', () => {
  expect(atomXml(feed)).toContain('<updated>2026-11-22T12:00:00.000Z</updated>')
})
