import { newsAboutNames, newsSorts, type StopThing } from '@hansa/domain/notification'
import { describe, expect, test } from 'vitest'
import { asHtml, asText, letterLanguages } from '../mail/letter.ts'
import { newsLetter } from './news.letter.ts'
import { newsWords } from './news-words.ts'
import type { NewsRow, ToldNews } from './told-news.ts'

const row: NewsRow = {
  id: 'news_000000000000',
  memberId: 'memb_000000000000',
  about: 'followed.news',
  key: '',
  entryId: null,
  title: null,
  path: null,
  watchId: 'wtch_000000000000',
  detail: null,
  createdAt: new Date(0),
  readAt: null,
  settledAt: null,
}
const told: ToldNews = {
  row,
  sentence: 'News:',
  title: { text: 'Malmö <b>&', language: 'sv' },
  by: 'By Anna.',
  path: '/cities/malmo',
  count: '1 entry:',
  entries: [{ title: { text: 'A "key"', language: 'en' }, path: '/practices/key' }],
}
const things: readonly StopThing[] = [
  { stops: 'watch', id: 'wtch_000000000000' },
  ...newsSorts.map((id) => ({ stops: 'sort', id }) as const),
  { stops: 'digest', id: 'daily' },
  { stops: 'digest', id: 'weekly' },
]
const stop = 'https://hansa.example/stop-letters?secret=a.b.c.d'
const page = (path: string) => `https://hansa.example${path}`

describe.each(letterLanguages)('a letter of news in %s', (language) => {
  test('says what happened, why it came and how to stop it, in text and in HTML', () => {
    for (const thing of things) {
      const letter = newsLetter({ name: 'Anna', news: [told], thing, stop, page }, language)
      const text = asText(letter)
      expect(text).toMatch(
        /\n\n-- \n.{20,}\n\n.+: https:\/\/hansa\.example\/stop-letters\?secret=a\.b\.c\.d$/,
      )
      expect(text).toContain('A "key"\nhttps://hansa.example/practices/key')
      expect(text).toContain('https://hansa.example/cities/malmo')
      const html = asHtml(letter, language)
      expect(html).toContain(`<a href="${stop}">`)
      expect(html).toContain('Malmö &lt;b&gt;&amp;')
      expect(html).not.toContain('<b>')
    }
  })

  test('has words of its own for everything there is to tell', () => {
    const { about, count, subject } = newsWords[language]
    expect(Object.keys(about).sort()).toEqual([...newsAboutNames].sort())
    for (const name of newsAboutNames) {
      expect(about[name]).toMatch(/\p{L}.*:$/u)
      if (language !== 'en') expect(about[name]).not.toBe(newsWords.en.about[name])
    }
    for (const number of [1, 2, 5, 22]) expect(count(number) + subject(number)).toContain(String(number))
  })
})
