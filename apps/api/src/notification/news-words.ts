import type { NewsAbout, NewsSort, Rhythm } from '@hansa/domain/notification'
import type { LetterLanguage } from '../mail/letter.ts'
import { newsDe } from './words/de.ts'
import { newsEn } from './words/en.ts'
import { newsEs } from './words/es.ts'
import { newsFr } from './words/fr.ts'
import { newsPl } from './words/pl.ts'
import { newsTr } from './words/tr.ts'
import { newsUk } from './words/uk.ts'

/** What news are told with, in one language. */
export type NewsWords = {
  /** Each is followed by the title of what it is about, which so needs no case of its own. */
  about: Readonly<Record<NewsAbout, string>>
  /** Who did it. */
  by: (name: string) => string
  /** How many entries are new or changed, before the first of them. */
  count: (count: number) => string
  /** Subject of a letter with several pieces of news. */
  subject: (count: number) => string
  /** What the link to the entry, or to the page where one acts, says. */
  open: string
  /** What the link to all news says. */
  all: string
  /** Why a letter came. */
  why: Readonly<Record<NewsSort | Extract<Rhythm, 'daily' | 'weekly'>, string>> & {
    /** With the name of what is followed or searched for. */
    watch: (name: string) => string
  }
  /** What the link says that stops it. */
  stop: Readonly<Record<'watch' | 'sort' | 'digest', string>>
}

/** The words of news in every language that letters are written in. */
export const newsWords: Readonly<Record<LetterLanguage, NewsWords>> = {
  en: newsEn,
  fr: newsFr,
  de: newsDe,
  es: newsEs,
  pl: newsPl,
  uk: newsUk,
  tr: newsTr,
}
