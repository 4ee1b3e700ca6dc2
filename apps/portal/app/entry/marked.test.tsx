import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { useWords, WordsProvider } from '../i18n/use-words.tsx'
import { ContentLanguage, Name, Plain, Told, ToldList, withNote } from './marked.tsx'

const inUkrainian = (shown: ReactNode) =>
  renderToStaticMarkup(<WordsProvider locale="uk">{shown}</WordsProvider>)

test('a text that says its language is marked only where the page is in another', () => {
  expect(inUkrainian(<Told text={{ value: 'Housing', language: 'en' }} />)).toBe(
    '<span lang="en">Housing</span>',
  )
  expect(inUkrainian(<Told text={{ value: 'Житло', language: 'uk' }} />)).toBe('Житло')
})

test('a text an entry has in one language only is in that of the nearest entry', () => {
  const shown = inUkrainian(
    <ContentLanguage of={{ contentLanguage: 'de' }}>
      <Plain>Träger</Plain>
      <ContentLanguage of={{ contentLanguage: 'uk' }}>
        <Plain>засновник</Plain>
      </ContentLanguage>
    </ContentLanguage>,
  )
  expect(shown).toBe('<span lang="de">Träger</span>засновник')
})

test('a name is in no language rather than in that of the page', () => {
  expect(inUkrainian(<Name>UN-Habitat</Name>)).toBe('<span lang="">UN-Habitat</span>')
})

test('a list in words is joined in the language of the page', () => {
  const texts = ['Wien', 'Graz', 'Linz'].map((value) => ({ value, language: 'de' }))
  expect(inUkrainian(<ToldList texts={texts} />)).toBe(
    '<span lang="de">Wien</span>, <span lang="de">Graz</span> і <span lang="de">Linz</span>',
  )
})

test('words of the page and a note of the source stand together, or alone, or not at all', () => {
  expect(inUkrainian(withNote('до 10 000', 'a year'))).toBe('до 10 000; a year')
  expect(inUkrainian(withNote(undefined, 'a year'))).toBe('a year')
  expect(withNote(undefined, null)).toBeUndefined()
})

function Sentence() {
  return useWords().rich('framework.aboutIt', {
    framework: <Told text={{ value: 'Eurocities', language: 'en' }} />,
  })
}

test('a sentence holds marked names where its language puts them', () => {
  expect(inUkrainian(<Sentence />)).toMatch(/\p{Script=Cyrillic}: <span lang="en">Eurocities<\/span>$/u)
})
