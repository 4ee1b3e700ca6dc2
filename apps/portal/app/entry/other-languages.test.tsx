import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { WordsProvider } from '../i18n/use-words.tsx'
import { entry, text } from './entry.test-data.ts'
import { OtherLanguages } from './other-languages.tsx'

const shown = (language: string, told: readonly string[]) =>
  renderToStaticMarkup(
    <WordsProvider locale="de">
      <OtherLanguages
        entry={{
          ...entry,
          summary: text('A room', language),
          told: { translations: told.map((one) => ({ language: one })) },
        }}
      />
    </WordsProvider>,
  )

test('an entry told in several languages leads to itself in those we speak', () => {
  const html = shown('de', ['ar', 'de', 'en-GB', 'fr'])
  expect(html).toContain('<a href="/practices/one-room" hrefLang="en" lang="en">English</a>')
  expect(html).toContain('<a href="/fr/practices/one-room" hrefLang="fr" lang="fr">Français</a>')
  expect(html.match(/<a /g)).toHaveLength(2)
})

test('what is told in one language, or only in others than ours, offers none', () => {
  expect(shown('en', ['en'])).toBe('')
  expect(shown('en-GB', ['en-GB', 'ar'])).toBe('')
  expect(shown('en', [])).toBe('')
})
